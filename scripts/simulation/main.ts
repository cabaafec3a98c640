/** `npm run simulate`: the rotation protocol of the shipped Apex under many schedules and faults. */
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { simulate } from './report/simulate';
import { SIMULATION_FIXTURES } from './world/fixtures';
import { compilePackage, readPackage } from './world/program';

interface Options {
  readonly scenario: string;
  readonly schedules: number;
  readonly seed: number;
  readonly json?: string;
  readonly exhaustive: boolean;
  readonly package?: string;
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
    .option('--package <dir>', 'the project to simulate, if not this one')
    .option('--json <file>', 'write the figures to a file')
    .parse()
    .opts<Options>();
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

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is expected.`);
  };
}

main();
