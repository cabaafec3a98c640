import { MUTANTS } from '../../mutants';
import { runRandom } from '../../explore/random';
import { scenarioNamed } from '../../scenarios';
import { Bases } from '../../world/base';
import { simulatedProgram } from '../../world/simulated';

const MOST_SEEDS = 250;

/** I5 is broken by the disasters of the model: see there. */
test.each([
  ['I1', 'read-timeout-retried', 'f08'],
  ['I2', 'dead-grant-leased', 'f19'],
  ['I3', 'token-used-before-it-is-saved', 'interleaving'],
  ['I4', 'generation-starts-again', 'f27'],
  ['I6', 'row-lock-timeout-not-answered', 'f24'],
  ['I7', 'cache-holds-tokens-in-clear', 'interleaving'],
  ['I8', 'leases-of-dead-jobs-forgotten-by-the-sweep', 'f01'],
  ['I9', 'events-not-saved', 'f05']
])('%s is broken by the package with the defect %s', (rule, id, name) => {
  const scenario = scenarioNamed(name);
  const bases = new Bases(simulatedProgram(MUTANTS.find((mutant) => mutant.id === id)));
  const base = bases.of(scenario.shape);
  const breaks = (seed: number): boolean =>
    runRandom(base, scenario, seed).violations.some((violation) => violation.rule === rule);
  expect(Array.from({ length: MOST_SEEDS }, (_, seed) => seed).some(breaks)).toBe(true);
});
