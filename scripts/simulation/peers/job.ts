import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldProgram } from '../world/program';
import type { Recipe } from './apex-row';
import { runApex } from './apex-row';
import { LIBRARIES } from './libraries/all';
import { runLibrary } from './library-row';
import { planRounds } from './plan';
import type { Measured } from './row';

/** Everything that decides what a row does. */
export interface JobOptions {
  readonly rounds: number;
  readonly workers: number;
  readonly instances: number;
  readonly seed: number;
  readonly lostShare: number;
}

/** One row: somebody, with or without lost answers. Plain data, so that it can be sent to a process. */
export interface Job {
  readonly name: string;
  readonly faults: boolean;
  readonly options: JobOptions;
}

const RECIPES: Readonly<Record<string, Recipe>> = { 'cache-lock recipe in Apex': 'cache-lock', Tokenward: 'shipped' };
const ROOT = join(__dirname, '..', '..', '..');

/** In the order of the report. */
export const NAMES: readonly string[] = [...LIBRARIES.map(({ name }) => name), ...Object.keys(RECIPES)];

/** Rows that mostly wait for timers of their own, and leave the processor to others. */
export function mostlyWaits(name: string): boolean {
  return LIBRARIES.some((library) => library.name === name && library.waits);
}

/** Compiling takes a second or two, and only rows in Apex need it. */
export async function runJob(job: Job, compile: () => WorldProgram, tick: () => void): Promise<Measured> {
  const { rounds, workers, instances, seed, lostShare } = job.options;
  const chapters = planRounds({ rounds, workers, seed, lostShare: job.faults ? lostShare : 0 });
  const recipe = RECIPES[job.name];
  if (recipe !== undefined) return runApex(compile(), chapters, { recipe, seed, tick });
  const library = LIBRARIES.find(({ name }) => name === job.name);
  if (library === undefined) throw new Error(`There is no row "${job.name}"; there are: ${NAMES.join(', ')}.`);
  return runLibrary(library, chapters, { instances, seed, tick });
}

/** As installed; the recipe is text without a version. */
export function versionOf(name: string): string {
  if (RECIPES[name] === 'cache-lock') return 'none';
  const file = name in RECIPES ? join(ROOT, 'package.json') : join(ROOT, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
