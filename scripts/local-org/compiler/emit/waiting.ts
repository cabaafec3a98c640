/**
 * Platform types whose methods never let another transaction run: calls to them need no test for a wait. The linker
 * refuses a library entry that breaks this promise.
 */
const NEVER_WAIT: ReadonlySet<string> = new Set([
  'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob', 'List', 'Set', 'Map',
  'System.Math', 'System.EncodingUtil', 'System.Assert', 'System.Pattern', 'System.Matcher', 'System.Limits'
]); // prettier-ignore

/** Values that are never objects of a project's class: their methods need no dispatch to Apex code. */
const VALUES: ReadonlySet<string> = new Set([
  'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob', 'List', 'Set', 'Map', 'SObject'
]); // prettier-ignore

export function neverWaits(owner: string): boolean {
  return NEVER_WAIT.has(owner);
}

export function isPlatformValue(owner: string): boolean {
  return VALUES.has(owner);
}
