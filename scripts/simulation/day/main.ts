/** `npm run day`: a simulated day of an org with thousands of connections, on the shipped Apex. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import pc from 'picocolors';
import { compileWorld } from '../world/program';
import { DAY_FIXTURES, runDay } from './day';
import type { DayOptions } from './options';
import { DAY_DEFAULTS } from './options';
import { checkLine, dayLines } from './print';
import { judge } from './verdict';
import { whole } from '../whole';

interface Options extends Omit<DayOptions, 'slowShare'> {
  readonly json?: string;
}

function main(): void {
  const { json, ...chosen } = new Command('day')
    .description('One day of many connections that were all authorized in the same minute, after warm-up, twice.')
    .option('--connections <n>', 'connections, with access tokens that live 24 hours', whole(20, 50_000), 10_000)
    .option('--warm-up-days <n>', 'days before the measured one', whole(1, 30), DAY_DEFAULTS.warmUpDays)
    .option('--workers <n>', 'jobs that the org runs at the same time', whole(1, 1_000), DAY_DEFAULTS.workers)
    .option('--seed <s>', 'decides everything that is random', whole(0, 2 ** 31 - 1), DAY_DEFAULTS.seed)
    .option('--json <file>', 'write the figures to a file')
    .parse()
    .opts<Options>();
  const options: DayOptions = { ...chosen, slowShare: DAY_DEFAULTS.slowShare };
  const began = performance.now();
  const report = runDay(compileWorld(DAY_FIXTURES), options, (text) => process.stderr.write(`\r${text}\u001b[K`));
  process.stderr.write('\r\u001b[K');
  const seconds = Math.round((performance.now() - began) / 1000);
  const checks = judge(options, report.calm, report.slow);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...report, checks, seconds })}\n`);
  for (const line of dayLines('All providers answer', report.calm)) console.log(line);
  for (const line of dayLines('One provider, with 5 % of the connections, times out on every call', report.slow)) {
    console.log(line);
  }
  for (const check of checks) console.log(checkLine(check));
  const failed = checks.filter(({ ok }) => !ok).length;
  const line = `${options.connections} connections, ${checks.length - failed} of ${checks.length} checks hold, ${seconds} s`;
  console.log(failed === 0 ? pc.green(line) : pc.red(line));
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
