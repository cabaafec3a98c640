import type { Waiting } from '../../contracts/effect';
import type { SchemaObject } from '../../project/schema-object';
import type { ApexId } from '../../runtime/id';
import type { SObjectValue } from '../../runtime/sobject';
import type { Row } from '../store/rows';
import type { Chunk, DmlContext, WorkRow } from './context';
import { computed } from './insert';
import { checkReferences, resolveParents } from './references';
import type { DmlItem } from './results';
import { UNABLE_TO_LOCK } from './results';
import { runTriggers, storedRow } from './triggers';
import { checkUnique } from './unique';
import { validate } from './validate';
import { lock } from './waits';

/** One chunk of changed rows: locks first, then the newest committed version is what the changes go onto. */
export function* updateChunk(context: DmlContext, chunk: Chunk): Waiting<void> {
  const { object } = chunk;
  const work = yield* lockedRows(context, chunk, 'update', (item, stored) => ({
    item,
    row: overlaid(object, item.row, stored),
    before: stored
  }));
  yield* runTriggers(context, object, 'update', true, work);
  const saved: WorkRow[] = [];
  for (const one of work) {
    if (one.item.failed) continue;
    resolveParents(context, object, one);
    validate(object, one, false, context.options.truncate);
    checkReferences(context, object, one);
    if (!one.item.failed) yield* checkUnique(context, object, one);
    if (!one.item.failed) saved.push(save(context, object, one));
  }
  yield* runTriggers(context, object, 'update', false, saved);
}

/** Checks ids, takes the row locks and reads the rows afresh. */
export function* lockedRows(
  context: DmlContext,
  { object, items }: Chunk,
  operation: 'update' | 'delete' | 'undelete',
  make: (item: DmlItem, stored: Row) => WorkRow
): Waiting<readonly WorkRow[]> {
  const identified = items.filter((item) => checkId(item, object, operation));
  const ids = identified.map((item) => item.row.id).filter((id) => id !== null);
  const locked = yield* lock(
    context,
    object.name,
    ids.map((id) => id.value)
  );
  const work: WorkRow[] = [];
  for (const item of identified) {
    const id = item.row.id;
    const stored = id && context.session.get(object.name, id.value);
    if (!locked) item.fail('UNABLE_TO_LOCK_ROW', UNABLE_TO_LOCK);
    else if (!stored) item.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if ((stored['IsDeleted'] === true) !== (operation === 'undelete')) failDeleted(item, operation);
    else if (context.sharing && !context.sharing.row(object, stored, 'modifyAll')) {
      item.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    } else work.push(make(item, stored));
  }
  return work;
}

function failDeleted(item: DmlItem, operation: string): void {
  if (operation === 'undelete') item.fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
  else item.fail('ENTITY_IS_DELETED', 'entity is deleted');
}

function checkId(item: DmlItem, object: SchemaObject, operation: string): boolean {
  const id = item.row.id;
  if (!id) {
    item.fail('MISSING_ARGUMENT', `Id not specified in ${operation === 'update' ? 'an' : 'a'} ${operation} call`);
    return false;
  }
  if (id.keyPrefix === object.keyPrefix) return true;
  item.fail('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id.value}`, ['Id']);
  return false;
}

/** Every field that the program's row carries is written, also one that was only queried. */
function overlaid(object: SchemaObject, changes: SObjectValue, stored: Row): SObjectValue {
  const row = storedRow(object, stored, false);
  for (const [name, value] of changes.fields) {
    const field = object.field(name, '');
    if (field ? field.updateable : value !== null) row.fields.set(name, value);
  }
  return row;
}

function save(context: DmlContext, object: SchemaObject, { item, row, before }: WorkRow): WorkRow {
  const id = row.get('Id') as ApexId;
  const values: Record<string, unknown> = { ...before };
  for (const field of object.fields()) {
    if (!field.updateable || !row.isSet(field.name)) continue;
    const value = row.get(field.name);
    if (value === null) delete values[field.name];
    else values[field.name] = value;
  }
  const now = context.db.now();
  const stored = {
    ...computed(object, values, id),
    LastModifiedDate: now,
    LastModifiedById: context.userId,
    SystemModstamp: now
  };
  context.session.put(object.name, id.value, stored);
  item.id = id;
  return { item, row: storedRow(object, stored, true), before };
}
