import { scenarioNamed } from '../../scenarios';
import { runRandom } from '../../explore/random';
import { Bases } from '../base';
import { custodyIn } from '../custody';
import { simulatedProgram } from '../simulated';

const bases = new Bases(simulatedProgram());

test('a restored world is as it was, whatever a schedule has done to it', () => {
  const scenario = scenarioNamed('f26');
  const base = bases.of(scenario.shape);
  const [connection] = base.connections;
  if (!connection) throw new Error('The world has no connection.');
  const before = custodyIn(base.world, connection.uid);
  runRandom(base, scenario, 3);
  expect(custodyIn(base.world, connection.uid).state).toBe('Empty');
  base.snapshot.restore(1);
  expect(custodyIn(base.world, connection.uid)).toEqual(before);
});

test('a restored world does not repeat the secrets of the one it was made from', () => {
  const scenario = scenarioNamed('f27');
  const { violations } = runRandom(bases.of(scenario.shape), scenario, 1);
  expect(violations).toEqual([]);
});
