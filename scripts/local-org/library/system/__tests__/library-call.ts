import type { Runtime } from '../../../contracts/runtime';
import { assembleLibrary } from '../../../contracts/library';
import { typeRef } from '../../../contracts/type-ref';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import { ApexList } from '../../../runtime/list';
import { outcome, runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { textOf } from '../../../runtime/text';
import { pureLibrary } from '../../pure';

const library = assembleLibrary(pureLibrary);

/** Calls a library method as generated code does. */
export function call(rt: Runtime, type: string, key: string, ...args: unknown[]): unknown {
  const entry = library.find(type, key);
  if (!entry) throw new Error(`${type}.${key} is not in the pure library: correct the test.`);
  return entry.call(rt, ...(args as never[]));
}

/** [type, key, receiver and arguments, result or 'System.XException: message'] */
export type Row = readonly [type: string, key: string, args: readonly unknown[], expected: unknown];

/** Results are compared as they are where they are primitives, as their text where they are values. */
export function examples(rows: readonly Row[], rt: Runtime = runtimeDouble()): void {
  it.each(rows)('%s.%s of %p is %p', (type, key, args, expected) => {
    const result = outcome(() => call(rt, type, key, ...args));
    expect(typeof result === 'object' && result !== null ? textOf(rt, result) : result).toBe(expected);
  });
}

export const dec = (text: string): ApexDecimal => ApexDecimal.parse(text);
export const dbl = (value: number): ApexDouble => new ApexDouble(value);
export const strings = (...items: (string | null)[]): ApexList => new ApexList(typeRef('String'), items);
