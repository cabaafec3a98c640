/** `npm run simulate`: the rotation protocol of the shipped Apex under many schedules and faults. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import pc from 'picocolors';
import { huntAll, listMutants } from './report/mutants';
import { simulate } from './report/simulate';
import { SIMULATION_FIXTURES } from './world/fixtures';
import { compilePackage, readPackage } from './world/program';
import { whole } from './whole';

interface Options {
  readonly scenario: string;
  readonly schedules: number;
  readonly seed: number;
  readonly json?: string;
  readonly exhaustive: boolean;
  readonly package?: string;
  readonly mutants: boolean;
  readonly list: boolean;
}

function main(): void {
  const options = new Command('simulate')
    .description(
      'Interleaves transactions of the shipped Apex, injects faults, and checks the invariants at every step.'
    )
    .option('--scenario <name>', 'one scenario, or all', 'all')
    .option(
      '--schedules <n>',
      'random schedules over all scenarios; exhaustive ones come on top',
      whole(0, 10_000_000),
      10_000
    )
    .option('--seed <s>', 'decides everything that is random', whole(0, 2 ** 31 - 1), 1)
    .option('--no-exhaustive', 'leave out the exhaustive explorations')
    .option('--mutants', 'run the scenarios against defects of the package instead', false)
    .option('--list', 'with --mutants: print the defects and do nothing else', false)
    .option('--package <dir>', 'the project to simulate, if not this one')
    .option('--json <file>', 'write the figures to a file')
    .parse()
    .opts<Options>();
  if (options.mutants) return runMutants(options);
  const program = compilePackage(readPackage(SIMULATION_FIXTURES, options.package));
  const outcome = simulate(program, {
    ...options,
    now: () => performance.now(),
    say: (line) => console.log(line),
    progress: (line) => process.stderr.write(`\r${line}\u001b[K`)
  });
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(outcome.report)}\n`);
  const { schedules, transactions, seconds } = outcome.report;
  const line = `${schedules} random schedules, ${transactions} transactions, ${seconds} s, ${Math.round(transactions / seconds)}/s, ${outcome.broken} broken`;
  console.log(outcome.broken === 0 ? pc.green(line) : pc.red(line));
  process.exitCode = outcome.broken === 0 ? 0 : 1;
}

/** Enough of them have to be noticed for the scenarios to be worth something. */
const LEAST_KILLED = 0.95;

function runMutants(options: Options): void {
  if (options.list) return listMutants((line) => console.log(line));
  const text = readPackage(SIMULATION_FIXTURES, options.package);
  const report = huntAll(text, { seed: options.seed, say: (line) => console.log(line) });
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report)}\n`);
  const enough = report.killed >= report.total * LEAST_KILLED;
  const line = `${report.killed} of ${report.total} mutants killed`;
  console.log(enough ? pc.green(line) : pc.red(line));
  process.exitCode = enough ? 0 : 1;
}

main();
