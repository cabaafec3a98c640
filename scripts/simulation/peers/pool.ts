import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Report } from './child';
import type { Job } from './job';
import { mostlyWaits } from './job';
import type { Measured } from './row';

const LONGEST_ROW_MS = 15 * 60_000;
/** Rows over HTTP leave a third of a processor idle, waiting for workers to come. */
const ROWS_BEYOND_PROCESSORS = 1;
const MOST_ROWS = 6;

export interface PoolEvents {
  readonly tick: (job: Job) => void;
  readonly done: (job: Job, measured: Measured) => void;
}

/** Runs every job in a process of its own, as many at once as the machine has processors for. */
export async function runJobs(jobs: readonly Job[], events: PoolEvents): Promise<void> {
  const beside = jobs.filter(({ name }) => mostlyWaits(name));
  // Rows in Apex are last in the report and take longest: begun first, they do not end alone.
  const queue = jobs
    .filter(({ name }) => !mostlyWaits(name))
    .reverse()
    .values();
  const one = async (job: Job): Promise<void> => events.done(job, await inProcess(job, events));
  const lane = async (): Promise<void> => {
    for (const job of queue) await one(job);
  };
  const lanes = Math.min(availableParallelism() + ROWS_BEYOND_PROCESSORS, MOST_ROWS);
  await Promise.all([...beside.map(one), ...Array.from({ length: lanes }, lane)]);
}

/** The child inherits the flags of this process, and with them what makes Node read TypeScript. */
function inProcess(job: Job, { tick }: PoolEvents): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'child.ts'), { timeout: LONGEST_ROW_MS });
    let measured: Measured | undefined;
    let failure = '';
    child.on('message', (report: Report) => {
      if ('tick' in report) tick(job);
      else if ('measured' in report) measured = report.measured;
      else failure = report.failure;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (measured !== undefined) return resolve(measured);
      const how = failure || `its process ended with ${signal ?? `status ${code}`}`;
      reject(new Error(`The row ${job.name}${job.faults ? ' with lost answers' : ''} failed: ${how}`));
    });
    child.send(job);
  });
}
