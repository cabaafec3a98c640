import type { Choose } from '../../local-org/drivers/choose';
import { seededChoice, seededRandom } from '../../local-org/drivers/choose';
import type { Subject } from './subject';

const LONGEST_STEP_MS = 40;

/** As many calls of one method for one connection at once, interleaved by the seed while time goes on. */
export function crowd(subject: Subject, className: string, key: string, size: number, seed: number): void {
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
  driver.run();
}
