import type { TypeRef } from '../../contracts/type-ref';
import { typeRef } from '../../contracts/type-ref';
import { cast, decimalToInteger, doubleToInteger, doubleToLong, integerToLong, longToInteger } from '../convert';
import { ApexDate } from '../date';
import { ApexDecimal } from '../decimal';
import { ApexDouble } from '../double';
import { ApexId } from '../id';
import { integerDivide, longDivide, longShiftRightUnsigned } from '../integer';
import { ApexList } from '../list';
import { textOf } from '../text';
import { outcome, runtimeDouble } from './runtime-double';

const rt = runtimeDouble();

it.each<[unknown, TypeRef, string]>([
  [null, typeRef('Integer'), 'null'],
  [5, typeRef('Long'), '5'],
  [5, typeRef('Decimal'), '5'],
  [ApexDecimal.parse('1.5'), typeRef('Double'), '1.5'],
  ['001000000000001', typeRef('Id'), '001000000000001AAA'],
  [ApexId.parse('001000000000001'), typeRef('String'), '001000000000001AAA'],
  [ApexDate.of(2026, 1, 2), typeRef('Datetime'), '2026-01-02 00:00:00'],
  [5n, typeRef('Integer'), 'System.TypeException: Invalid conversion from runtime type Long to Integer'],
  [true, typeRef('String'), 'System.TypeException: Invalid conversion from runtime type Boolean to String'],
  ['nope', typeRef('Id'), 'System.StringException: Invalid id: nope'],
  [
    new ApexList(typeRef('Object')),
    typeRef('List', [typeRef('String')]),
    'System.TypeException: Invalid conversion from runtime type List<ANY> to List<String>'
  ]
])('%p cast to %p is %s', (value, type, expected) => {
  const result = outcome(() => cast(rt, value, type));

  expect(textOf(rt, result)).toBe(expected);
});

it('narrows as Java does: doubles to the nearest bound, whole numbers by their low bits', () => {
  expect([
    doubleToInteger(new ApexDouble(1e10)),
    doubleToLong(new ApexDouble(-1e30)),
    doubleToInteger(new ApexDouble(-1.9))
  ]).toEqual([2147483647, -9223372036854775808n, -1]);
  expect([
    longToInteger(4294967298n),
    decimalToInteger(ApexDecimal.parse('4294967298.7')),
    integerToLong(null)
  ]).toEqual([2, 2, null]);
});

it('divides whole numbers towards zero and wraps the one quotient that does not fit', () => {
  expect([integerDivide(-7, 2), integerDivide(-2147483648, -1), longDivide(-(2n ** 63n), -1n)]).toEqual([
    -3,
    -2147483648,
    -(2n ** 63n)
  ]);
  expect(outcome(() => integerDivide(1, 0))).toBe('System.MathException: Divide by 0');
  expect(longShiftRightUnsigned(-1n, 60n)).toBe(15n);
});
