/** Which errors Apex may see. Everything else ends the transaction without running any more of the program. */
import { ApexException } from '../runtime/exceptions';
import { LimitError } from '../runtime/unsupported';

export const MAX_DEPTH = 1000;

export function tooDeep(): never {
  throw new LimitError(`Maximum stack depth reached: ${MAX_DEPTH + 1}`);
}

/** The value of a catch clause's variable; what Apex cannot catch is thrown on. */
export function caught(error: unknown): ApexException {
  if (error instanceof ApexException && error.catchable) return error;
  throw asLimit(error);
}

/** Besides limits and kills, a failed assertion: neither catch nor finally of the program gets to see it. */
export function isFatal(error: unknown): boolean {
  return !(error instanceof ApexException && error.catchable);
}

/** JavaScript's own stack may be full before Apex's thousandth call: to the program it is the same limit. */
export function asLimit(error: unknown): unknown {
  return isStackOverflow(error) ? new LimitError(`Maximum stack depth reached: ${MAX_DEPTH + 1}`) : error;
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
