/** `npm run herd`: many requests at once, on the shipped Apex, under the emulated platform's rules. */
import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { compileWorld } from '../world/program';
import { CostMeter } from '../costs/meter';
import { costLines } from '../costs/table';
import type { Variant } from './herd';
import { HERD_FIXTURES, runHerd } from './herd';
import { whole } from '../whole';

interface Options {
  readonly workers: number;
  readonly connections: number;
  readonly seed: number;
  readonly variant: Variant;
  readonly json?: string;
}

function main(): void {
  const options = new Command('herd')
    .description('N simultaneous requests for each of M due connections.')
    .option('--workers <n>', 'requests for each connection', whole(1, 5_000), 500)
    .option('--connections <m>', 'connections', whole(1, 1_000), 1)
    .option('--seed <s>', 'decides the order of everything', whole(0, 2 ** 31 - 1), 1)
    .addOption(new Option('--variant <name>', 'what refreshes').choices(['shipped', 'cache-lock']).default('shipped'))
    .option('--json <file>', 'write the figures to a file')
    .parse()
    .opts<Options>();
  const { workers, connections, seed, variant } = options;
  console.log(`${workers} requests for each of ${connections} connection(s), variant ${variant}, seed ${seed} …`);
  const shipped = variant === 'shipped' ? new CostMeter() : undefined;
  const herd = { workers, connections, seed, variant, ...(shipped ? { watch: shipped } : {}) };
  const report = runHerd(compileWorld(HERD_FIXTURES), herd, () => performance.now());
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report)}\n`);
  for (const line of shipped ? costLines(shipped.costs) : []) console.log(line);
  for (const excess of shipped?.excesses ?? []) console.log(pc.red(`over budget: ${excess}`));
  const withinBudget = shipped === undefined || shipped.excesses.size === 0;
  const safe = report.familiesRevoked === 0 && report.unfinished === 0 && withinBudget;
  const colour = safe ? pc.green : pc.red;
  console.log(
    colour(
      `${report.presentations} presentation(s), ${report.familiesRevoked} families revoked, ` +
        `${report.unfinished} unfinished, ${(report.ms / 1000).toFixed(1)} s`
    )
  );
  // The variant exists to be unsafe: its disaster is a result, not a failure of the command.
  process.exitCode = safe || variant === 'cache-lock' ? 0 : 1;
}

main();
