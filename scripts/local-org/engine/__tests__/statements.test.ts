import { ApexList } from '../../runtime/list';
import { value } from './apex';

const JOIN = "String out = '';";

describe('a statement', () => {
  test.each<[string, string, unknown]>([
    [
      'break inside a switch ends the loop',
      `${JOIN} for (Integer i = 0; i < 5; i++) { switch on i { when 2 { break; } when else { out += i; } } } return out;`,
      '01'
    ],
    [
      'continue still updates the loop',
      `${JOIN} for (Integer i = 0; i < 4; i++) { if (i == 1) continue; out += i; } return out;`,
      '023'
    ],
    [
      'a switch on strings respects case',
      "switch on 'a' { when 'A' { return 1; } when 'a', 'b' { return 2; } } return 3;",
      2
    ],
    ['a switch knows null', 'Integer i; switch on i { when 0 { return 1; } when null { return 2; } } return 3;', 2],
    ['a loop walks over a set', `${JOIN} for (Integer i : new Set<Integer>{3, 1, 3}) { out += i; } return out;`, '31'],
    ['do-while runs once at least', 'Integer i = 9; do { i++; } while (i < 5); return i;', 10],
    ['while tests first', 'Integer i = 9; while (i < 5) { i++; } return i;', 9],
    [
      'finally runs after return',
      `List<String> a = new List<String>(); try { a.add('try'); return a; } finally { a.add('finally'); }`,
      ['try', 'finally']
    ],
    [
      'a catch takes the first clause that fits',
      "try { Integer a; a = a + 1; } catch (System.MathException e) { return 'math'; } catch (NullPointerException e) { return 'null'; } return null;",
      'null'
    ]
  ])('%s', (_, body, expected) => {
    const result = value(body, { library: LISTS });
    expect(result instanceof ApexList ? result.items : result).toEqual(expected);
  });

  test('a loop may not change its list', () => {
    const body = 'List<Integer> a = new List<Integer>{1, 2}; for (Integer i : a) { a.add(i); } return a;';
    expect(() => value(body, { library: LISTS })).toThrow('Cannot modify a collection while it is being iterated');
  });
});

const LISTS = [
  {
    type: 'List',
    key: 'add(T)',
    fidelity: 'exact' as const,
    note: undefined,
    waiting: false,
    call: (_: unknown, list: ApexList, item: unknown) => list.add(item)
  }
];
