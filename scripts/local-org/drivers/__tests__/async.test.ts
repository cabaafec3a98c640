import { manualClock } from '../../contracts/clock';
import type { Effect, Waiting } from '../../contracts/effect';
import { perform } from '../../contracts/effect';
import type { Transport, TransportResult } from '../../contracts/transport';
import type { Transaction } from '../../contracts/transaction';
import { AsyncDriver } from '../async';
import { answerSync, runSync } from '../sync';
import type { TransactionSlot } from '../task';

const REQUEST = { method: 'GET', url: 'https://a.example/', headers: {}, body: new Uint8Array() };

function setUp() {
  const pending: ((result: TransportResult) => void)[] = [];
  const transport: Transport = { send: () => new Promise((resolve) => pending.push(resolve)) };
  const slot: TransactionSlot = { tx: { id: 0 } as Transaction };
  return { slot, pending, driver: new AsyncDriver({ slot, transport, clock: manualClock(0) }) };
}

test('transactions in flight keep their own transaction across a callout', async () => {
  const { slot, pending, driver } = setUp();
  function* work(id: number): Waiting<readonly number[]> {
    slot.tx = { id } as Transaction;
    yield* perform({ kind: 'callout', request: REQUEST, timeoutMs: 100 });
    return [id, slot.tx.id];
  }
  const both = [driver.run('A', work(11)), driver.run('B', work(12))];
  for (const answer of pending.reverse()) answer({ ok: false, failure: { kind: 'reset', detail: '' } });
  expect(await Promise.all(both)).toEqual([
    [11, 11],
    [12, 12]
  ]);
  expect(slot.tx.id).toBe(0);
});

test('a lock is tried again when another transaction has got on', async () => {
  const { pending, driver } = setUp();
  let free = false;
  function* holder(): Waiting<void> {
    yield* perform({ kind: 'callout', request: REQUEST, timeoutMs: 100 });
    free = true;
  }
  function* waiter(): Waiting<string> {
    const answer = yield* perform({ kind: 'lock', holder: 1, object: 'A', ids: [], since: 0 });
    return `${answer} ${free}`;
  }
  const waiting = [driver.run('waiter', waiter()), driver.run('holder', holder())];
  await Promise.resolve();
  pending[0]?.({ ok: false, failure: { kind: 'reset', detail: '' } });
  expect(await waiting[0]).toMatch(/^retry/);
});

test('a lock that is ten seconds old times out at once', async () => {
  const { driver } = setUp();
  const lock = perform({ kind: 'lock', holder: 1, object: 'A', ids: [], since: -10_000 });
  expect(await driver.run('waiter', lock)).toBe('timeout');
});

test('two that wait for a third leave it the time to go on', async () => {
  const { pending, driver } = setUp();
  let tries = 0;
  let free = false;
  function* holder(): Waiting<void> {
    yield* perform({ kind: 'callout', request: REQUEST, timeoutMs: 100 });
    free = true;
  }
  function* waiter(): Waiting<number> {
    while (!free) {
      tries += 1;
      yield* perform({ kind: 'lock', holder: 1, object: 'A', ids: [], since: 0 });
    }
    return tries;
  }
  const all = [driver.run('A', waiter()), driver.run('B', waiter()), driver.run('holder', holder())];
  await new Promise((resolve) => setImmediate(resolve));
  pending[0]?.({ ok: false, failure: { kind: 'reset', detail: '' } });
  await Promise.all(all);
  expect(tries).toBeLessThan(8);
});

test('the sync driver refuses a callout, and puts back who answered before', () => {
  const host = {
    effectHandler: (_effect: Effect): unknown => 'before',
    drive: <T>(waiting: Waiting<T>): T => waiting.next().value as T
  };
  function* work(): Waiting<unknown> {
    return host.effectHandler({ kind: 'commit' });
  }
  expect([runSync(host, work()), host.effectHandler({ kind: 'commit' })]).toEqual([undefined, 'before']);
  expect(() => answerSync({ kind: 'callout', request: REQUEST, timeoutMs: 1 })).toThrow(
    'do not support Web service callouts'
  );
});
