import type { Waiting } from '../../contracts/effect';
import type { SchemaObject } from '../../project/schema-object';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import { platformTx } from '../current';
import { strike } from '../faults';
import type { Chunk, DmlContext, WriteOperation } from './context';
import { deleteChunk, undeleteChunk } from './delete';
import { insertChunk } from './insert';
import { checkFields, checkMixedDml, checkObject } from './permitted';
import type { DmlItem } from './results';
import { CHUNK } from './triggers';
import { updateChunk } from './update';
import { splitUpsert } from './upsert';

/** A partial save is tried again without the rows that failed, since triggers must not see those. */
const MAX_ATTEMPTS = 3;

/** Runs one DML statement. Failed rows carry their errors; with allOrNone nothing is saved then. */
export function* runDml(context: DmlContext, items: readonly DmlItem[]): Waiting<void> {
  if (items.length === 0) return;
  const { rt, session, options } = context;
  const tx = platformTx(rt);
  const { operation } = options;
  const first = context.db.object(items[0]?.row.objectName ?? '');
  if (tx.readOnly) {
    throwApex('System.InvalidReadOnlyUserDmlException', 'The org is in read-only mode: records cannot be changed now.');
  }
  tx.limits.spend('dmlStatements', 1);
  tx.limits.spend('dmlRows', items.length);
  strike(rt, 'dml.before', first.name, operation);
  checkDuplicates(operation, items);
  const runs = runsByObject(context, items);
  for (const { object, items: rows } of runs) {
    checkObject(context, object);
    checkFields(context, object, rows);
    checkMixedDml(context, object, rows);
  }
  tx.markPending('dml');
  const start = session.savepoint();
  try {
    for (const run of runs) {
      yield* runObject(context, run.object, run.items);
      if (options.allOrNone && run.items.some((item) => item.failed)) break;
    }
  } catch (error) {
    // The program may catch this: rows saved so far must not outlive the statement.
    session.rollbackTo(start);
    session.forget(start);
    throw error;
  }
  if (options.allOrNone && items.some((item) => item.failed)) session.rollbackTo(start);
  else assignIds(items);
  session.forget(start);
  strike(rt, 'dml.after', first.name, operation);
}

function* runObject(context: DmlContext, object: SchemaObject, items: readonly DmlItem[]): Waiting<void> {
  const { operation } = context.options;
  if (operation === 'merge') throw new UnsupportedCall('Database', 'merge');
  if (operation !== 'upsert') {
    yield* runChunks(context, object, operation, items);
    return;
  }
  const { inserts, updates } = splitUpsert(context, object, items);
  yield* runChunks(context, object, 'insert', inserts);
  yield* runChunks(context, object, 'update', updates);
}

function* runChunks(
  context: DmlContext,
  object: SchemaObject,
  operation: WriteOperation,
  items: readonly DmlItem[]
): Waiting<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    yield* runChunk(context, operation, { object, items: items.slice(start, start + CHUNK) });
    if (context.options.allOrNone && items.some((item) => item.failed)) return;
  }
}

function* runChunk(context: DmlContext, operation: WriteOperation, chunk: Chunk): Waiting<void> {
  const { session, options } = context;
  for (let attempt = 1; ; attempt += 1) {
    const items = chunk.items.filter((item) => !item.failed);
    if (items.length === 0) return;
    const start = session.savepoint();
    yield* stage(operation)(context, { object: chunk.object, items });
    const failed = items.some((item) => item.failed);
    if (!failed || options.allOrNone) {
      session.forget(start);
      return;
    }
    session.rollbackTo(start);
    session.forget(start);
    if (attempt < MAX_ATTEMPTS) continue;
    for (const item of items) {
      if (!item.failed) item.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', TOO_MANY_RETRIES);
    }
  }
}

const TOO_MANY_RETRIES = 'Too many batch retries in the presence of Apex triggers and partial failures.';

function stage(operation: WriteOperation): (context: DmlContext, chunk: Chunk) => Waiting<void> {
  switch (operation) {
    case 'insert':
      return insertChunk;
    case 'update':
      return updateChunk;
    case 'delete':
      return deleteChunk;
    case 'undelete':
      return undeleteChunk;
  }
}

/** Consecutive rows of one object go together; a list may change its object at most ten times. */
function runsByObject(context: DmlContext, items: readonly DmlItem[]): readonly Chunk[] {
  const runs: { object: SchemaObject; items: DmlItem[] }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last.object.name === item.row.objectName) last.items.push(item);
    else runs.push({ object: context.db.object(item.row.objectName), items: [item] });
  }
  if (runs.length > 10) {
    throwApex(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.'
    );
  }
  return runs;
}

function checkDuplicates(operation: string, items: readonly DmlItem[]): void {
  const rows = new Set<object>();
  const ids = new Set<string>();
  for (const { row } of items) {
    if (rows.has(row)) {
      const message =
        operation === 'insert' || operation === 'upsert'
          ? BEFORE_INSERT_EQUAL
          : `Duplicate id in list: ${row.id?.value ?? ''}`;
      throwApex('System.ListException', message);
    }
    rows.add(row);
    const id = row.id?.value;
    if (id === undefined || operation === 'insert') continue;
    if (ids.has(id)) throwApex('System.ListException', `Duplicate id in list: ${id}`);
    ids.add(id);
  }
}

const BEFORE_INSERT_EQUAL = 'Before Insert or Upsert list must not have two identically equal elements';

/** The program's rows learn their ids only when the statement has succeeded for them. */
function assignIds(items: readonly DmlItem[]): void {
  for (const item of items) if (!item.failed && item.id && !item.row.id) item.row.fields.set('Id', item.id);
}
