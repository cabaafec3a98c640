import { Delivery } from '../delivery';
import { compileWithSubscriber } from '../subscriber';

const program = compileWithSubscriber();
const ROTATIONS = 20;

describe('delivery to a named credential', () => {
  test('a flow carries the newest token after each of 20 rotations and a sweep', () => {
    const delivery = Delivery.ready(program);
    const { subject, sinks } = delivery;
    const first = subject.custody.generation;
    const answers: string[] = [];
    const carried: boolean[] = [];
    for (let i = 0; i < ROTATIONS; i += 1) {
      delivery.rotate();
      subject.sweep();
      answers.push(delivery.call().slice(0, 3));
      carried.push(delivery.seen.at(-1) === delivery.newest);
    }
    console.log(answers, carried, delivery.console(), subject.custody.generation, first, new Set(delivery.seen).size);
    console.log(sinks.leaks, delivery.call());
  });
});
