import type { Choose } from '../../local-org/drivers/choose';
import type { Subject } from './subject';

const HOLDING = 'being about to commit';

/**
 * A rotation whose row another transaction locks as soon as it is leased, and holds for so many seconds. Returns how
 * many save jobs it took.
 */
export function rotateWhileLocked(subject: Subject, seconds: number): number {
  const { world } = subject;
  const release = world.clock.now() + seconds * 1000;
  const choose: Choose = (_count, labels) => {
    if (holder.waitsFor !== HOLDING) return 0;
    const holds = world.clock.now() < release;
    return labels().findIndex((label) => (label === 'run holder') !== holds);
  };
  const driver = world.schedule(choose, { time: 'any-time' });
  driver.add('ask', subject.asking());
  const holder = driver.add('holder', subject.holding());
  driver.run();
  return driver.trace.filter(({ kind, task }) => kind === 'start' && task.endsWith('SaveJob')).length;
}
