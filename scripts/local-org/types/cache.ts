import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Reads a generated file, or generates it. Several processes may do so at once: each writes a file of its own and
 * renames it, so that nobody reads a half-written one and the last one wins with the same content.
 */
export function cached(folder: string, key: string, generate: () => Buffer): Buffer {
  const file = join(folder, key, 'tables');
  const known = readIfThere(file);
  if (known) return known;
  const bytes = generate();
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return bytes;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
