import type { Runtime } from '../contracts/runtime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { ApexException } from './exceptions';
import { ApexObject, PlatformObject } from './object';
import { ApexValue, HashKey, hashText } from './value';

const EQUALS = 'equals(Object)';
const HASH_CODE = 'hashcode()';

/**
 * equals(): strings by case, numbers of all kinds by value, collections by elements, objects of the project by their
 * own equals() if they have one. What collections, asserts and `==` on anything but strings use.
 */
export function equalValues(rt: Runtime, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b) === 0;
  if (a instanceof ApexValue) return a.equalTo(rt, b);
  if (b instanceof ApexValue) return b.equalTo(rt, a);
  if (a instanceof ApexObject && rt.hasMethod(a, EQUALS)) return rt.call(a, EQUALS, [b]) === true;
  return false;
}

/** The operator `==` on operands of unknown kind: as equals(), but strings ignore case. */
export function equalOperands(rt: Runtime, a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return equalStrings(a, b);
  return equalValues(rt, a, b);
}

/** `==` on strings ignores case. */
export function equalStrings(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

export type NumericValue = number | bigint | ApexDouble | ApexDecimal;

export function isNumeric(value: unknown): value is NumericValue {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof ApexDouble ||
    value instanceof ApexDecimal
  );
}

/** Negative, zero or positive; NaN where a Double is not a number. */
export function compareNumbers(a: NumericValue, b: NumericValue): number {
  if (a instanceof ApexDecimal || b instanceof ApexDecimal) {
    const special = [a, b].some((side) => side instanceof ApexDouble && !Number.isFinite(side.value));
    if (!special) return toDecimal(a).compare(toDecimal(b));
  }
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [toNumber(a), toNumber(b)];
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : NaN;
}

function toDecimal(value: NumericValue): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : ApexDecimal.fromInteger(value);
}

function toNumber(value: NumericValue): number {
  if (value instanceof ApexDecimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : Number(value);
}

/**
 * What a hash table files a value under. Primitives stand for themselves, objects without their own equals() too;
 * a HashKey says that equal values must still be told apart.
 */
export function keyOf(rt: Runtime, value: unknown): unknown {
  if (value instanceof ApexValue) return value.hashKey(rt);
  if (value instanceof ApexObject && rt.hasMethod(value, EQUALS) && rt.hasMethod(value, HASH_CODE)) {
    return new HashKey(hashCode(rt, value));
  }
  return value;
}

/** hashCode() and System.hashCode(Object). */
export function hashCode(rt: Runtime, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (value instanceof ApexObject && rt.hasMethod(value, HASH_CODE)) return Number(rt.call(value, HASH_CODE, []));
  if (value instanceof ApexValue) {
    const key = value.hashKey(rt);
    return key instanceof HashKey ? key.hash : hashText(key);
  }
  return identityHash(rt, value);
}

function identityHash(rt: Runtime, value: unknown): number {
  if (!(value instanceof ApexObject || value instanceof PlatformObject || value instanceof ApexException)) return 0;
  value.identityHash ??= Math.floor(rt.org.random.next() * 0x7fff_ffff);
  return value.identityHash;
}
