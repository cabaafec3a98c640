import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApexTransaction } from '../../../local-org/platform/transaction/transaction';
import { runRandom } from '../../explore/random';
import { HERD_FIXTURES, runHerd } from '../../herd/herd';
import { SCENARIOS } from '../../scenarios';
import { Bases } from '../../world/base';
import { compileWorld } from '../../world/program';
import { simulatedProgram } from '../../world/simulated';
import type { BudgetName } from '../budgets';
import { BUDGETS } from '../budgets';
import { CostMeter } from '../meter';
import { budgetTable } from '../table';

const SCHEDULES = 300;
/** A key that is lost has to be made anew: one query and one statement more, once. */
const KEYS_LOST = 'f28';
/** What only the scheduled sweep does: a simulated day and the evidence of deliveries measure it. */
const SCHEDULED: readonly BudgetName[] = ['step', 'delivery', 'deliveryEnd', 'repeat', 'sum', 'purge', 'chain'];

/** So seldom that a few hundred schedules may lack it. */
const RARE: readonly string[] = ['rotationAgain', 'rotationOutlived', 'finalizerOwing'] satisfies BudgetName[];

/** A transaction that has spent so much of everything. */
function spending(subject: string, amount: number, kind = 'queueable'): ApexTransaction {
  return { kind, subject: `tokenward.${subject}`, limits: { used: () => amount } } as unknown as ApexTransaction;
}

function excessesOf(tx: ApexTransaction, committed = true): readonly string[] {
  const meter = new CostMeter();
  meter.ended(tx, committed);
  return [...meter.excesses];
}

test('no transaction of any scenario spends more than its budget, and each kind takes place', () => {
  const bases = new Bases(simulatedProgram());
  const meter = new CostMeter();
  const scenarios = SCENARIOS.filter(({ name }) => name !== KEYS_LOST);
  for (let i = 0; i < SCHEDULES; i += 1) {
    const scenario = scenarios[i % scenarios.length];
    if (!scenario) continue;
    const base = bases.of(scenario.shape);
    base.world.org.watch = meter;
    runRandom(base, scenario, 5_000 + Math.floor(i / scenarios.length));
  }
  const missing = Object.keys(BUDGETS).filter((name) => !meter.costs.has(name as BudgetName));
  expect([...meter.excesses]).toEqual([]);
  expect(missing.filter((name) => !RARE.includes(name))).toEqual(SCHEDULED);
}, 60_000);

test('a herd costs one lease, one rotation and one announcement, whatever its size', () => {
  const watch = new CostMeter();
  const options = { workers: 60, connections: 1, seed: 3, variant: 'shipped', watch } as const;
  const report = runHerd(compileWorld(HERD_FIXTURES), options, () => 0);
  const times = (name: BudgetName): number | undefined => watch.costs.get(name)?.times;
  expect(report.presentations).toBe(1);
  expect([times('lease'), times('rotation'), times('finalizer')]).toEqual([1, 1, 1]);
  expect(watch.costs.get('lease')?.most).toEqual({ queries: 2, dml: 1, callouts: 0, jobs: 1, publishes: 0 });
  expect([...watch.excesses]).toEqual([]);
});

test('what a transaction spends beyond its budget is told', () => {
  expect(excessesOf(spending('SaveJob', 2))).toEqual([
    'save job (SaveJob): 2 callouts, 0 allowed',
    'save job (SaveJob): 2 publishes, 0 allowed'
  ]);
});

test('what was undone has cost nobody anything', () => {
  expect(excessesOf(spending('SaveJob', 9), false)).toEqual([]);
});

test('a job without a budget is an error', () => {
  expect(() => excessesOf(spending('NewJob', 0))).toThrow('There is no budget for the job NewJob');
  expect(() => excessesOf(spending('NewJob', 0, 'batch'))).toThrow('There is no budget for batch NewJob');
});

test('the documentation shows these budgets', () => {
  const text = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'protocol.md'), 'utf8');
  expect(text).toContain(budgetTable().join('\n'));
});
