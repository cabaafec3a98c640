import { ApexDecimal } from '../../runtime/decimal';
import { ApexDouble } from '../../runtime/double';
import { ApexList } from '../../runtime/list';
import { value } from './apex';

function shown(result: unknown): unknown {
  if (result instanceof ApexDecimal || result instanceof ApexDouble)
    return `${result.constructor.name} ${result.toString()}`;
  return result instanceof ApexList ? result.items.map(shown) : result;
}

describe('an expression', () => {
  test.each<[string, string, unknown]>([
    ['an Integer wraps at 32 bits', 'Integer a = 2147483647; return a + 1;', -2147483648],
    ['a product of Integers wraps', 'Integer a = 65536; return a * 65537;', 65536],
    ['Integer division truncates', 'Integer a = -7; return a / 2;', -3],
    ['a Long wraps at 64 bits', 'Long a = 9223372036854775807L; return a + 1;', -9223372036854775808n],
    ['an Integer widens to Long before it is added', 'Integer i = 2147483647; Long l = 1; return i + l;', 2147483648n],
    ['an Integer is stored as a Decimal in a Decimal', 'Decimal d = 5; return d;', 'ApexDecimal 5'],
    ['a Decimal keeps its scale', 'Decimal d = 1.10; return d + 1;', 'ApexDecimal 2.10'],
    ['a Double divides as a double', 'Double d = 1; return d / 4;', 'ApexDouble 0.25'],
    ['an unsigned shift stays an Integer', 'Integer a = -1; return a >>> 28;', 15],
    ['bits combine', 'Integer a = 6; return (a & 3) | (a ^ 5);', 3],
    ['both sides of & on Booleans count', 'Boolean b = true; return b & false;', false],
    ['== on strings ignores case', "String a = 'ABC'; return a == 'abc';", true],
    [
      '=== asks for the same object',
      'List<Integer> a = new List<Integer>(); List<Integer> b = new List<Integer>(); return a === b;',
      false
    ],
    ['null joins a text as null', "String a; return 'x' + a + 1 + true;", 'xnull1true'],
    ['a comparison with null is false', 'Integer a; return a < 5 || a >= 5;', false],
    ['a comparison of different number types is by value', 'Integer a = 2; Decimal d = 1.5; return a > d;', true],
    ['?? takes the right side for null', "String a; return a ?? 'b';", 'b'],
    ['?. ends the whole chain with null', 'String a; return a?.trim().length();', null],
    ['a ternary converts to its common type', 'Boolean b = true; Decimal d = b ? 1 : 2.5; return d;', 'ApexDecimal 1'],
    [
      'a compound assignment evaluates its place once',
      'List<Integer> a = new List<Integer>{1, 10}; Integer i = 0; a[i++] += 5; a[i] += 1; return a;',
      [6, 11]
    ],
    ['x++ gives the old value', 'Integer a = 1; Integer b = a++ + a; return b;', 3],
    ['++x gives the new value', 'Integer a = 1; Integer b = ++a + a; return b;', 4],
    ['a string grows by +=', "String a = 'x'; a += 1; a += null; return a;", 'x1null'],
    ['an assignment has a value', 'Integer a; Integer b = (a = 4) + 1; return a * b;', 20],
    ['a cast widens a number', 'Object o = 5; return (Decimal) o;', 'ApexDecimal 5'],
    ['instanceof null is false', 'Object o; return o instanceof String;', false],
    [
      'a list of strings is a list of objects',
      'Object o = new List<String>(); return o instanceof List<Object>;',
      true
    ],
    ['an array has its size', 'String[] a = new String[2]; return a;', [null, null]],
    ['a minus sign wraps too', 'Integer a = -2147483648; return -a;', -2147483648]
  ])('%s', (_, body, expected) => {
    expect(shown(value(body))).toEqual(expected);
  });

  test.each([
    ['Integer a; return a + 1;', 'System.NullPointerException: Attempt to de-reference a null object'],
    ['String a; return a.length();', 'System.NullPointerException: Attempt to de-reference a null object'],
    ['Boolean b; if (b) { return 1; } return 2;', 'System.NullPointerException: Attempt to de-reference a null object'],
    ['Integer a = 0; return 1 / a;', 'System.MathException: Divide by 0'],
    ['List<Integer> a = new List<Integer>{7, 8}; return a[2];', 'System.ListException: List index out of bounds: 2'],
    [
      "Object o = 'x'; return (Integer) o;",
      'System.TypeException: Invalid conversion from runtime type String to Integer'
    ],
    [
      'return (Subject) (Object) new List<Integer>();',
      'System.TypeException: Invalid conversion from runtime type List<Integer> to Subject'
    ]
  ])('%s fails as %s', (body, message) => {
    expect(() => value(body)).toThrow(message);
  });
});
