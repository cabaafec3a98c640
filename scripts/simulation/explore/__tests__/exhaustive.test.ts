import { EXPLORATIONS, runExploration } from '../../report/exhaustive';
import { INTERLEAVING } from '../../scenarios/crowds';
import { Bases } from '../../world/base';
import { simulatedProgram } from '../../world/simulated';
import { MUTANTS } from '../../mutants';
import { explore } from '../exhaustive';
import type { Violation } from '../../invariants/violation';

const bases = new Bases(simulatedProgram());
/** With a defect that only some orders show, so that there are outcomes to lose. */
const broken = new Bases(simulatedProgram(MUTANTS.find(({ id }) => id === 'second-check-removed')));
const plan = {
  workers: ['ask', 'ask'].map(() => ({ kind: 'ask', connection: 0, behind: 0 }) as const),
  injections: [],
  anyTime: false,
  drift: 0,
  steadiness: 1
};

function violationsOf(
  name: string,
  bounds: { preemptions: number; faults: number },
  everyFault = 1
): readonly Violation[] {
  const exploration = EXPLORATIONS.find((candidate) => candidate.name === name);
  if (!exploration) throw new Error(`There is no exploration ${name}.`);
  const violations: Violation[] = [];
  runExploration(
    bases,
    { ...exploration, bounds: { ...exploration.bounds, ...bounds } },
    (_input, result) => violations.push(...result.violations),
    (_fault, index) => index % everyFault === 0
  );
  return violations;
}

test('two workers keep all rules in every schedule with up to three preemptions', () => {
  expect(violationsOf('pair', { preemptions: 3, faults: 0 })).toEqual([]);
});

test('three workers keep all rules in every schedule with one preemption', () => {
  expect(violationsOf('trio', { preemptions: 1, faults: 0 })).toEqual([]);
});

test('two workers keep all rules whichever one thing goes wrong', () => {
  expect(violationsOf('pair', { preemptions: 0, faults: 1 })).toEqual([]);
}, 60_000);

test('leaving out reordered independent steps leaves out no outcome', () => {
  const outcomes = (reduce: boolean): ReadonlySet<string> => {
    const found = new Set<string>();
    const limits = { preemptions: 2, mostSchedules: 20_000, reduce };
    explore(broken.of(INTERLEAVING.shape), INTERLEAVING, plan, limits, (_input, { answers, violations }) =>
      found.add([...answers, ...violations.map(({ rule }) => rule)].join())
    );
    return found;
  };
  const whole = outcomes(false);
  expect(whole.size).toBeGreaterThan(1);
  expect([...outcomes(true)].sort()).toEqual([...whole].sort());
}, 60_000);

test('the schedule that needs the second check is among them', () => {
  const rules = new Set<string>();
  explore(
    broken.of(INTERLEAVING.shape),
    INTERLEAVING,
    plan,
    { preemptions: 1, mostSchedules: 5_000 },
    (_input, result) => result.violations.forEach(({ rule }) => rules.add(rule))
  );
  expect(rules.size).toBeGreaterThan(0);
});
