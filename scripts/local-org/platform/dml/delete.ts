import type { Waiting } from '../../contracts/effect';
import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexId } from '../../runtime/id';
import { idOf } from '../store/database';
import type { Row } from '../store/rows';
import type { Chunk, DmlContext, WorkRow } from './context';
import { runTriggers, storedRow } from './triggers';
import { lockedRows } from './update';

/** One chunk of deletions: children follow, block or lose their reference, as their lookups say. */
export function* deleteChunk(context: DmlContext, chunk: Chunk): Waiting<void> {
  const { object } = chunk;
  const work = yield* lockedRows(context, chunk, 'delete', (item, stored) => ({
    item,
    row: storedRow(object, stored, true),
    before: stored
  }));
  yield* runTriggers(context, object, 'delete', true, work);
  const gone: WorkRow[] = [];
  for (const one of work) {
    if (one.item.failed || !one.before) continue;
    const blocked = blockingChild(context, object, one.before);
    if (blocked) one.item.fail('DELETE_FAILED', blocked);
    else {
      bin(context, object, one.before);
      gone.push(one);
    }
  }
  yield* runTriggers(context, object, 'delete', false, gone);
}

export function* undeleteChunk(context: DmlContext, chunk: Chunk): Waiting<void> {
  const { object } = chunk;
  const work = yield* lockedRows(context, chunk, 'undelete', (item, stored) => {
    const restored = { ...stored, IsDeleted: false, SystemModstamp: context.db.now() };
    return { item, row: storedRow(object, restored, true), before: stored };
  });
  for (const { item, before } of work) {
    if (!before || item.failed) continue;
    context.session.put(object.name, idOf(before), { ...before, IsDeleted: false, SystemModstamp: context.db.now() });
  }
  yield* runTriggers(context, object, 'undelete', false, work);
}

interface Lookup {
  readonly child: SchemaObject;
  readonly field: FieldSchema;
}

function lookupsTo(context: DmlContext, object: SchemaObject): readonly Lookup[] {
  return context.db.schema.projectObjects().flatMap((child) =>
    child
      .fields()
      .filter((field) => field.deleteConstraint !== undefined && field.referenceTo.includes(object.name))
      .map((field) => ({ child, field }))
  );
}

function blockingChild(context: DmlContext, object: SchemaObject, row: Row): string | undefined {
  for (const { child, field } of lookupsTo(context, object)) {
    if (field.deleteConstraint !== 'Restrict') continue;
    const names = children(context, child, field, row).map((found) => String(found['Name'] ?? found['Id']));
    if (names.length === 0) continue;
    return (
      `Your attempt to delete ${String(row['Name'] ?? row['Id'])} could not be completed because it is associated with ` +
      `the following ${child.pluralLabel.toLowerCase()}.: ${names.join(', ')}\n`
    );
  }
  return undefined;
}

/** Settings leave no trace; other rows go to the recycle bin. Children deleted along run no triggers of their own. */
function bin(context: DmlContext, object: SchemaObject, row: Row): void {
  const id = idOf(row);
  if (object.kind === 'setting-list' || object.kind === 'setting-hierarchy') context.session.remove(object.name, id);
  else context.session.put(object.name, id, { ...row, IsDeleted: true, SystemModstamp: context.db.now() });
  for (const { child, field } of lookupsTo(context, object)) {
    for (const found of children(context, child, field, row)) {
      if (field.deleteConstraint === 'Cascade') bin(context, child, found);
      else
        context.session.put(child.name, idOf(found), {
          ...found,
          [field.name]: null,
          SystemModstamp: context.db.now()
        });
    }
  }
}

function children(context: DmlContext, child: SchemaObject, field: FieldSchema, row: Row): readonly Row[] {
  const id = row['Id'];
  if (!(id instanceof ApexId)) return [];
  return context.session.find(child.name, field.name, id).filter((found) => found['IsDeleted'] !== true);
}
