import { seededRandom } from '../../local-org/drivers/choose';
import { drawFrom } from '../scenarios/draw';
import type { Draw, Scenario } from '../scenarios/scenario';
import type { BaseWorld } from '../world/base';
import { wander } from './decide';
import type { ScheduleInput, ScheduleResult } from './run';
import { runSchedule } from './run';

/** One schedule in so many is searched for secrets. */
const LEAKS_EVERY = 8;
/** Apart from the seed's other uses, so that a plan and the way through it are not the same numbers. */
const WAY = 0x2545f491;

export function inputOf(scenario: Scenario, seed: number): ScheduleInput {
  const draw = drawFrom(seed);
  return { scenario, seed, plan: scenario.plan(draw, crowd(draw)) };
}

/** The schedule of a seed: who takes part, what goes wrong and what interrupts what all follow from it. */
export function runRandom(base: BaseWorld, scenario: Scenario, seed: number): ScheduleResult {
  const input = inputOf(scenario, seed);
  const decide = wander(seededRandom(seed ^ WAY), input.plan.steadiness, input.plan.starved);
  return runSchedule(base, input, { decide, leaks: scenario.searched === true || seed % LEAKS_EVERY === 0 });
}

/** Mostly few, where orders are many; now and then fifty, and once in a great while up to a thousand. */
function crowd(draw: Draw): number {
  const kind = draw.next();
  if (kind < 0.0005) return draw.whole(200, 1000);
  if (kind < 0.01) return draw.whole(20, 50);
  if (kind < 0.1) return draw.whole(5, 12);
  return draw.whole(1, 4);
}
