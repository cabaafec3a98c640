/** Roughly what a value takes when the platform serialises it: text by UTF-8 bytes, the rest by its parts. */
export function serializedSize(value: unknown, seen = new Set<object>()): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value === null || typeof value !== 'object') return 8;
  if (seen.has(value)) return 8;
  seen.add(value);
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Map) {
    return [...value].reduce((sum, [key, item]) => sum + serializedSize(key, seen) + serializedSize(item, seen), 16);
  }
  return Object.values(value).reduce<number>((sum, item) => sum + serializedSize(item, seen), 16);
}
