import { ApexBlob } from '../../local-org/runtime/blob';
import { ApexId } from '../../local-org/runtime/id';
import { ApexMap } from '../../local-org/runtime/map';
import { ApexSet } from '../../local-org/runtime/set';

/** Every text inside a value of Apex or of the emulator, however deep: keys and the text of blobs included. */
export function* textsIn(value: unknown, seen = new Set<object>()): IterableIterator<string> {
  if (typeof value === 'string') yield value;
  if (value === null || typeof value !== 'object' || seen.has(value)) return;
  seen.add(value);
  if (value instanceof ApexId) yield value.value;
  else if (value instanceof ApexBlob) yield Buffer.from(value.bytes).toString('latin1');
  else for (const part of partsOf(value)) yield* textsIn(part, seen);
}

/** Errors keep their message where no enumeration finds it. */
function partsOf(value: object): Iterable<unknown> {
  if (value instanceof ApexMap) return value.entries().flatMap((entry) => [entry.key, entry.value]);
  if (value instanceof ApexSet) return value.items();
  if (value instanceof Map) return [...value.entries()].flat();
  if (Symbol.iterator in value) return value as Iterable<unknown>;
  const own = Object.values(value) as unknown[];
  return value instanceof Error ? [value.message, value.stack, ...own] : own;
}
