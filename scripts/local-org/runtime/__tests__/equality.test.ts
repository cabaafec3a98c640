import { typeRef } from '../../contracts/type-ref';
import { ApexDate } from '../date';
import { ApexDecimal } from '../decimal';
import { ApexDouble } from '../double';
import { ApexEnumValue } from '../enum';
import { equalOperands, equalStrings, equalValues, hashCode } from '../equality';
import { ApexId } from '../id';
import { ApexList } from '../list';
import { ApexMap } from '../map';
import { equalIds, orderNumbers, orderStrings } from '../ordering';
import { ApexSet } from '../set';
import { SObjectValue } from '../sobject';
import { DoubleObject, runtimeDouble } from './runtime-double';

const KEY = 'tw.Key';
const rt = runtimeDouble({
  classes: [
    {
      name: KEY,
      methods: {
        'equals(Object)': (self, other: DoubleObject) => self.fields.id === other.fields.id,
        // All alike, so that only equals() can tell keys apart.
        'hashcode()': () => 7
      }
    },
    { name: 'tw.Plain' }
  ]
});

function key(id: number): DoubleObject {
  return Object.assign(new DoubleObject(KEY), { fields: { id } });
}

function account(name: string): SObjectValue {
  const row = new SObjectValue('Account');
  row.put('Name', name);
  return row;
}

const list = (...items: unknown[]): ApexList => new ApexList(typeRef('Object'), items);

it.each([
  ['strings by case', 'a', 'A', false],
  ['numbers of all kinds by value', 1, ApexDecimal.parse('1.00'), true],
  ['a Long and a Double', 2n, new ApexDouble(2), true],
  ['ids and their texts', ApexId.parse('001000000000001'), '001000000000001AAA', true],
  ['texts and their ids', '001000000000002', ApexId.parse('001000000000001'), false],
  ['lists by their elements', list('a', 1), list('a', 1n), true],
  ['lists of other length', list('a'), list('a', null), false],
  ['dates', ApexDate.of(2026, 1, 1), ApexDate.parse('2026-01-01'), true],
  ['enum values by type and name', new ApexEnumValue('tw.A', 'X', 0), new ApexEnumValue('tw.B', 'X', 0), false],
  ['rows by their fields', account('A'), account('A'), true],
  ['null and anything', null, 'null', false],
  ['objects by identity', new DoubleObject('tw.Plain'), new DoubleObject('tw.Plain'), false],
  ['objects by their own equals', key(1), key(1), true]
])('compares %s', (_what, a, b, expected) => {
  expect([equalValues(rt, a, b), equalValues(rt, b, a)]).toEqual([expected, expected]);
});

it('ignores the case of strings in the operator alone', () => {
  expect([equalStrings('ä', 'Ä'), equalOperands(rt, 'a', 'A'), equalOperands(rt, list('a'), list('A'))]).toEqual([
    true,
    true,
    false
  ]);
});

it('takes ids of either length for equal', () => {
  expect([equalIds('001000000000001', ApexId.parse('001000000000001AAA')), equalIds('001', '002')]).toEqual([
    true,
    false
  ]);
});

it('makes every relational operator false where a number is null', () => {
  expect([orderNumbers(null, 1) < 0, orderNumbers(null, 1) >= 0, orderStrings(null, 'a') < 0]).toEqual([
    false,
    false,
    true
  ]);
});

describe('hash tables', () => {
  it('tell keys with one hash apart by equals', () => {
    const map = ApexMap.from(rt, typeRef(KEY), typeRef('String'), [
      [key(1), 'one'],
      [key(2), 'two'],
      [key(1), 'first']
    ]);

    expect([map.size, map.get(rt, key(1)), map.remove(rt, key(2)), map.get(rt, key(2))]).toEqual([
      2,
      'first',
      'two',
      null
    ]);
  });

  it('keep keys of different kinds apart', () => {
    const set = ApexSet.from(rt, typeRef('Object'), [
      '1',
      1,
      1n,
      new ApexDouble(1),
      true,
      null,
      list(1),
      new DoubleObject('tw.Plain')
    ]);

    expect(set.size).toBe(8);
  });

  it('lose a row whose fields have changed, as the platform does', () => {
    const row = account('A');
    const set = ApexSet.from(rt, typeRef('SObject'), [account('B'), row]);
    row.put('Name', 'C');

    expect([set.has(rt, row), set.has(rt, account('B'))]).toEqual([false, true]);
  });

  it('ignore the case of names in maps of describe results', () => {
    const map = new ApexMap(typeRef('String'), typeRef('Object'), 'lower');
    map.put(rt, 'Name', 1);

    expect([map.get(rt, 'NAME'), map.get(rt, 'Other')]).toEqual([1, null]);
  });
});

it('gives equal values equal hashes', () => {
  const pairs = [
    [list('a', 2), list('a', 2)],
    [account('A'), account('A')],
    [ApexDecimal.parse('1.50'), ApexDecimal.parse('1.5')],
    [ApexSet.of(typeRef('String'), ['a', 'b']), ApexSet.of(typeRef('String'), ['b', 'a'])]
  ];

  expect(pairs.map(([a, b]) => hashCode(rt, a) === hashCode(rt, b))).toEqual([true, true, true, true]);
  expect([
    hashCode(rt, 'abc'),
    hashCode(rt, key(3)),
    hashCode(rt, list('a', 2)) === hashCode(rt, list(2, 'a'))
  ]).toEqual([96354, 7, false]);
});
