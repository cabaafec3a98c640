import { manualClock } from '../../../contracts/clock';
import { OrgCache } from '../cache';
import { CacheSession } from '../session';
import { serializedSize } from '../size';

function setUp(toss = 0.9) {
  const clock = manualClock(0);
  const cache = new OrgCache(clock, { next: () => toss, bytes: (length) => new Uint8Array(length) });
  const put = (session: CacheSession, key: string, value: unknown): void =>
    session.put(key, { value, expiresAt: 1_000, visibleIn: undefined, immutableIn: undefined });
  const get = (key: string): unknown => new CacheSession(cache).get(key)?.value;
  return { clock, cache, put, get, session: () => new CacheSession(cache) };
}

test('sees its own writes and removals, others do not before its commit', () => {
  const { session, put, get } = setUp();
  const own = session();
  put(own, 'odd', 1);
  put(own, 'even', 2);
  expect([own.remove('odd'), own.remove('absent'), own.get('odd'), own.get('even')?.value]).toEqual([
    true,
    false,
    undefined,
    2
  ]);
  expect(own.keys('')).toEqual(['even']);
  expect(get('even')).toBeUndefined();
  own.commit();
  expect([get('odd'), get('even')]).toEqual([undefined, 2]);
});

test.each([
  [0.4, 'first'],
  [0.6, 'second']
])('when the coin shows %p, the %s of two racing writes stays', (toss, winner) => {
  const { session, put, get } = setUp(toss);
  const [a, b] = [session(), session()];
  put(a, 'key', 'first');
  put(b, 'key', 'second');
  a.commit();
  b.commit();
  expect(get('key')).toBe(winner);
});

test('races are tossed by key', () => {
  const { session, put, get } = setUp(0.4);
  const [a, b] = [session(), session()];
  put(a, 'raced', 'first');
  put(b, 'raced', 'second');
  put(b, 'alone', 'second');
  a.commit();
  b.commit();
  expect([get('raced'), get('alone')]).toEqual(['first', 'second']);
});

test('a removal races like a write', () => {
  const { session, put, get } = setUp(0.6);
  const before = session();
  put(before, 'key', 'old');
  before.commit();
  const [a, b] = [session(), session()];
  put(a, 'key', 'new');
  b.remove('key');
  a.commit();
  b.commit();
  expect(get('key')).toBeUndefined();
});

test('an entry is read until its last moment', () => {
  const { session, put, get, clock, cache } = setUp();
  const own = session();
  put(own, 'key', 'value');
  own.commit();
  clock.advance(999);
  expect(get('key')).toBe('value');
  clock.advance(1);
  expect([get('key'), cache.contents()]).toEqual([undefined, []]);
});

test('text counts by its bytes, and a ring is counted once', () => {
  const ring: { self?: object; text: string } = { text: 'é' };
  ring.self = ring;
  expect([serializedSize('é'), serializedSize(7), serializedSize(ring)]).toEqual([2, 8, 26]);
});
