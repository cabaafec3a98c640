import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { hostOf, txOf } from '../../platform/host';
import type { ApexEnumValue } from '../../runtime/enum';
import { textOf } from '../../runtime/text';

/** A transaction's log is cut at some size on the platform; here the org keeps the newest lines. */
const KEPT_LINES = 10_000;

function debug(rt: Runtime, level: string, value: unknown): void {
  const { debugLog } = hostOf(rt).org;
  debugLog.push({ transaction: txOf(rt).id, level, text: textOf(rt, value) });
  if (debugLog.length > KEPT_LINES) debugLog.splice(0, debugLog.length - KEPT_LINES);
}

export const debugging = implement('System.System', {
  'debug(Object)': (rt, value: unknown) => debug(rt, 'DEBUG', value),
  'debug(System.LoggingLevel,Object)': (rt, level: ApexEnumValue, value: unknown) => debug(rt, level.name, value)
});
