import { scenarioNamed } from '../../scenarios';
import { Bases } from '../../world/base';
import { MUTANTS } from '../../mutants';
import { simulatedProgram } from '../../world/simulated';
import { inputOf, runRandom } from '../random';
import { shrink } from '../shrink';

test('a failing schedule shrinks to fewer workers and decisions that fail in the same way', () => {
  const bases = new Bases(simulatedProgram(MUTANTS.find(({ id }) => id === 'row-not-locked-for-the-lease')));
  const scenario = scenarioNamed('f10');
  const base = bases.of(scenario.shape);
  const seeds = Array.from({ length: 50 }, (_, seed) => seed);
  const seed = seeds.find((candidate) => runRandom(base, scenario, candidate).violations.length > 0) ?? -1;
  const input = inputOf(scenario, seed);
  const failed = runRandom(base, scenario, seed);
  const shrunk = shrink(base, input, failed);
  expect(shrunk.input.plan.workers.length).toBeLessThan(input.plan.workers.length);
  expect(shrunk.decisions.length).toBeLessThan(failed.decisions.length);
  expect(failed.violations.map(({ rule }) => rule)).toContain(shrunk.result.violations[0]?.rule);
});
