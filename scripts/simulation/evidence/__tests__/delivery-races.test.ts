import type { WorldProgram } from '../../world/program';
import { Delivery } from '../delivery';
import { compileWithSubscriber } from '../subscriber';
import { unfairChoice } from '../unfair';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
/** Of the package as it is; the search for the defect goes on until one is found. */
const TRIED = 15;
const PEOPLE = 3;

/** Whether an older token was ever written over a newer one. */
function goesBack(program: WorldProgram, seed: number): boolean {
  const delivery = Delivery.ready(program);
  delivery.subject.wait(2);
  const held = delivery.heldDuring(() => delivery.rush(PEOPLE, unfairChoice(seed)));
  return held.some((generation, index) => generation < (held[index - 1] ?? 0));
}

describe('deliveries that race with each other and with a rotation', () => {
  test('never write an older token over a newer one', () => {
    const program = compileWithSubscriber();
    expect(SEEDS.slice(0, TRIED).filter((seed) => goesBack(program, seed))).toEqual([]);
  });

  test('would in some schedule without the lock on the rows', () => {
    const file = 'force-app/main/connections/classes/DeliveryRows.cls';
    const program = compileWithSubscriber({ file, find: 'FOR UPDATE', replace: '' });
    expect(SEEDS.some((seed) => goesBack(program, seed))).toBe(true);
  });

  test('end with the newest token after a sweep', () => {
    const delivery = Delivery.ready(compileWithSubscriber());
    delivery.subject.wait(2);
    delivery.rush(PEOPLE, unfairChoice(2));
    delivery.subject.sweep();
    expect(delivery.subject.custody.generation).toBe(2);
    expect(delivery.heldGeneration).toBe(2);
  });
});
