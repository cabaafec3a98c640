import { pureLibrary } from '../../library/pure';
import { run } from './apex';

/** With the real library, each program in both modes. */
const PROGRAMS: readonly (readonly [string, string, string])[] = [
  [
    'a property may have one accessor with a body',
    '3 4',
    `
    Integer seen = 0;
    Integer size { get; set { seen = value; size = value; } }
    static Integer shared { get { if (shared == null) { shared = 4; } return shared; } private set; }
    static String result() { Subject s = new Subject(); s.size = 3; return s.size + ' ' + shared; }`
  ],
  [
    'assignments chain through their types',
    '5 5.0 5',
    `
    static String result() { Decimal d; Long l; Double b; b = l = 5; d = l; return l + ' ' + b + ' ' + d; }`
  ],
  [
    'a loop may have two variables',
    '3',
    `
    static String result() { Integer n = 0; for (Integer i = 0, j = 5; i < j; i++, j--) { n++; } return '' + n; }`
  ],
  [
    'objects of a class sort by their own order',
    '1 2 3 ',
    `
    class Item implements Comparable { Integer n; Item(Integer n) { this.n = n; } public Integer compareTo(Object o) { return n - ((Item) o).n; } }
    static String result() { List<Item> l = new List<Item>{ new Item(3), new Item(1), new Item(2) }; l.sort();
      String out = ''; for (Item i : l) { out += i.n + ' '; } return out; }`
  ],
  [
    'equals and hashCode decide about keys and ==',
    '1 true false',
    `
    class Key { String s; Key(String s) { this.s = s; } public Boolean equals(Object o) { return ((Key) o).s == s; } public override Integer hashCode() { return 1; } }
    static String result() { Map<Key, Integer> m = new Map<Key, Integer>(); m.put(new Key('a'), 2); m.put(new Key('A'), 1);
      return m.get(new Key('a')) + ' ' + (new Key('x') == new Key('X')) + ' ' + (new Key('x') === new Key('X')); }`
  ],
  [
    'toString of a class is used in texts',
    '<x> (<y>)',
    `
    class Part { String s; Part(String s) { this.s = s; } public override String toString() { return '<' + s + '>'; } }
    static String result() { return '' + new Part('x') + ' ' + new List<Part>{ new Part('y') }; }`
  ],
  [
    'a builder returns this',
    'a,b',
    `
    List<String> parts = new List<String>();
    Subject add(String s) { parts.add(s); return this; }
    static String result() { return String.join(new Subject().add('a').add('b').parts, ','); }`
  ],
  [
    'safe navigation calls nothing on null',
    'null null 1',
    `
    Subject next; Integer calls = 0;
    Subject touch(Integer n) { calls += n; return next; }
    static String result() { Subject none; Subject s = new Subject(); Integer i = 1; none?.touch(i++);
      return none?.touch(i++)?.calls + ' ' + s.touch(1)?.touch(i++).calls + ' ' + i; }`
  ],
  [
    'exceptions pass through finally blocks outwards in order',
    'inner outer caught: first cause',
    `
    class CustomException extends Exception { }
    static String log = '';
    static void fail() { try { throw new CustomException('first'); } catch (CustomException e) { throw new CustomException('again', e); } finally { log += 'inner '; } }
    static String result() { try { try { fail(); } finally { log += 'outer '; } } catch (Exception e) { log += 'caught: ' + e.getCause().getMessage() + ' cause'; } return log; }`
  ],
  [
    'throwing null is a null pointer',
    'Attempt to de-reference a null object',
    `
    static String result() { NullPointerException none; try { throw none; } catch (Exception e) { return e.getMessage(); } }`
  ],
  [
    'finally runs on break and continue',
    '0f1f',
    `
    static String result() { String out = ''; for (Integer i = 0; i < 5; i++) { try { if (i == 1) { break; } out += i; continue; } finally { out += (i == 1 ? '1f' : 'f'); } } return out; }`
  ],
  [
    'a final is set in a static block',
    '6',
    `
    static final Integer LIMIT_OF_ALL; static { Integer half = 3; LIMIT_OF_ALL = half * 2; }
    static String result() { return '' + LIMIT_OF_ALL; }`
  ],
  [
    'a switch compares enums and Longs',
    'b 2',
    `
    enum Kind { A, B, C }
    static String pick(Kind k) { switch on k { when A { return 'a'; } when B, C { return 'b'; } when null { return 'n'; } } return '-'; }
    static String result() { Long l = 2; String n; switch on l { when 1L { n = '1'; } when 2L { n = '2'; } } return pick(Kind.C) + ' ' + n; }`
  ],
  [
    'arguments convert to their parameters',
    '1.5 2 Long',
    `
    static Decimal half(Decimal d) { return d / 2; }
    static String kind(Long l) { return 'Long'; }
    static String result() { Integer i = 3; return half(i) + ' ' + half(4) + ' ' + kind(i); }`
  ],
  [
    'a text becomes an id and an id a text',
    'true 001000000000001AAA',
    `
    static String result() { Id i = '001000000000001'; String s = i; return (i == '001000000000001AAA') + ' ' + s; }`
  ],
  [
    'elements of a literal have the type of the list',
    '1.0;2.5',
    `
    static String result() { List<Double> l = new List<Double>{ 1, 2.5 }; return l[0] + ';' + l[1]; }`
  ],
  [
    'a type literal knows its name',
    'String Part',
    `
    class Part { }
    static String result() { return String.class.getName() + ' ' + Part.class.getName().substringAfterLast('.'); }`
  ],
  [
    'a list is iterated by an iterator of the platform',
    'ab',
    `
    static String result() { Iterator<String> it = new List<String>{ 'a', 'b' }.iterator(); String out = ''; while (it.hasNext()) { out += it.next(); } return out; }`
  ],
  [
    'an inner class reaches its outer class’s private statics',
    '9',
    `
    private static Integer secret = 4; private static Integer twice(Integer n) { return n * 2; }
    class Part { Integer read() { return twice(secret) + 1; } }
    static String result() { return '' + new Part().read(); }`
  ],
  [
    'bits and shifts of a Long',
    '-2 9223372036854775807',
    `
    static String result() { Long a = -1; Integer n = 1; return (a << n) + ' ' + (a >>> n); }`
  ]
];

describe.each(['generator', 'plain'] as const)('in %s mode', (mode) => {
  test.each(PROGRAMS)('%s', (_, expected, members) => {
    const source = `public class Subject { ${members.replace('static String result()', 'public static String result()')} }`;
    expect(run([source], 'Subject', 'result()', { mode, library: pureLibrary.flat() })).toBe(expected);
  });
});
