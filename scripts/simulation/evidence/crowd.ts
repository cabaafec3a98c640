import type { Waiting } from '../../local-org/contracts/effect';
import type { Choose } from '../../local-org/drivers/choose';
import { seededChoice, seededRandom } from '../../local-org/drivers/choose';
import type { Subject } from './subject';

const LONGEST_STEP_MS = 40;

/** What is asked of one connection by how many at once; `key` takes its uid and generation. */
export interface Crowd {
  readonly className: string;
  readonly key: string;
  readonly size: number;
  readonly seed: number;
}

/** All of them, interleaved by the seed while time goes on, together with the given transactions. */
export function crowd(
  subject: Subject,
  { className, key, size, seed }: Crowd,
  among: readonly Waiting<unknown>[] = []
): void {
  const { world, uid } = subject;
  const choose = seededChoice(seed);
  const random = seededRandom(seed);
  const inPassingTime: Choose = (count, labels) => {
    world.clock.advance(Math.floor(random() * LONGEST_STEP_MS));
    return choose(count, labels);
  };
  const driver = world.schedule(inPassingTime);
  const { generation } = subject.custody;
  for (let i = 1; i <= size; i += 1) {
    driver.add(`${className} ${i}`, world.request(className, key, [uid, generation]));
  }
  for (const transaction of among) driver.add('among', transaction);
  driver.run();
}
