/** `npm run bench:peers`: what others do where Tokenward rotates, against the same authorization server. */
import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import type { Job, JobOptions } from './job';
import { NAMES, versionOf } from './job';
import { runJobs } from './pool';
import { toRow } from './row';
import type { Line } from './table';
import { tableOf } from './table';
import { whole } from '../whole';

interface Options extends Omit<JobOptions, 'lostShare'> {
  readonly lost: number;
  readonly only?: readonly string[];
  readonly json?: string;
}

async function main(): Promise<void> {
  const options = new Command('bench:peers')
    .description('Workers that want a valid access token at the same time, round after round, on a strict provider.')
    .option('--rounds <n>', 'rounds of each row', whole(2, 100_000), 200)
    .option('--workers <n>', 'workers of each round', whole(1, 1_000), 50)
    .option('--instances <n>', 'processes that a JavaScript app spreads its workers over', whole(1, 1_000), 5)
    .option(
      '--lost <percent>',
      'part of the rounds in which an answer is lost, in the rows with faults',
      whole(1, 50),
      5
    )
    .option('--seed <s>', 'decides when workers come and which answers are lost', whole(0, 2 ** 31 - 1), 1)
    .addOption(new Option('--only <name...>', 'some of the rows').choices(NAMES))
    .option('--json <file>', 'write the figures to a file')
    .parse()
    .opts<Options>();
  const { rounds, workers, instances, seed, lost } = options;
  const shared: JobOptions = { rounds, workers, instances, seed, lostShare: lost / 100 };
  const jobs = (options.only ?? NAMES).flatMap((name) =>
    [false, true].map((faults): Job => ({ name, faults, options: shared }))
  );
  console.log(`${workers} workers for ${rounds} rounds, ${lost} % of answers lost in every second row, seed ${seed} …`);
  const lines = await measure(jobs);
  console.log(`\n${tableOf(lines, rounds * workers)}`);
  const rows = lines.map(({ row }) => row);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ rounds, rows })}\n`);
  const revoked = rows.filter(({ name }) => name === 'Tokenward').reduce((sum, row) => sum + row.familiesRevoked, 0);
  if (revoked > 0) {
    console.error(pc.red(`Tokenward lost ${revoked} grant(s) by presenting a spent token: that must never happen.`));
    process.exitCode = 1;
  }
}

/** Lines in the order of the jobs, whichever ends first. */
async function measure(jobs: readonly Job[]): Promise<readonly Line[]> {
  const lines = new Map<Job, Line>();
  const total = jobs.reduce((sum, { options }) => sum + options.rounds, 0);
  const started = performance.now();
  let ticks = 0;
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s`;
  await runJobs(jobs, {
    tick() {
      ticks += 1;
      if (process.stdout.isTTY) process.stdout.write(`\r${seconds()}  ${ticks} of ${total} rounds `);
    },
    done(job, measured) {
      const row = toRow(job.name, versionOf(job.name), job.faults, measured);
      lines.set(job, { row, served: measured.served });
      const what = `${job.name}${job.faults ? ', answers lost' : ''}`;
      const clear = process.stdout.isTTY ? '\r' : '';
      console.log(`${clear}${seconds()}  ${lines.size} of ${jobs.length} rows: ${what} ${pc.dim(`${ticks}/${total}`)}`);
    }
  });
  return jobs.flatMap((job) => lines.get(job) ?? []);
}

void main().catch((error: unknown) => {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  // At once, with the other rows' processes: the report could not be complete any more.
  process.exit(1);
});
