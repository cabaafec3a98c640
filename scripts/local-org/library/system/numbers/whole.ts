import { implement } from '../../../contracts/library';
import { toNumericType } from '../../../runtime/convert';
import { isNumeric } from '../../../runtime/equality';
import { throwApex } from '../../../runtime/exceptions';
import { groupDigits, parseInteger, parseLong } from '../../../runtime/integer';
import { castName } from '../../../runtime/type-name';
import { instanceMethods, staticMethods } from '../nulls';

const FORMAT_NOTE = {
  fidelity: 'approximate',
  note: 'Digits are grouped as in English, whatever the locale.'
} as const;

export const integers = [
  ...implement(
    'Integer',
    instanceMethods({ 'format()': (_rt, value: number) => groupDigits(String(value)) }),
    FORMAT_NOTE
  ),
  ...implement(
    'Integer',
    staticMethods({
      'valueOf(Object)': (rt, value: unknown) => {
        if (typeof value === 'string') return parseInteger(value);
        if (isNumeric(value)) return toNumericType(value, 'Integer');
        const from = castName(rt, rt.typeOf(value));
        return throwApex('System.TypeException', `Invalid conversion from runtime type ${from} to Integer`);
      },
      'valueOf(String)': (_rt, text: string) => parseInteger(text)
    })
  )
];

export const longs = [
  ...implement(
    'Long',
    instanceMethods({ 'format()': (_rt, value: bigint) => groupDigits(String(value)) }),
    FORMAT_NOTE
  ),
  ...implement('Long', {
    ...instanceMethods({ 'intValue()': (_rt, value: bigint) => Number(BigInt.asIntN(32, value)) }),
    ...staticMethods({ 'valueOf(String)': (_rt, text: string) => parseLong(text) })
  })
];

export const booleans = implement('Boolean', {
  'valueOf(Object)': (rt, value: unknown) => {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    if (value === null) return throwApex('System.NullPointerException', 'Argument 1 cannot be null');
    return throwApex('System.TypeException', `Invalid boolean: ${castName(rt, rt.typeOf(value))}`);
  }
});
