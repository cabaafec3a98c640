import { SCENARIOS } from '../../scenarios';
import { Bases } from '../../world/base';
import { simulatedProgram } from '../../world/simulated';
import { replay } from '../decide';
import { inputOf, runRandom } from '../random';
import { runSchedule } from '../run';

const SCHEDULES = 3_000;
const bases = new Bases(simulatedProgram());

test('no random schedule of any scenario breaks a rule', () => {
  const broken: string[] = [];
  for (let i = 0; i < SCHEDULES; i += 1) {
    const scenario = SCENARIOS[i % SCENARIOS.length];
    if (!scenario) continue;
    const seed = 1_000 + Math.floor(i / SCENARIOS.length);
    const { violations } = runRandom(bases.of(scenario.shape), scenario, seed);
    broken.push(...violations.map(({ rule, text }) => `${scenario.name}, seed ${seed}: ${rule}: ${text}`));
  }
  expect(broken).toEqual([]);
}, 90_000);

test('a seed that was run before others is run the same way after them', () => {
  const again = SCENARIOS.map(
    (scenario) => [scenario, runRandom(bases.of(scenario.shape), scenario, 7).trace()] as const
  );
  for (const [scenario, trace] of again) expect(runRandom(bases.of(scenario.shape), scenario, 7).trace()).toBe(trace);
});

test('recorded decisions replay the schedule', () => {
  for (const scenario of SCENARIOS.slice(0, 8)) {
    const base = bases.of(scenario.shape);
    const first = runRandom(base, scenario, 11);
    const second = runSchedule(base, inputOf(scenario, 11), { decide: replay(first.decisions), leaks: false });
    expect(second.trace()).toBe(first.trace());
  }
});
