import type { WorldProgram } from '../world/program';
import { Bases } from '../world/base';
import type { ScheduleInput, ScheduleResult } from '../explore/run';
import { inputOf, runRandom } from '../explore/random';
import { shrink } from '../explore/shrink';
import { SCENARIOS, scenarioNamed } from '../scenarios';
import { failureText } from './failure';
import { EXPLORATIONS, runExploration } from './exhaustive';
import type { SimulationReport } from './report';
import { Tally } from './report';

export interface SimulateOptions {
  readonly scenario: string;
  readonly schedules: number;
  readonly seed: number;
  readonly exhaustive: boolean;
  readonly now: () => number;
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
}

export interface SimulateOutcome {
  readonly report: SimulationReport;
  readonly broken: number;
}

/** Failures that are shown in full; the rest is counted. */
const MOST_SHOWN = 3;
const PROGRESS_EVERY = 200;

/** Runs what was asked for; seconds are those of the schedules, compiling left out. */
export function simulate(program: WorldProgram, options: SimulateOptions): SimulateOutcome {
  const bases = new Bases(program);
  const tally = new Tally();
  const scenarios = options.scenario === 'all' ? SCENARIOS : [scenarioNamed(options.scenario)];
  for (const scenario of scenarios) bases.of(scenario.shape);
  const shown = new Set<string>();
  const tell = (input: ScheduleInput, result: ScheduleResult, exhaustive: boolean): void => {
    const { name, shape } = input.scenario;
    if (result.violations.length === 0 || shown.size >= MOST_SHOWN || shown.has(name)) return;
    shown.add(name);
    options.say(failureText(input, result, shrink(bases.of(shape), input, result), exhaustive));
  };
  const began = options.now();
  if (options.exhaustive && options.scenario === 'all') {
    for (const exploration of EXPLORATIONS) {
      let count = 0;
      runExploration(bases, exploration, (input, result) => {
        tally.count(exploration.name, result, exploration.bounds);
        tell(input, result, true);
        count += 1;
        if (count % PROGRESS_EVERY === 0)
          options.progress(`${exploration.name}: ${count} schedules, ${tally.broken} broken`);
      });
    }
  }
  for (let i = 0; i < options.schedules; i += 1) {
    const scenario = scenarios[i % scenarios.length];
    if (!scenario) break;
    const seed = options.seed + Math.floor(i / scenarios.length);
    const result = runRandom(bases.of(scenario.shape), scenario, seed);
    tally.count(scenario.name, result, null);
    if (result.violations.length > 0) tell(inputOf(scenario, seed), result, false);
    if (i % PROGRESS_EVERY === 0) options.progress(`${i} of ${options.schedules} schedules, ${tally.broken} broken`);
  }
  options.progress('');
  for (const line of tally.brokenLines()) options.say(line);
  return { report: tally.report((options.now() - began) / 1000), broken: tally.broken };
}
