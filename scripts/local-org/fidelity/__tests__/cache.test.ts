import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Store {
    public class StoppedException extends Exception {}
    private static Cache.OrgPartition store() { return Cache.Org.getPartition('local.Store'); }
    private static Cache.OrgPartition bare() { return Cache.Org.getPartition('local.Bare'); }
    public static String putOne() { store().put('key', 'one'); Boxes.count(); return (String) store().get('key'); }
    public static String putTwo() { store().put('key', 'two'); Boxes.count(); return (String) store().get('key'); }
    public static String get() { return (String) store().get('key'); }
    public static String getTwice() {
      String first = get();
      Boxes.count();
      return first + ' ' + get();
    }
    public static void putAndFail() { store().put('key', 'lost'); throw new StoppedException('no'); }
    public static String emptyPartition() {
      bare().put('key', 'nowhere');
      return bare().get('key') + ' ' + bare().contains('key') + ' ' + bare().remove('key');
    }
    public static void putLong() { store().put('short', 'kept', 300); store().put('key', 'kept', 172800); }
    public static Boolean hasShort() { return store().contains('short'); }
    public static String refusedTimes() {
      return refusal(299) + ' ' + refusal(172801) + ' ' + refusal(300);
    }
    private static String refusal(Integer seconds) {
      try { store().put('time', 'x', seconds); return 'taken'; }
      catch (Exception e) { return e.getTypeName(); }
    }
    public static String refusedKeys() {
      return keyRefusal('a'.repeat(51)) + ' ' + keyRefusal('a b') + ' ' + keyRefusal('a'.repeat(50));
    }
    private static String keyRefusal(String key) {
      try { store().put(key, 'x'); return 'taken'; } catch (Exception e) { return e.getTypeName(); }
    }
    public static String tooLarge() {
      try { store().put('large', 'x'.repeat(102401)); return 'taken'; } catch (Exception e) { return e.getTypeName(); }
    }
    public static String missing() {
      try { Cache.Org.getPartition('local.Absent'); return 'found'; } catch (Exception e) { return e.getTypeName(); }
    }
    public static String copies() {
      List<String> words = new List<String>{ 'first' };
      store().put('words', words);
      words.add('later');
      ((List<String>) store().get('words')).add('also later');
      return String.join((List<String>) store().get('words'), ',');
    }
    public static String keepsNoSecret() {
      store().put('holder', new Holder('kept', 'dropped'));
      Holder found = (Holder) store().get('holder');
      return found.plain + ' ' + found.secret;
    }
    public class Holder {
      public String plain;
      public transient String secret;
      public Holder(String plain, String secret) { this.plain = plain; this.secret = secret; }
    }
  }`
);

function racing(seed: number): unknown {
  const lab = new Lab(program);
  for (let n = 0; n < seed; n += 1) lab.org.random.next();
  lab.race({ A: 'Store.putOne', B: 'Store.putTwo' }, ['start A', 'start B', 'run A', 'run A']);
  return lab.call('Store.get');
}

test(`${proves('cache.visible-on-commit')}`, () => {
  const lab = new Lab(program);
  const before = lab.race({ A: 'Store.putOne', B: 'Store.get' }, ['start A', 'start B']);
  expect(before).toEqual({ A: 'one', B: null });
  expect(lab.call('Store.get')).toBe('one');
});

test(`${proves('cache.memoised')}`, () => {
  const lab = new Lab(program);
  const steps = ['start A', 'start B', 'run B', 'run B'];
  expect(lab.race({ A: 'Store.getTwice', B: 'Store.putOne' }, steps)['A']).toBe('null null');
  expect(lab.call('Store.getTwice')).toBe('one one');
});

test(`${proves('cache.rolled-back')}`, () => {
  const lab = new Lab(program);
  expect(lab.call('Store.putAndFail')).toBe('Store.StoppedException: no');
  expect(lab.call('Store.get')).toBeNull();
});

test(`${proves('cache.race')}`, () => {
  const winners = Array.from({ length: 12 }, (_, seed) => racing(seed));
  expect(new Set(winners)).toEqual(new Set(['one', 'two']));
});

test('A put that comes after another one has been seen does not race with it', () => {
  const lab = new Lab(program);
  lab.call('Store.putOne');
  lab.call('Store.putTwo');
  expect(lab.call('Store.get')).toBe('two');
});

test(`${proves('cache.no-capacity')}`, () => {
  expect(new Lab(program).call('Store.emptyPartition')).toBe('null false false');
});

test(`${proves('cache.ttl')}`, () => {
  const refused = 'Cache.InvalidParamException';
  expect(new Lab(program).call('Store.refusedTimes')).toBe(`${refused} ${refused} taken`);
});

test(`${proves('cache.expires')}`, () => {
  const lab = new Lab(program);
  lab.call('Store.putLong');
  lab.org.clock.advance(299_999);
  expect(lab.call('Store.hasShort')).toBe(true);
  lab.org.clock.advance(1);
  expect([lab.call('Store.hasShort'), lab.call('Store.get')]).toEqual([false, 'kept']);
});

test(`${proves('cache.evicted')}`, () => {
  const lab = new Lab(program);
  lab.call('Store.putLong');
  lab.org.cache.evict((key) => key.endsWith('.short'));
  expect([lab.call('Store.hasShort'), lab.call('Store.get')]).toEqual([false, 'kept']);
});

test(`${proves('cache.limits')}`, () => {
  const lab = new Lab(program);
  const refused = 'Cache.InvalidParamException';
  expect(lab.call('Store.refusedKeys')).toBe(`${refused} ${refused} taken`);
  expect(lab.call('Store.tooLarge')).toBe('Cache.ItemSizeLimitExceededException');
});

test(`${proves('cache.partition-missing')}`, () => {
  expect(new Lab(program).call('Store.missing')).toBe('Cache.Org.OrgCacheException');
});

test(`${proves('cache.copies')}`, () => {
  const lab = new Lab(program);
  expect([lab.call('Store.copies'), lab.call('Store.keepsNoSecret')]).toEqual(['first', 'kept null']);
});
