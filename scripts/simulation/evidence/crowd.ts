import type { Waiting } from '../../local-org/contracts/effect';
import { inPassingTime } from '../world/passing-time';
import type { Subject } from './subject';

const PACE = { longestStepMs: 40 };

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
  const driver = world.schedule(inPassingTime(world, seed, PACE));
  const { generation } = subject.custody;
  for (let i = 1; i <= size; i += 1) {
    driver.add(`${className} ${i}`, world.request(className, key, [uid, generation]));
  }
  for (const transaction of among) driver.add('among', transaction);
  driver.run();
}
