import { throwApex } from './exceptions';

export const MIN_INTEGER = -2_147_483_648;
export const MAX_INTEGER = 2_147_483_647;
const MAX_LONG = 9_223_372_036_854_775_807n;

export function integerDivide(a: number, b: number): number {
  if (b === 0) throwApex('System.MathException', 'Divide by 0');
  return (a / b) | 0;
}

export function longDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) throwApex('System.MathException', 'Divide by 0');
  return wrapLong(a / b);
}

/** Only the low six bits of the amount count, as in Java. */
export function longShiftLeft(a: bigint, amount: bigint): bigint {
  return wrapLong(a << (amount & 63n));
}

export function longShiftRight(a: bigint, amount: bigint): bigint {
  return a >> (amount & 63n);
}

export function longShiftRightUnsigned(a: bigint, amount: bigint): bigint {
  return wrapLong(BigInt.asUintN(64, a) >> (amount & 63n));
}

export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** Integer.valueOf(String): digits with a sign, blanks around them do not count. */
export function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (!(value >= MIN_INTEGER && value <= MAX_INTEGER)) throwApex('System.TypeException', `Invalid integer: ${text}`);
  return value | 0;
}

export function parseLong(text: string): bigint {
  const trimmed = text.trim().replace(/^\+/, '');
  const value = /^-?\d+$/.test(trimmed) ? BigInt(trimmed) : MAX_LONG + 1n;
  if (wrapLong(value) !== value) throwApex('System.TypeException', `Invalid long: ${text}`);
  return value;
}

/** 1234567 is '1,234,567'. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
