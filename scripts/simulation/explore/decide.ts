import type { Choose } from '../../local-org/drivers/choose';
import type { TraceStep } from '../../local-org/drivers/trace';

/** A place in a schedule where several transactions could go on. */
export interface DecisionPoint {
  readonly count: number;
  /** Whether decision 0 lets the transaction go on that ran last: any other one interrupts it. */
  readonly continues: boolean;
  labels(): readonly string[];
}

/** 0 is always the tame choice: go on, or else what has waited longest. */
export type Decide = (point: DecisionPoint) => number;

/** Turns decisions into the driver's choices and writes them down. */
export class DecisionLog {
  readonly decisions: number[] = [];
  /** In the quiet phase everything takes its natural course. */
  tame = false;
  readonly #decide: Decide;
  /** Whose labels are looked at: comparing a thousand of them at every step would cost more than the steps. */
  readonly #anonymous: boolean;

  constructor(decide: Decide, anonymous: boolean) {
    this.#decide = decide;
    this.#anonymous = anonymous;
  }

  choose(trace: () => readonly TraceStep[]): Choose {
    return (count, labels) => {
      if (this.tame) return 0;
      const current = this.#anonymous ? -1 : indexOfTask(labels(), trace().at(-1)?.task ?? '');
      const order = (decision: number): number => {
        if (current < 0 || decision > current) return decision;
        return decision === 0 ? current : decision - 1;
      };
      const rotated = (): readonly string[] => labels().map((_label, i) => labels()[order(i)] ?? '');
      const decision = this.#decide({ count, continues: current >= 0, labels: rotated });
      this.decisions.push(decision);
      return order(decision);
    };
  }
}

function indexOfTask(labels: readonly string[], task: string): number {
  if (task === '') return -1;
  return labels.findIndex(
    (label) =>
      label.length > task.length && label.endsWith(task) && label.charAt(label.length - task.length - 1) === ' '
  );
}

/** Follows recorded decisions, then the tame ones. Where fewer things are possible than then, the nearest one. */
export function replay(decisions: readonly number[]): Decide {
  let position = 0;
  return ({ count }) => {
    const decision = decisions[position] ?? 0;
    position += 1;
    return Math.min(decision, count - 1);
  };
}

const PATIENCE = 0.95;
/** Among more than so many nobody is starved: to find the others would take longer than to let them go on. */
const MANY = 60;

/** `starved` wait for the others, mostly: what is late has to be found by more than luck. */
export function wander(next: () => number, steadiness: number, starved?: string): Decide {
  return ({ count, continues, labels }) => {
    if (starved !== undefined && count < MANY && next() < PATIENCE) {
      const others = labels().flatMap((label, index) => (label.includes(` ${starved}`) ? [] : [index]));
      if (others.length > 0) return others[Math.floor(next() * others.length)] ?? 0;
    }
    if (!continues) return Math.floor(next() * count);
    return next() < steadiness ? 0 : 1 + Math.floor(next() * (count - 1));
  };
}
