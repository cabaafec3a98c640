import type { TraceStep } from '../../local-org/drivers/trace';
import type { Plan, Scenario } from '../scenarios/scenario';
import type { BaseWorld } from '../world/base';
import type { Decide } from './decide';
import { Footprints } from './footprints';
import { HappensBefore } from './happens-before';
import type { ScheduleInput, ScheduleResult } from './run';
import { runSchedule } from './run';
import type { Stage } from './stage';

export interface Bounds {
  readonly preemptions: number;
  /** Ends an exploration that is larger than expected: with an error, since it would not be exhaustive. */
  readonly mostSchedules: number;
  /** False runs every order of independent steps as well: to prove that nothing is lost by leaving them out. */
  readonly reduce?: boolean;
}

interface Branch {
  readonly decisions: readonly number[];
  readonly preemptions: number;
}

/** The state was reached before with as many preemptions left: everything from here on is known. */
class Known extends Error {}

/**
 * Every schedule of a plan with at most so many preemptions, by stateless replay: a schedule is run from the beginning,
 * and every decision it did not take becomes another one. Switching away from a transaction that cannot go on is free.
 *
 * Schedules that differ only in the order of independent steps are run once. Each step has a footprint of what it
 * read and wrote; the fingerprint of a prefix depends on the order of dependent steps alone, so equal fingerprints mean
 * equal states. A state that was explored with at least as many preemptions left, and with the same transaction about
 * to go on, is not explored again: all of its futures within the bounds have been seen.
 */
export function explore(
  base: BaseWorld,
  scenario: Scenario,
  plan: Plan,
  bounds: Bounds,
  found: (input: ScheduleInput, result: ScheduleResult) => void
): number {
  const input: ScheduleInput = { scenario, plan, seed: 1 };
  const open: Branch[] = [{ decisions: [], preemptions: 0 }];
  const seen = new Map<string, number>();
  let schedules = 0;
  for (let branch = open.pop(); branch; branch = open.pop()) {
    if (schedules >= bounds.mostSchedules) {
      throw new Error(`More than ${bounds.mostSchedules} schedules: lower the bounds, or allow more.`);
    }
    const result = follow(base, input, branch, bounds, seen, open);
    if (!result) continue;
    schedules += 1;
    found(input, result);
  }
  return schedules;
}

function follow(
  base: BaseWorld,
  input: ScheduleInput,
  branch: Branch,
  bounds: Bounds,
  seen: Map<string, number>,
  open: Branch[]
): ScheduleResult | undefined {
  const order = new HappensBefore();
  const taken: number[] = [];
  let footprints: Footprints | undefined;
  let stage: Stage | undefined;
  let read = 0;
  const decide: Decide = ({ count, continues }) => {
    const known = branch.decisions[taken.length];
    if (known !== undefined) {
      taken.push(known);
      return known;
    }
    const left = bounds.preemptions - branch.preemptions;
    const key = order.key(stage?.driver.trace.at(-1)?.task ?? '');
    if (bounds.reduce !== false && (seen.get(key) ?? -1) >= left) throw new Known();
    seen.set(key, left);
    const cost = continues ? 1 : 0;
    if (cost <= left) {
      for (let other = count - 1; other >= 1; other -= 1) {
        open.push({ decisions: [...taken, other], preemptions: branch.preemptions + cost });
      }
    }
    taken.push(0);
    return 0;
  };
  const onStep = (present: Stage): void => {
    stage = present;
    const { trace } = present.driver;
    // A step has one entry, and a second one where the transaction ends with it.
    const fresh = trace.slice(read);
    read = trace.length;
    const step: TraceStep | undefined = fresh[0];
    if (step && footprints) order.add(step, footprints.take(step));
  };
  try {
    return runSchedule(base, input, {
      decide,
      leaks: false,
      onStep,
      hook: (inner) => (footprints = new Footprints(base.world, inner))
    });
  } catch (error) {
    if (error instanceof Known) return undefined;
    throw error;
  }
}
