import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './whole-file';

/** Reads a generated file, or generates it. */
export function cached(folder: string, key: string, generate: () => Buffer): Buffer {
  const file = join(folder, key, 'tables');
  const known = readIfThere(file);
  if (known) return known;
  const bytes = generate();
  writeWhole(file, bytes);
  return bytes;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Not by instanceof: under jest, errors of node's own modules come from another realm. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** A name for what is generated from these sources: anything that changes the outcome belongs in them. */
export function cacheKey(sources: readonly Buffer[], rules: unknown, format: number): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(createHash('sha256').update(source).digest());
  hash.update(JSON.stringify(rules));
  return `${hash.digest('hex').slice(0, 32)}-${format}`;
}
