import type { Waiting } from '../../contracts/effect';
import type { TriggerEntry } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import type { SchemaObject } from '../../project/schema-object';
import { ApexException } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { SObjectValue } from '../../runtime/sobject';
import { platformTx } from '../current';
import type { Row } from '../store/rows';
import type { DmlContext, WorkRow, WriteOperation } from './context';

/** Rows go through triggers in groups of at most this many. */
export const CHUNK = 200;
/** "Maximum trigger depth exceeded": triggers that cause themselves stop here. */
const MAX_DEPTH = 16;

/** Runs the triggers of one moment, if there are any. Errors that they add, or throw, end up on the rows. */
export function* runTriggers(
  context: DmlContext,
  object: SchemaObject,
  operation: WriteOperation,
  before: boolean,
  work: readonly WorkRow[]
): Waiting<void> {
  const event = `${before ? 'before' : 'after'} ${operation}`;
  const triggers = context.rt.classes.triggers(object.name).filter((entry) => handles(entry, event));
  if (triggers.length === 0 || work.length === 0) return;
  const frames = platformTx(context.rt).triggerFrames;
  if (frames.length >= MAX_DEPTH) throw new ApexException('System.DmlException', 'Maximum trigger depth exceeded');
  frames.push(frame(context, object, operation, before, work));
  try {
    for (const trigger of triggers) yield* runOne(context, trigger, operation, before, work);
  } finally {
    frames.pop();
  }
  collectErrors(work);
}

function handles(entry: TriggerEntry, event: string): boolean {
  return entry.info.events.some((name) => name.toLowerCase() === event);
}

function* runOne(
  context: DmlContext,
  trigger: TriggerEntry,
  operation: WriteOperation,
  before: boolean,
  work: readonly WorkRow[]
): Waiting<void> {
  try {
    yield* trigger.run(context.rt);
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    const moment = `${before ? 'Before' : 'After'}${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
    const cause = `${error.apexType}: ${error.apexMessage ?? ''}`;
    const where = error.stackTraceText === undefined ? '' : `\n\n${error.stackTraceText}`;
    const message = `${trigger.info.name}: execution of ${moment}\n\ncaused by: ${cause}${where}`;
    for (const { item } of work) item.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
  }
}

/** addError() leaves its text on the row; Trigger.old carries it when a row is deleted. */
function collectErrors(work: readonly WorkRow[]): void {
  for (const { item, row } of work) {
    for (const { field, message } of row.errors.splice(0)) {
      item.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
    }
  }
}

function frame(
  context: DmlContext,
  object: SchemaObject,
  operation: WriteOperation,
  before: boolean,
  work: readonly WorkRow[]
): Parameters<ReturnType<typeof platformTx>['triggerFrames']['push']>[0] {
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  for (const { row } of work) row.readOnly = !before || operation === 'delete';
  const rows = work.map(({ row }) => row);
  // A deleted row is its own old version, so that addError() on Trigger.old reaches it.
  const oldRows =
    operation === 'delete' ? rows : work.map(({ before: stored }) => storedRow(object, stored ?? {}, true));
  const type = typeRef(`Schema.${object.name}`);
  const mapOf = (values: readonly SObjectValue[]): ApexMap =>
    ApexMap.from(
      context.rt,
      typeRef('Id'),
      type,
      values.map((row) => [row.get('Id'), row] as const)
    );
  return {
    operation,
    before,
    newList: hasNew ? new ApexList(type, rows) : null,
    newMap: hasNew && !(before && operation === 'insert') ? mapOf(rows) : null,
    oldList: hasOld ? new ApexList(type, oldRows) : null,
    oldMap: hasOld ? mapOf(oldRows) : null,
    size: work.length
  };
}

/** A stored record as triggers see it: every field can be read. */
export function storedRow(object: SchemaObject, stored: Row, readOnly: boolean): SObjectValue {
  const row = new SObjectValue(object.name);
  // By what the row has, not by what the object could have: most rows fill a few of many fields.
  for (const name of Object.keys(stored)) {
    const value = stored[name];
    if (value !== undefined && value !== null) row.fields.set(name, value);
  }
  row.readOnly = readOnly;
  return row;
}
