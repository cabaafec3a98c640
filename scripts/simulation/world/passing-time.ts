import type { Choose } from '../../local-org/drivers/choose';
import { seededChoice, seededRandom } from '../../local-org/drivers/choose';
import type { World } from './world';

export interface Pace {
  /** The most that passes between any two steps. */
  readonly longestStepMs: number;
  /** Transactions run side by side: however many there are, none waits longer than this until all have made a step. */
  readonly longestRoundMs?: number;
}

/** The seed interleaves, and time goes on between any two steps: requests overlap, and others come when all is done. */
export function inPassingTime(
  { clock }: World,
  seed: number,
  { longestStepMs, longestRoundMs = Infinity }: Pace
): Choose {
  const choose = seededChoice(seed);
  const random = seededRandom(seed);
  return (count, labels) => {
    clock.advance(Math.floor(random() * Math.min(longestStepMs, longestRoundMs / count)));
    return choose(count, labels);
  };
}
