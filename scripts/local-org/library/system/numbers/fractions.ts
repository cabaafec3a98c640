import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import {
  decimalToInteger,
  decimalToLong,
  doubleToInteger,
  doubleToLong,
  toNumericType
} from '../../../runtime/convert';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import type { ApexEnumValue } from '../../../runtime/enum';
import { isNumeric } from '../../../runtime/equality';
import { throwApex } from '../../../runtime/exceptions';
import { groupDigits } from '../../../runtime/integer';
import type { RoundingName } from '../../../runtime/rounding';
import { isRoundingName } from '../../../runtime/rounding';
import { castName } from '../../../runtime/type-name';
import { instanceMethods, staticMethods } from '../nulls';

function rounding(mode: ApexEnumValue | string): RoundingName {
  const name = typeof mode === 'string' ? mode.toUpperCase() : mode.name;
  return isRoundingName(name) ? name : throwApex('System.MathException', `Invalid rounding mode: ${name}`);
}

/** As the platform shows numbers in English: grouped, at most three fraction digits. */
function format(value: ApexDecimal): string {
  const rounded = value.scale > 3 ? value.setScale(3, 'HALF_EVEN') : value;
  const [whole = '', fraction = ''] = rounded.toPlainText().split('.');
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? groupDigits(whole) : `${groupDigits(whole)}.${kept}`;
}

export function parseDouble(text: string): ApexDouble {
  const value = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(text.trim()) ? parseFloat(text) : NaN;
  if (Number.isNaN(value)) throwApex('System.TypeException', `Invalid double: ${text}`);
  return new ApexDouble(value);
}

function doubleOf(rt: Runtime, value: unknown): unknown {
  if (typeof value === 'string') return parseDouble(value);
  if (isNumeric(value)) return toNumericType(value, 'Double');
  return throwApex(
    'System.TypeException',
    `Invalid conversion from runtime type ${castName(rt, rt.typeOf(value))} to Double`
  );
}

export const doubles = implement('Double', {
  ...instanceMethods({
    'intValue()': (_rt, value: ApexDouble) => doubleToInteger(value),
    'longValue()': (_rt, value: ApexDouble) => doubleToLong(value),
    // Half to even, as documented for Double.round.
    'round()': (_rt, value: ApexDouble) => decimalToLong(ApexDecimal.fromDouble(value.value).setScale(0, 'HALF_EVEN'))
  }),
  ...staticMethods({
    'valueOf(Object)': doubleOf,
    'valueOf(String)': (_rt, text: string) => parseDouble(text)
  })
});

export const decimals = implement('Decimal', {
  ...instanceMethods({
    'abs()': (_rt, value: ApexDecimal) => value.abs(),
    'divide(Decimal,Integer)': (_rt, value: ApexDecimal, by: ApexDecimal, scale: number) => value.divide(by, scale),
    'divide(Decimal,Integer,Object)': (_rt, value: ApexDecimal, by: ApexDecimal, scale: number, mode: ApexEnumValue) =>
      value.divide(by, scale, rounding(mode)),
    'doubleValue()': (_rt, value: ApexDecimal) => new ApexDouble(value.toNumber()),
    'intValue()': (_rt, value: ApexDecimal) => decimalToInteger(value),
    'longValue()': (_rt, value: ApexDecimal) => decimalToLong(value),
    'pow(Integer)': (_rt, value: ApexDecimal, exponent: number) => power(value, exponent),
    'precision()': (_rt, value: ApexDecimal) => value.precision,
    'round()': (_rt, value: ApexDecimal) => decimalToLong(value.setScale(0, 'HALF_EVEN')),
    'round(System.RoundingMode)': (_rt, value: ApexDecimal, mode: ApexEnumValue) =>
      decimalToLong(value.setScale(0, rounding(mode))),
    'scale()': (_rt, value: ApexDecimal) => value.scale,
    'setScale(Integer)': (_rt, value: ApexDecimal, scale: number) => value.setScale(scale),
    'setScale(Integer,System.RoundingMode)': (_rt, value: ApexDecimal, scale: number, mode: ApexEnumValue) =>
      value.setScale(scale, rounding(mode)),
    'stripTrailingZeros()': (_rt, value: ApexDecimal) => value.stripTrailingZeros(),
    'toPlainString()': (_rt, value: ApexDecimal) => value.toPlainText()
  }),
  ...staticMethods({
    'valueOf(Double)': (_rt, value: ApexDouble) => ApexDecimal.fromDouble(value.value),
    'valueOf(Long)': (_rt, value: bigint) => ApexDecimal.fromInteger(value),
    'valueOf(String)': (_rt, text: string) => ApexDecimal.parse(text)
  })
});

/** BigDecimal.pow takes whole exponents from 0 on. */
function power(value: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0) throwApex('System.MathException', 'Invalid operation');
  return value.pow(exponent);
}

const FORMAT_NOTE = {
  fidelity: 'approximate',
  note: 'Numbers are written as in English, whatever the locale.'
} as const;

export const fractionFormats = [
  ...implement('Decimal', instanceMethods({ 'format()': (_rt, value: ApexDecimal) => format(value) }), FORMAT_NOTE),
  ...implement(
    'Double',
    instanceMethods({ 'format()': (_rt, value: ApexDouble) => format(ApexDecimal.fromDouble(value.value)) }),
    FORMAT_NOTE
  )
];
