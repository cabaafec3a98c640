import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import { decimalToInteger, decimalToLong, doubleToInteger, doubleToLong } from '../../../runtime/convert';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import { compareNumbers } from '../../../runtime/equality';
import { throwApex } from '../../../runtime/exceptions';
import { wrapLong } from '../../../runtime/integer';
import { staticMethods } from '../nulls';

type Methods = Record<string, PlainImplementation>;

/** Java's rint: ties go to the even neighbour. */
function rint(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh
};

function overDoubles(): Methods {
  const exact = { ceil: Math.ceil, floor: Math.floor, rint, signum: Math.sign };
  const methods: Methods = {};
  for (const [name, apply] of Object.entries({ ...FUNCTIONS, ...exact })) {
    methods[`${name}(Double)`] = (_rt, value: ApexDouble) => new ApexDouble(apply(value.value));
  }
  return methods;
}

/** Decimals pass through double arithmetic; the platform's own precision here is not documented. */
function overDecimals(): Methods {
  const methods: Methods = {};
  for (const [name, apply] of Object.entries(FUNCTIONS)) {
    methods[`${name}(Decimal)`] = (_rt, value: ApexDecimal) => decimalOf(apply(value.toNumber()));
  }
  methods['atan2(Decimal,Decimal)'] = (_rt, y: ApexDecimal, x: ApexDecimal) =>
    decimalOf(Math.atan2(y.toNumber(), x.toNumber()));
  return methods;
}

function decimalOf(value: number): ApexDecimal {
  if (!Number.isFinite(value)) throwApex('System.MathException', 'The result is not a number.');
  return ApexDecimal.fromDouble(value);
}

function larger<T extends number | bigint | ApexDecimal | ApexDouble>(a: T, b: T): T {
  return compareNumbers(a, b) >= 0 ? a : b;
}

function smaller<T extends number | bigint | ApexDecimal | ApexDouble>(a: T, b: T): T {
  return compareNumbers(a, b) <= 0 ? a : b;
}

function extremes(
  name: string,
  pick: <T extends number | bigint | ApexDecimal | ApexDouble>(a: T, b: T) => T
): Methods {
  return {
    [`${name}(Integer,Integer)`]: (_rt, a: number, b: number) => pick(a, b),
    [`${name}(Long,Long)`]: (_rt, a: bigint, b: bigint) => pick(a, b),
    [`${name}(Double,Double)`]: (_rt, a: ApexDouble, b: ApexDouble) => pick(a, b),
    [`${name}(Decimal,Decimal)`]: (_rt, a: ApexDecimal, b: ApexDecimal) => pick(a, b),
    [`${name}(Decimal,Double)`]: (_rt, a: ApexDecimal, b: ApexDouble) => pick(a, ApexDecimal.fromDouble(b.value))
  };
}

function modulo<T extends number | bigint>(a: T, b: T, remainder: (a: T, b: T) => T): T {
  if (!b) throwApex('System.MathException', 'Divide by 0');
  return remainder(a, b);
}

const integral: Methods = {
  'abs(Integer)': (_rt, value: number) => Math.abs(value) | 0,
  'abs(Long)': (_rt, value: bigint) => wrapLong(value < 0n ? -value : value),
  'abs(Double)': (_rt, value: ApexDouble) => new ApexDouble(Math.abs(value.value)),
  'abs(Decimal)': (_rt, value: ApexDecimal) => value.abs(),
  'mod(Integer,Integer)': (_rt, a: number, b: number) => modulo(a, b, (x, y) => (x % y) | 0),
  'mod(Long,Long)': (_rt, a: bigint, b: bigint) => modulo(a, b, (x, y) => x % y)
};

const rounded: Methods = {
  'ceil(Decimal)': (_rt, value: ApexDecimal) => value.setScale(0, 'CEILING'),
  'floor(Decimal)': (_rt, value: ApexDecimal) => value.setScale(0, 'FLOOR'),
  'rint(Decimal)': (_rt, value: ApexDecimal) => value.setScale(0, 'HALF_EVEN'),
  'signum(Decimal)': (_rt, value: ApexDecimal) => ApexDecimal.fromInteger(value.compare(ApexDecimal.fromInteger(0))),
  // Documented as half to even for Decimal and for Double alike.
  'round(Decimal)': (_rt, value: ApexDecimal) => decimalToInteger(value.setScale(0, 'HALF_EVEN')),
  'round(Double)': (_rt, value: ApexDouble) => doubleToInteger(new ApexDouble(rint(value.value))),
  'roundToLong(Decimal)': (_rt, value: ApexDecimal) => decimalToLong(value.setScale(0, 'HALF_EVEN')),
  'roundToLong(Double)': (_rt, value: ApexDouble) => doubleToLong(new ApexDouble(rint(value.value)))
};

const doubles: Methods = {
  ...overDoubles(),
  'atan2(Double,Double)': (_rt, y: ApexDouble, x: ApexDouble) => new ApexDouble(Math.atan2(y.value, x.value)),
  'pow(Double,Double)': (_rt, base: ApexDouble, exponent: ApexDouble) => new ApexDouble(base.value ** exponent.value),
  'random()': (rt) => new ApexDouble(rt.org.random.next())
};

export const mathMethods = [
  ...implement(
    'System.Math',
    staticMethods({ ...integral, ...rounded, ...doubles, ...extremes('max', larger), ...extremes('min', smaller) })
  ),
  ...implement('System.Math', { E: () => new ApexDouble(Math.E), PI: () => new ApexDouble(Math.PI) }),
  ...implement('System.Math', staticMethods(overDecimals()), {
    fidelity: 'approximate',
    note: 'Decimals are computed with the precision of a Double.'
  })
];
