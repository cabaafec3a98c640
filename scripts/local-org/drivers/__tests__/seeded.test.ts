import { manualClock } from '../../contracts/clock';
import type { Waiting } from '../../contracts/effect';
import { perform } from '../../contracts/effect';
import type { PureServer, ServedResponse } from '../../contracts/transport';
import type { Transaction } from '../../contracts/transaction';
import { replayedChoice, seededChoice } from '../choose';
import type { SeededOptions } from '../seeded';
import { SeededDriver } from '../seeded';
import type { TransactionSlot } from '../task';

const IDLE = { id: 0 } as Transaction;

function answering(delayMs: number, connection: ServedResponse['connection'] = 'deliver'): PureServer {
  const response = { status: 200, reason: 'OK', headers: {}, body: new Uint8Array() };
  return { handle: () => ({ response, delayMs, connection }) };
}

function setUp(options: Partial<SeededOptions> = {}) {
  const slot: TransactionSlot = { tx: IDLE };
  const clock = manualClock(1_000);
  const driver = new SeededDriver({ slot, clock, server: answering(300), choose: seededChoice(1), ...options });
  return { slot, clock, driver };
}

function* callout(): Waiting<string> {
  const request = { method: 'POST', url: 'https://a.example/token', headers: {}, body: new Uint8Array() };
  const result = yield* perform({ kind: 'callout', request, timeoutMs: 1_000 });
  return result.ok ? String(result.response.status) : result.failure.kind;
}

test.each([
  ['read-timeout', answering(0, 'drop'), 2_000],
  ['read-timeout', answering(5_000), 2_000],
  ['reset', answering(10, 'truncate'), 1_010],
  ['200', answering(300), 1_300]
])('a callout hears %s when its time has come', (expected, server, time) => {
  const { driver, clock } = setUp({ server });
  const runner = driver.add('A', callout());
  driver.run();
  expect([runner.value, clock.now()]).toEqual([expected, time]);
});

test('another transaction can run between sending, serving and hearing', () => {
  const { driver } = setUp({ choose: replayedChoice([0, 1, 1, 0, 1]), server: answering(0) });
  function* other(): Waiting<void> {
    for (const point of ['p', 'q']) yield* perform({ kind: 'pause', point });
  }
  driver.add('A', callout());
  driver.add('B', other());
  driver.run();
  expect(driver.trace.map(({ kind, task }) => `${kind} ${task}`)).toEqual([
    'start A', 'start B', 'run B', 'serve A', 'run B', 'end B', 'deliver A', 'end A'
  ]); // prettier-ignore
});

describe('a lock', () => {
  function* holder(slot: TransactionSlot, work: Waiting<unknown>): Waiting<void> {
    slot.tx = { id: 7 } as Transaction;
    yield* work;
    slot.tx = IDLE;
  }
  function* waiter(slot: TransactionSlot, isFree: () => boolean, now: () => number): Waiting<string> {
    slot.tx = { id: 8 } as Transaction;
    const since = now();
    while (!isFree()) {
      const answer = yield* perform({ kind: 'lock', holder: 7, object: 'Custody__c', ids: ['x'], since });
      if (answer === 'timeout') return 'timeout';
    }
    slot.tx = IDLE;
    return 'locked';
  }

  test('is taken once its holder has ended', () => {
    const { driver, slot, clock } = setUp({ choose: () => 0 });
    let free = false;
    function* work(): Waiting<void> {
      yield* perform({ kind: 'pause', point: 'update' });
      free = true;
    }
    driver.add('holder', holder(slot, work()));
    const waiting = driver.add(
      'waiter',
      waiter(
        slot,
        () => free,
        () => clock.now()
      )
    );
    driver.run();
    expect([waiting.value, clock.now()]).toEqual(['locked', 1_000]);
  });

  test('times out after ten seconds, not before', () => {
    const { driver, slot, clock } = setUp({ server: answering(30_000), choose: () => 0 });
    function* longWork(): Waiting<void> {
      const request = { method: 'GET', url: 'https://a.example/slow', headers: {}, body: new Uint8Array() };
      yield* perform({ kind: 'callout', request, timeoutMs: 60_000 });
    }
    driver.add('holder', holder(slot, longWork()));
    const times: number[] = [];
    function* timed(): Waiting<string> {
      const answer = yield* waiter(
        slot,
        () => false,
        () => 1_000
      );
      times.push(clock.now());
      return answer;
    }
    const waiting = driver.add('waiter', timed());
    driver.run();
    expect([waiting.value, times]).toEqual(['timeout', [11_000]]);
  });
});

test('delayed work starts when its time has come, and not after `until`', () => {
  const started: string[] = [];
  const due = [
    { label: 'late', at: 90_000 },
    { label: 'soon', at: 2_500 }
  ];
  const clock = manualClock(1_000);
  const source = {
    ready: () =>
      due
        .filter((job) => job.at <= clock.now() && !started.includes(job.label))
        .map(({ label }) => ({
          label,
          start() {
            started.push(label);
            return perform({ kind: 'commit' });
          }
        })),
    nextTime: () => Math.min(...due.filter((job) => job.at > clock.now()).map((job) => job.at))
  };
  const { driver } = setUp({ source, clock, until: 60_000 });
  driver.run();
  expect([started, clock.now()]).toEqual([['soon'], 2_500]);
});

test('time may pass although a transaction could go on, if that is allowed', () => {
  const ends = (time: 'any-time' | 'when-idle') => {
    const { driver, clock } = setUp({ time, choose: (_, labels) => Math.max(0, labels().indexOf('time passes')) });
    driver.add('slow', callout());
    function* other(): Waiting<number> {
      yield* perform({ kind: 'pause', point: 'p' });
      return clock.now();
    }
    const runner = driver.add('other', other());
    driver.run();
    return runner.value;
  };
  expect([ends('any-time'), ends('when-idle')]).toEqual([2_000, 1_000]);
});

test('one seed makes one schedule, which its choices replay', () => {
  const schedule = (choose: SeededOptions['choose']) => {
    const { driver } = setUp({ choose });
    for (const label of ['A', 'B', 'C']) driver.add(label, callout());
    driver.run();
    return { text: driver.text(), choices: driver.choices };
  };
  const first = schedule(seededChoice(42));
  expect(first.text).toContain('POST /token');
  expect(schedule(seededChoice(42))).toEqual(first);
  expect(schedule(replayedChoice(first.choices))).toEqual(first);
  expect(schedule(seededChoice(43)).text).not.toBe(first.text);
});

test('a schedule without end stops with its trace', () => {
  const { driver } = setUp({ maxSteps: 5 });
  function* endless(): Waiting<void> {
    for (;;) yield* perform({ kind: 'pause', point: 'again' });
  }
  driver.add('A', endless());
  expect(() => driver.run()).toThrow(/did not end within 5 steps:\n.*A starts/);
});
