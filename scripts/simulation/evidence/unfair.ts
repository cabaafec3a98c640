import type { Choose } from '../../local-org/drivers/choose';
import { seededRandom } from '../../local-org/drivers/choose';

const DEMOTION = 0.2;
/** Time passes when all else waits, or rarely before. */
const TIME = 'passes';
const TIME_IMPORTANCE = 0.05;

/**
 * The most important goes on until it is demoted: some get far ahead of others, which evenly drawn choices hardly ever
 * let happen. Importance is drawn for each transaction.
 */
export function unfairChoice(seed: number): Choose {
  const random = seededRandom(seed);
  const importance = new Map<string, number>();
  return (_count, labels) => {
    const names = labels().map((label) => label.replace(/^\w+ /, ''));
    for (const name of names)
      if (!importance.has(name)) importance.set(name, name === TIME ? TIME_IMPORTANCE : 0.1 + random());
    const ranks = names.map((name) => importance.get(name) ?? 0);
    const chosen = ranks.indexOf(Math.max(...ranks));
    if (random() < DEMOTION) importance.set(names[chosen] ?? '', random() / 10);
    return chosen;
  };
}
