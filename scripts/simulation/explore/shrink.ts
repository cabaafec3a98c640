import type { BaseWorld } from '../world/base';
import type { Plan } from '../scenarios/scenario';
import { replay } from './decide';
import type { ScheduleInput, ScheduleResult } from './run';
import { runSchedule } from './run';

export interface Shrunk {
  readonly input: ScheduleInput;
  readonly decisions: readonly number[];
  readonly result: ScheduleResult;
  readonly tries: number;
  /** Only an expectation failed, and that presumes the faults of its scenario: they stay. */
  readonly expectsFaults: boolean;
}

const MOST_TRIES = 400;

/** Makes a failing schedule smaller for as long as it still breaks one of the same rules. */
export function shrink(base: BaseWorld, input: ScheduleInput, failed: ScheduleResult): Shrunk {
  const rules = new Set(failed.violations.map(({ rule }) => rule));
  const expectsFaults = !failed.violations.some(({ rule }) => rule !== 'expected');
  let best: Shrunk = { input, decisions: failed.decisions, result: failed, tries: 0, expectsFaults };
  let tries = 0;
  const attempt = (plan: Plan, decisions: readonly number[]): boolean => {
    if (tries >= MOST_TRIES) return false;
    tries += 1;
    const candidate = { ...best.input, plan };
    const result = runSchedule(base, candidate, { decide: replay(decisions), leaks: rules.has('I7') });
    if (!result.violations.some(({ rule }) => rules.has(rule))) return false;
    best = { ...best, input: candidate, decisions: withoutTail(decisions), result };
    return true;
  };
  while (shrinkPlan(() => best, attempt) || shrinkDecisions(() => best, attempt)) continue;
  return { ...best, tries };
}

type Attempt = (plan: Plan, decisions: readonly number[]) => boolean;

/** Fewer faults, fewer workers, no passing time. True if anything could go. */
function shrinkPlan(best: () => Shrunk, attempt: Attempt): boolean {
  const { plan } = best().input;
  const { decisions } = best();
  const simpler: Plan[] = [
    ...(best().expectsFaults
      ? []
      : plan.injections.map((_fault, i) => ({ ...plan, injections: without(plan.injections, i) }))),
    ...(plan.workers.length > 8 ? [{ ...plan, workers: plan.workers.slice(0, plan.workers.length >> 1) }] : []),
    ...plan.workers.slice(0, 8).map((_worker, i) => ({ ...plan, workers: without(plan.workers, i) })),
    ...(plan.anyTime ? [{ ...plan, anyTime: false }] : []),
    ...(plan.drift > 0 ? [{ ...plan, drift: 0 }] : [])
  ];
  // The old decisions first, for what they are worth in a smaller schedule; then none at all.
  return simpler.some((candidate) => attempt(candidate, decisions) || attempt(candidate, []));
}

/** Delta debugging: parts of the decisions become the tame one, in halves, quarters and so on. */
function shrinkDecisions(best: () => Shrunk, attempt: Attempt): boolean {
  let improved = false;
  for (let size = best().decisions.length; size >= 1; size >>= 1) {
    for (let from = 0; from < best().decisions.length; from += size) {
      const { decisions, input } = best();
      const part = decisions.slice(from, from + size);
      if (part.every((decision) => decision === 0)) continue;
      const tamer = [...decisions.slice(0, from), ...part.map(() => 0), ...decisions.slice(from + size)];
      improved = attempt(input.plan, tamer) || improved;
    }
  }
  return improved;
}

function without<T>(values: readonly T[], index: number): readonly T[] {
  return values.filter((_value, i) => i !== index);
}

function withoutTail(decisions: readonly number[]): readonly number[] {
  let length = decisions.length;
  while (length > 0 && decisions[length - 1] === 0) length -= 1;
  return decisions.slice(0, length);
}
