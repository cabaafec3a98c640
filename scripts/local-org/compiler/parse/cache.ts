import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from '../../contracts/program';
import { writeWhole } from '../../types/whole-file';
import { parseText, type Parsed } from './parse';

/** Raise it whenever lowering gives another tree for the same text. */
const TREE_FORMAT = 12;

const DEFAULT_DIRECTORY = resolve(__dirname, '../../../../node_modules/.cache/tokenward/ast');

/**
 * Parsing costs far more than all that follows, and the text decides the tree. Each call gives a fresh tree, since
 * checking annotates it. A cache that cannot be read or written only costs time.
 */
export function parseCached(kind: SourceFile['kind'], text: string, directory: string = DEFAULT_DIRECTORY): Parsed {
  const file = join(directory, `${cacheKey(kind, text)}.json`);
  const cached = read(file);
  if (cached) return cached;
  const parsed = parseText(kind, text);
  write(file, serializeTree(parsed));
  return parsed;
}

function cacheKey(kind: SourceFile['kind'], text: string): string {
  return createHash('sha256').update(`${TREE_FORMAT} ${kind}\n`).update(text).digest('hex').slice(0, 40);
}

/** Long literals are bigints, which JSON does not know. */
export function serializeTree(parsed: Parsed): string {
  return JSON.stringify(parsed, (_key, value: unknown) =>
    typeof value === 'bigint' ? { long: value.toString() } : value
  );
}

/** Most trees hold no Long, and visiting each node costs several times what parsing does. */
export function deserializeTree(text: string): Parsed {
  if (!text.includes('{"long":"')) return JSON.parse(text) as Parsed;
  return JSON.parse(text, (_key, value: unknown) => (isLong(value) ? BigInt(value.long) : value)) as Parsed;
}

function isLong(value: unknown): value is { readonly long: string } {
  return typeof value === 'object' && value !== null && 'long' in value;
}

function read(file: string): Parsed | undefined {
  try {
    return deserializeTree(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch {
    return;
  }
}
