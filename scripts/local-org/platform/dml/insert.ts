import type { Waiting } from '../../contracts/effect';
import type { SchemaObject } from '../../project/schema-object';
import { ApexId } from '../../runtime/id';
import type { SObjectValue } from '../../runtime/sobject';
import type { Row } from '../store/rows';
import type { Chunk, DmlContext, WorkRow } from './context';
import { applyDefaults } from './defaults';
import { checkReferences, resolveParents } from './references';
import { checkUnique } from './unique';
import { runTriggers, storedRow } from './triggers';
import { validate } from './validate';

/** One chunk of new rows through defaults, triggers, validation and the store, in the platform's order of execution. */
export function* insertChunk(context: DmlContext, { object, items }: Chunk): Waiting<void> {
  const work: WorkRow[] = [];
  for (const item of items) {
    if (item.row.id) {
      item.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
      continue;
    }
    const row = item.row.copy(false);
    row.queried = undefined;
    applyDefaults(object, row, context.db.clock.now());
    stampOwner(context, object, row);
    if (object.name === 'User') completeUser(row);
    work.push({ item, row, before: undefined });
  }
  yield* runTriggers(context, object, 'insert', true, work);
  const saved: WorkRow[] = [];
  for (const one of work) {
    if (one.item.failed) continue;
    resolveParents(context, object, one);
    validate(object, one, true, context.options.truncate);
    checkReferences(context, object, one);
    if (!one.item.failed) yield* checkUnique(context, object, one);
    if (!one.item.failed) saved.push(save(context, object, one));
  }
  yield* runTriggers(context, object, 'insert', false, saved);
}

function stampOwner(context: DmlContext, object: SchemaObject, row: SObjectValue): void {
  if (object.field('OwnerId', '') && row.get('OwnerId') === null) row.put('OwnerId', context.userId);
  if (object.kind === 'setting-hierarchy' && row.get('SetupOwnerId') === null) {
    row.put('SetupOwnerId', ApexId.parse(context.db.orgId));
  }
}

/** New users can log in, and are ordinary ones unless their profile says otherwise. */
function completeUser(row: SObjectValue): void {
  if (!row.isSet('IsActive')) row.put('IsActive', true);
  if (!row.isSet('UserType')) row.put('UserType', 'Standard');
}

function save(context: DmlContext, object: SchemaObject, { item, row }: WorkRow): WorkRow {
  const id = context.db.newApexId(object);
  const stored = newRow(context, object, row, id);
  context.session.put(object.name, id.value, stored);
  context.session.tryLock([id.value]);
  item.id = id;
  return { item, row: storedRow(object, stored, true), before: undefined };
}

function newRow(context: DmlContext, object: SchemaObject, row: SObjectValue, id: ApexId): Row {
  const now = context.db.now();
  const values: Record<string, unknown> = {};
  for (const field of object.fields()) {
    const value = row.get(field.name);
    if (value !== null && (field.createable || isImportable(field.name))) values[field.name] = value;
    if (object.autoNumbers.has(field.name)) values[field.name] = context.db.nextAutoNumber(object, field.name);
  }
  return {
    ...computed(object, values, id),
    Id: id,
    IsDeleted: false,
    CreatedDate: values['CreatedDate'] ?? now,
    CreatedById: values['CreatedById'] ?? context.userId,
    LastModifiedDate: values['LastModifiedDate'] ?? now,
    LastModifiedById: values['LastModifiedById'] ?? context.userId,
    SystemModstamp: now
  };
}

/** With the permission to set audit fields, and in tests through JSON, rows carry their own creation date. */
function isImportable(field: string): boolean {
  return field === 'CreatedDate' || field === 'CreatedById';
}

/** Names that the platform composes: of people from their parts, of custom records without one from the id. */
export function computed(object: SchemaObject, values: Readonly<Record<string, unknown>>, id: ApexId): Row {
  const parts = [values['FirstName'], values['LastName']].filter((part) => typeof part === 'string');
  if (typeof values['LastName'] === 'string' && object.field('Name', '')) return { ...values, Name: parts.join(' ') };
  const named = values['Name'] !== undefined || !object.field('Name', '') || object.kind === 'standard';
  return named ? values : { ...values, Name: id.value15 };
}
