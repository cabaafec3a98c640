import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import { thinlyCovered } from './coverage';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Where a step's numbers come from: its exit status (one check), or the report it writes. */
export type CountSource =
  | { readonly kind: 'exit' }
  | { readonly kind: 'apex'; readonly file: string }
  | { readonly kind: 'jest'; readonly file: string };

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts: CountSource;
}

/** No step takes longer than this; the whole suite is expected to take less than seven minutes. */
const STEP_TIMEOUT_MS = 10 * 60_000;

export async function runStep(step: Step, cwd: string): Promise<Counts> {
  const started = Date.now();
  console.log(pc.bold(`\n${step.name}`));
  const status = await run(step.command, cwd);
  const counts = readCounts(step.counts, status);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const line = `${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`;
  console.log(counts.failed === 0 ? pc.green(line) : pc.red(line));
  return counts;
}

export function total(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped
    }),
    { passed: 0, failed: 0, skipped: 0 }
  );
}

/** A failing status is a failure even where the report counts none: a suite may die before it counts. */
export function readCounts(source: CountSource, status: number): Counts {
  const counted = source.kind === 'exit' ? { passed: 0, failed: 0, skipped: 0 } : fromReport(source);
  if (source.kind === 'exit') return status === 0 ? { ...counted, passed: 1 } : { ...counted, failed: 1 };
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function fromReport(source: Exclude<CountSource, { kind: 'exit' }>): Counts {
  const report = parse(source.file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const number = (key: string): number => (typeof report[key] === 'number' ? report[key] : 0);
  if (source.kind === 'apex') {
    const thin = thinlyCovered(report['coverage']);
    for (const line of thin) console.log(pc.red(line));
    const covered = thin.length === 0;
    return {
      passed: number('passed') + (covered ? 1 : 0),
      failed: number('failed') + number('unsupported') + (covered ? 0 : 1),
      skipped: 0
    };
  }
  return {
    passed: number('numPassedTests'),
    failed: number('numFailedTests') + number('numRuntimeErrorTestSuites'),
    skipped: number('numPendingTests') + number('numTodoTests')
  };
}

function parse(file: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function run(command: readonly string[], cwd: string): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], timeout: STEP_TIMEOUT_MS });
    child.on('error', (error) => {
      console.error(`${file} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
