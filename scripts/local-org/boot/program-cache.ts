import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import type { Program } from '../contracts/program';
import { writeWhole } from '../types/whole-file';
import { sourceHash } from './source-hash';

const PROGRAMS = resolve(__dirname, '../../../node_modules/.cache/tokenward/programs');
/** What decides, besides what is compiled, which code comes out. */
const OWN_SOURCES = ['boot/workspace.ts', 'compiler', 'contracts', 'project', 'types'].map((path) =>
  resolve(__dirname, '..', path)
);
const KEPT = 32;

let ownSources: string | undefined;

/**
 * A compiled program by everything that went into it, compiled only where it is not known yet: checking and emitting
 * a package of the size of ours takes a second or two, reading it some hundredths. A cache that cannot be read or
 * written only costs time.
 */
export function cachedProgram(inputs: readonly unknown[], emit: () => Program, directory: string = PROGRAMS): Program {
  const file = join(directory, `${fingerprint(inputs)}.json`);
  const known = read(file);
  if (known) return known;
  const program = emit();
  write(directory, file, JSON.stringify(program));
  return program;
}

/** Maps and sets count as well, which JSON would leave out. */
function fingerprint(inputs: readonly unknown[]): string {
  ownSources ??= sourceHash(OWN_SOURCES);
  return createHash('sha256').update(ownSources).update(serialize(inputs)).digest('hex').slice(0, 40);
}

function read(file: string): Program | undefined {
  try {
    const program = JSON.parse(readFileSync(file, 'utf8')) as Program;
    const now = new Date();
    utimesSync(file, now, now);
    return program;
  } catch {
    return undefined;
  }
}

function write(directory: string, file: string, text: string): void {
  try {
    writeWhole(file, text);
    forgetOldest(directory);
  } catch {
    return;
  }
}

/** Each change of a class makes another program: those used last stay. */
function forgetOldest(directory: string): void {
  const used = readdirSync(directory).map((name) => {
    const file = join(directory, name);
    return { file, at: statSync(file).mtimeMs };
  });
  const old = used.sort((a, b) => b.at - a.at).slice(KEPT);
  for (const { file } of old) rmSync(file, { force: true });
}
