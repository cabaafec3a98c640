import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { platformTx } from '../../platform/current';
import type { TriggerFrame } from '../../platform/dml/frames';
import { platformEnumValue } from '../../runtime/enum';

function current(rt: Runtime): TriggerFrame | undefined {
  return platformTx(rt).triggerFrames.at(-1);
}

function is(operation: TriggerFrame['operation']): (rt: Runtime) => boolean {
  return (rt) => current(rt)?.operation === operation;
}

/** The context variables of the innermost running trigger; outside of triggers false and null. */
export const triggerVariables = implement('System.Trigger', {
  isExecuting: (rt) => current(rt) !== undefined,
  isBefore: (rt) => current(rt)?.before === true,
  isAfter: (rt) => current(rt)?.before === false,
  isInsert: is('insert'),
  isUpdate: is('update'),
  isDelete: is('delete'),
  isUndelete: is('undelete'),
  new: (rt) => current(rt)?.newList ?? null,
  newMap: (rt) => current(rt)?.newMap ?? null,
  old: (rt) => current(rt)?.oldList ?? null,
  oldMap: (rt) => current(rt)?.oldMap ?? null,
  size: (rt) => current(rt)?.size ?? null,
  operationType: (rt) => {
    const frame = current(rt);
    const name = frame && `${frame.before ? 'BEFORE' : 'AFTER'}_${frame.operation.toUpperCase()}`;
    return name === undefined ? null : platformEnumValue('System.TriggerOperation', name);
  }
});
