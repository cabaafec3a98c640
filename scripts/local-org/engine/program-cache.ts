/** Compiled programs on disk, so that unchanged sources need neither checking nor emitting again. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmitMode, Program } from '../contracts/program';

export interface ProgramInputs {
  readonly mode: EmitMode;
  readonly coverage: boolean;
  /** Everything that the result depends on besides the compiler: sources, object metadata, type tables. */
  readonly texts: readonly string[];
}

const COMPILER = join(__dirname, '..', 'compiler');

/** `produce` runs only when nothing fits the inputs; a file that cannot be read as a program is made anew. */
export function cachedProgram(folder: string, inputs: ProgramInputs, produce: () => Program): Program {
  const file = join(folder, `${keyOf(inputs)}.json`);
  const known = read(file);
  if (known) return known;
  const program = produce();
  mkdirSync(folder, { recursive: true });
  // Several processes may compile at once: each writes a file of its own, the last rename wins with the same content.
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(program));
  renameSync(draft, file);
  return program;
}

function read(file: string): Program | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Program;
  } catch {
    return undefined;
  }
}

function keyOf({ mode, coverage, texts }: ProgramInputs): string {
  const hash = createHash('sha256').update(`${mode} ${coverage}`);
  for (const text of [compilerHash(), ...texts]) hash.update(`\n${text.length}\n`).update(text);
  return hash.digest('hex').slice(0, 32);
}

/** A change of the compiler makes other programs of the same sources. */
function compilerHash(): string {
  const hash = createHash('sha256');
  for (const file of sourcesOf(COMPILER)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function sourcesOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === '__tests__' ? [] : sourcesOf(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
