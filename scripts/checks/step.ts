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

/** What a step prints is shown as it comes, or in one piece at its end where another step runs beside it. */
export type Output = 'live' | 'whole';

export async function runStep(step: Step, cwd: string, output: Output): Promise<Counts> {
  const started = Date.now();
  if (output === 'live') console.log(pc.bold(`\n${step.name}`));
  const { status, text } = await run(step.command, cwd, output);
  if (output === 'whole') console.log(pc.bold(`\n${step.name}`));
  process.stdout.write(text);
  const counts = readCounts(step.counts, status);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const line = `${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`;
  console.log(counts.failed === 0 ? pc.green(line) : pc.red(line));
  return counts;
}

/** Two at a time, in their order: a machine has two cores at least. */
export async function runPaired<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const waiting = [...items.entries()];
  const results: R[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all([lane(), lane()]);
  return results;
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

interface Ended {
  readonly status: number;
  readonly text: string;
}

function run(command: readonly string[], cwd: string, output: Output): Promise<Ended> {
  const [file = '', ...args] = command;
  const stream = output === 'live' ? 'inherit' : 'pipe';
  // A pipe is no terminal; whether there is colour is for the reader's terminal to say.
  const env = pc.isColorSupported ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  // Not spawn's own timeout, which keeps the process alive after a command that cannot be started.
  const signal = AbortSignal.timeout(STEP_TIMEOUT_MS);
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, signal, stdio: ['ignore', stream, stream] });
    let text = '';
    for (const piped of [child.stdout, child.stderr]) piped?.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', (error) => {
      const why = signal.aborted ? `was ended after ${STEP_TIMEOUT_MS / 60_000} minutes` : 'could not be started';
      resolve({ status: 1, text: `${text}${file} ${why}: ${error.message}\n` });
    });
    child.on('close', (code) => resolve({ status: code ?? 1, text }));
  });
}
