import { typeRef } from '../../contracts/type-ref';
import { ApexDatetime } from '../datetime';
import { ApexDecimal } from '../decimal';
import { ApexDouble } from '../double';
import { ApexException } from '../exceptions';
import { ApexId } from '../id';
import { ApexList } from '../list';
import { ApexMap } from '../map';
import { SObjectValue } from '../sobject';
import { textOf, valueOfText } from '../text';
import { DoubleObject, runtimeDouble } from './runtime-double';

const rt = runtimeDouble({
  zone: 'Europe/Berlin',
  classes: [
    { name: 'tw.Outer.Inner', fields: { name: typeRef('String'), next: typeRef('Object') } },
    { name: 'tw.Named', methods: { 'tostring()': () => 'my own text' } }
  ]
});

function inner(name: string, next: unknown): DoubleObject {
  return Object.assign(new DoubleObject('tw.Outer.Inner'), { fields: { name, next } });
}

it.each([
  [null, 'null'],
  [-5, '-5'],
  [7n, '7'],
  [true, 'true'],
  [new ApexDouble(0.001), '0.001'],
  [new ApexDouble(0.0001), '1.0E-4'],
  [new ApexDouble(1e7), '1.0E7'],
  [new ApexDouble(-0), '-0.0'],
  [ApexDecimal.parse('1.10'), '1.10'],
  [ApexId.parse('001000000000001'), '001000000000001AAA'],
  [new ApexException('System.QueryException', 'no rows'), 'System.QueryException: no rows'],
  [inner('a', new ApexList(typeRef('Object'), [1, null])), 'Inner:[name=a, next=(1, null)]'],
  [new DoubleObject('tw.Named'), 'my own text'],
  [
    ApexMap.from(rt, typeRef('String'), typeRef('Object'), [
      ['b', 1],
      ['a', inner('x', null)]
    ]),
    '{b=1, a=Inner:[name=x, next=null]}'
  ]
])('%p is %s', (value, text) => {
  expect(textOf(rt, value)).toBe(text);
});

it('writes rows with the fields that were set or queried and are not null', () => {
  const row = new SObjectValue('Account');
  row.queried = new Set(['Name', 'Site']);
  row.put('Name', 'A');
  row.put('Site', null);
  row.put('Phone', null);

  expect(textOf(rt, row)).toBe('Account:{Name=A, Phone=null}');
});

it('cuts collections after ten elements', () => {
  const numbers = Array.from({ length: 11 }, (_, i) => i);

  expect(textOf(rt, new ApexList(typeRef('Integer'), numbers.slice(0, 10)))).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)');
  expect(textOf(rt, new ApexList(typeRef('Integer'), numbers))).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
});

it('stops at an object that contains itself', () => {
  const object = inner('a', null);
  object.fields.next = object;

  expect(textOf(rt, object)).toBe('Inner:[name=a, next=(already output)]');
});

it('writes a Datetime in GMT in a concatenation and in the zone of the user by valueOf', () => {
  const at = new ApexDatetime(Date.UTC(2026, 6, 1, 22, 30));

  expect([textOf(rt, at), valueOfText(rt, at)]).toEqual(['2026-07-01 22:30:00', '2026-07-02 00:30:00']);
});
