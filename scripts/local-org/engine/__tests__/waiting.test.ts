import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import { implementWaiting } from '../../contracts/library';
import { SeededDriver } from '../../drivers/seeded';
import { replayedChoice } from '../../drivers/choose';
import { manualClock } from '../../contracts/clock';
import { compile, engineFor, transaction } from './apex';

const PAUSES = implementWaiting('System.Test', {
  *'calculatePermissionSetGroup(String)'(_rt: unknown, point: string): Waiting<void> {
    yield* perform({ kind: 'pause', point });
  }
});

const SOURCE = `public class Subject {
  static String mine = '';
  public static String result(String name) {
    for (Integer i = 0; i < 2; i++) {
      mine += name + i;
      Test.calculatePermissionSetGroup(name + i);
    }
    return mine;
  }
}`;

test('transactions interleave at effects and keep their own statics', () => {
  const engine = engineFor(compile([SOURCE], { mode: 'generator' }), { library: PAUSES });
  const start = function* (name: string): Waiting<unknown> {
    engine.tx = { ...transaction(), id: name.charCodeAt(0) };
    return yield* engine.invoke({ className: 'c.Subject', key: 'result(String)', args: [name] });
  };
  const driver = new SeededDriver({
    slot: engine,
    clock: manualClock(0),
    server: {
      handle: () => {
        throw new Error('nothing is sent');
      }
    },
    choose: replayedChoice([1, 0, 1, 0, 0])
  });
  const [a, b] = [driver.add('A', start('a')), driver.add('B', start('b'))];
  driver.run();
  expect([a.value, b.value]).toEqual(['a0a1', 'b0b1']);
  expect(driver.trace.map(({ kind, task, detail }) => `${kind} ${task} ${detail}`.trim())).toEqual([
    'start B', 'start A', 'run B b0', 'run A a0', 'run A a1', 'end A', 'run B b1', 'end B'
  ]); // prettier-ignore
});

test('a callback of the library that waits is an error that names the method', () => {
  const engine = engineFor(
    compile(
      [
        `public class Subject {
    public class Item { public override String toString() { Test.calculatePermissionSetGroup('x'); return 'item'; } }
    public static String result() { return '' + new Item(); }
  }`
      ],
      { mode: 'generator' }
    ),
    { library: PAUSES }
  );
  engine.tx = transaction();
  const run = (): unknown => engine.drive(engine.invoke({ className: 'c.Subject', key: 'result()', args: [] }));
  expect(run).toThrow('tostring() of Subject.Item waits (pause)');
});
