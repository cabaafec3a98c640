import { typeRef } from '../../../contracts/type-ref';
import { ApexId } from '../../../runtime/id';
import { ApexList } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import { ApexSet } from '../../../runtime/set';
import { SObjectValue } from '../../../runtime/sobject';
import { textOf } from '../../../runtime/text';
import { DoubleObject, outcome, runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { call, dec, strings } from './library-call';

const OBJECT = typeRef('Object');
const rt = runtimeDouble({
  classes: [
    {
      name: 'tw.Ranked',
      fields: { rank: typeRef('Integer') },
      methods: {
        'compareto(Object)': (self, other: DoubleObject) => Number(self.fields.rank) - Number(other.fields.rank)
      }
    },
    {
      name: 'tw.Backwards',
      methods: { 'compare(String,String)': (_self, a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0) }
    }
  ]
});

function ranked(rank: number): DoubleObject {
  const object = new DoubleObject('tw.Ranked');
  object.fields.rank = rank;
  return object;
}

function account(id: string, name: string): SObjectValue {
  const row = new SObjectValue('Account');
  row.put('Id', ApexId.parse(id));
  row.put('Name', name);
  return row;
}

describe('lists', () => {
  it.each([
    ['get(Integer)', [3], 'System.ListException: List index out of bounds: 3'],
    ['remove(Integer)', [-1], 'System.ListException: List index out of bounds: -1'],
    ['add(Integer,T)', [4, 'x'], 'System.ListException: List index out of bounds: 4'],
    ['get(Integer)', [null], 'System.NullPointerException: Argument 1 cannot be null'],
    ['indexOf(T)', ['B'], -1],
    ['indexOf(T)', ['c'], 2],
    ['contains(T)', ['b'], true]
  ])('%s of %p is %p', (key, args, expected) => {
    expect(outcome(() => call(rt, 'List', key, strings('a', 'b', 'c'), ...args))).toBe(expected);
  });

  it('sorts nulls first, then by code units', () => {
    const list = strings('b', null, 'a', 'B');

    call(rt, 'List', 'sort()', list);

    expect(list.items).toEqual([null, 'B', 'a', 'b']);
  });

  it('sorts objects by their own compareTo', () => {
    const list = new ApexList(typeRef('tw.Ranked'), [ranked(3), ranked(1), ranked(2)]);

    call(rt, 'List', 'sort()', list);

    expect(list.items.map((item) => (item as DoubleObject).fields.rank)).toEqual([1, 2, 3]);
  });

  it('sorts by a comparator of any parameter types', () => {
    const list = strings('a', 'c', 'b');

    call(rt, 'List', 'sort(System.Comparator<T>)', list, new DoubleObject('tw.Backwards'));

    expect(list.items).toEqual(['c', 'b', 'a']);
  });

  it('refuses to sort what cannot be compared', () => {
    const list = new ApexList(OBJECT, [new DoubleObject('tw.Backwards'), new DoubleObject('tw.Backwards')]);

    expect(() => call(rt, 'List', 'sort()', list)).toThrow('One or more of the items in this list is not Comparable.');
  });

  it('notices that an iterated list has changed', () => {
    const list = strings('a', 'b', 'c');
    const iterator = call(rt, 'List', 'iterator()', list);
    call(rt, 'Iterator', 'next()', iterator);

    list.add('d');

    expect(() => call(rt, 'Iterator', 'next()', iterator)).toThrow(
      'Cannot modify a collection while it is being iterated.'
    );
  });
});

describe('sets', () => {
  const set = (...items: string[]): ApexSet => ApexSet.from(rt, typeRef('String'), items);

  it.each([
    ['addAll(List<T>)', strings('b', 'd'), true, '{a, b, c, d}'],
    ['addAll(Set<T>)', set('a', 'b'), false, '{a, b, c}'],
    ['removeAll(List<T>)', strings('c', 'x', 'a'), true, '{b}'],
    ['retainAll(Set<T>)', set('c', 'x'), true, '{c}'],
    ['containsAll(List<T>)', strings('c', 'A'), false, '{a, b, c}']
  ])('%s', (key, other, result, left) => {
    const subject = set('a', 'b', 'c');

    expect(call(rt, 'Set', key, subject, other)).toBe(result);
    expect(textOf(rt, subject)).toBe(left);
  });
});

describe('maps', () => {
  it('gives the previous value on put and keeps the place of the key', () => {
    const map = ApexMap.from(rt, typeRef('String'), typeRef('Integer'), [
      ['a', 1],
      ['B', 2]
    ]);

    expect([call(rt, 'Map', 'put(K,V)', map, 'a', 3), call(rt, 'Map', 'put(K,V)', map, 'b', 4)]).toEqual([1, null]);
    expect(textOf(rt, map)).toBe('{a=3, B=2, b=4}');
  });

  it('files rows under their ids, and one without under null', () => {
    const map = new ApexMap(typeRef('Id'), typeRef('Schema.Account'));
    const rows = new ApexList(typeRef('Schema.Account'), [
      account('001000000000001', 'A'),
      new SObjectValue('Account')
    ]);

    call(rt, 'Map', 'putAll(List<SObject>)', map, rows);
    expect(map.get(rt, null)).toBe(rows.items[1]);
    expect(map.get(rt, ApexId.parse('001000000000001AAA'))).toBe(rows.items[0]);
  });

  it('finds decimals whatever their scale', () => {
    const map = ApexMap.from(rt, typeRef('Decimal'), OBJECT, [
      [dec('2'), 'two'],
      [dec('1.50'), 'x']
    ]);

    expect(map.get(rt, dec('1.5'))).toBe('x');
  });
});
