import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import type { NumericValue } from './equality';
import { isNumeric } from './equality';
import { throwApex } from './exceptions';
import { ApexId } from './id';
import { MAX_INTEGER, MIN_INTEGER, wrapLong } from './integer';
import { castName } from './type-name';

type Nullable<T> = T | null;

/** Conversions between static types; every one of them keeps null. */
function keepNull<A, B>(convert: (value: A) => B): (value: Nullable<A>) => Nullable<B> {
  return (value) => (value === null ? null : convert(value));
}

export const integerToLong = keepNull((value: number) => BigInt(value));
export const integerToDouble = keepNull((value: number) => new ApexDouble(value));
export const integerToDecimal = keepNull((value: number) => ApexDecimal.fromInteger(value));
export const longToInteger = keepNull((value: bigint) => Number(BigInt.asIntN(32, value)));
export const longToDouble = keepNull((value: bigint) => new ApexDouble(Number(value)));
export const longToDecimal = keepNull((value: bigint) => ApexDecimal.fromInteger(value));
export const doubleToInteger = keepNull((value: ApexDouble) => saturate(value.value));
export const doubleToLong = keepNull((value: ApexDouble) => saturateLong(value.value));
export const doubleToDecimal = keepNull((value: ApexDouble) => ApexDecimal.fromDouble(value.value));
export const decimalToInteger = keepNull((value: ApexDecimal) => Number(BigInt.asIntN(32, value.toBigInt())));
export const decimalToLong = keepNull((value: ApexDecimal) => wrapLong(value.toBigInt()));
export const decimalToDouble = keepNull((value: ApexDecimal) => new ApexDouble(value.toNumber()));
export const idToString = keepNull((value: ApexId | string) => String(value));
export const stringToId = keepNull((value: string | ApexId) => (value instanceof ApexId ? value : ApexId.parse(value)));
export const dateToDatetime = keepNull((value: ApexDate) => new ApexDatetime(value.epochDay * 86_400_000));

/** As Java narrows a double: towards zero, out of range to the nearest bound, NaN to 0. */
function saturate(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(Math.max(MIN_INTEGER, Math.min(MAX_INTEGER, value)));
}

function saturateLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** Any number as the number type of this name. */
export function toNumericType(value: NumericValue, type: string): NumericValue {
  const decimal = value instanceof ApexDecimal ? value : undefined;
  const double = value instanceof ApexDouble ? value : undefined;
  const long = typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined;
  switch (type) {
    case 'Integer':
      return (
        (decimal ? decimalToInteger(decimal) : double ? doubleToInteger(double) : longToInteger(long ?? null)) ?? 0
      );
    case 'Long':
      return (decimal ? decimalToLong(decimal) : double ? doubleToLong(double) : long) ?? 0n;
    case 'Double':
      return double ?? new ApexDouble(decimal ? decimal.toNumber() : Number(long));
    default:
      return decimal ?? (double ? ApexDecimal.fromDouble(double.value) : ApexDecimal.fromInteger(long ?? 0n));
  }
}

const NUMBER_RANK: readonly string[] = ['Integer', 'Long', 'Double', 'Decimal'];

/** `(T) value` where only the run-time type can tell. Numbers widen; ids and strings turn into each other. */
export function cast(rt: Runtime, value: unknown, type: TypeRef): unknown {
  if (value === null || value === undefined) return null;
  if (type.name === 'Id' && typeof value === 'string') return ApexId.parse(value);
  if (type.name === 'String' && value instanceof ApexId) return value.value;
  if (type.name === 'Datetime' && value instanceof ApexDate) return dateToDatetime(value);
  if (isNumeric(value) && widens(rt.typeOf(value).name, type.name)) return toNumericType(value, type.name);
  if (rt.instanceOf(value, type)) return value;
  const from = castName(rt, rt.typeOf(value));
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${from} to ${castName(rt, type)}`);
}

/** Double and Decimal convert both ways. */
function widens(from: string, to: string): boolean {
  const [low, high] = [NUMBER_RANK.indexOf(from), NUMBER_RANK.indexOf(to)];
  return high >= 0 && (low < high || (low === 3 && high === 2));
}
