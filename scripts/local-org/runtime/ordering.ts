import type { Runtime } from '../contracts/runtime';
import { methodKey } from './callbacks';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexEnumValue } from './enum';
import type { NumericValue } from './equality';
import { compareNumbers, isNumeric } from './equality';
import { throwApex } from './exceptions';
import { ApexId } from './id';
import { ApexObject } from './object';
import { SObjectValue } from './sobject';
import { ApexTime } from './time';

/** The order of List.sort(): nulls first, strings by code units, objects by their own compareTo(). */
export function compareForSort(rt: Runtime, a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  const [left, right] = [plainRank(a), plainRank(b)];
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (a instanceof SObjectValue && b instanceof SObjectValue) return compareRows(rt, a, b);
  const key = a instanceof ApexObject ? methodKey(rt, a, 'compareTo', 1) : undefined;
  if (a instanceof ApexObject && key !== undefined) return Number(rt.call(a, key, [b]));
  return throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}

function plainRank(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return value.epochDay;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  return value instanceof ApexEnumValue ? value.ordinal : undefined;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By object, then Name, then the other fields by name, as documented for lists of SObjects. */
function compareRows(rt: Runtime, a: SObjectValue, b: SObjectValue): number {
  const byObject = compareText(a.objectName, b.objectName);
  if (byObject !== 0) return byObject;
  const others = [...new Set([...a.fields.keys(), ...b.fields.keys()])].sort();
  for (const field of ['Name', ...others]) {
    const [left, right] = [a.get(field), b.get(field)];
    const comparable = isNumeric(left) || isNumeric(right) || plainRank(left ?? right) !== undefined;
    const order = comparable ? compareForSort(rt, left, right) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

/** `<` and its kin: NaN, which makes every one of them false, where an operand is null. */
export function orderNumbers(a: NumericValue | null, b: NumericValue | null): number {
  return a === null || b === null ? NaN : compareNumbers(a, b);
}

export function orderDates(a: ApexDate | ApexDatetime | ApexTime | null, b: typeof a): number {
  return a === null || b === null ? NaN : momentOf(a) - momentOf(b);
}

/** A Date against a Datetime counts as midnight GMT of its day. */
function momentOf(value: ApexDate | ApexDatetime | ApexTime): number {
  return value instanceof ApexDate ? value.epochDay * 86_400_000 : value.ms;
}

export function equalDates(a: ApexDate | ApexDatetime | ApexTime | null, b: typeof a): boolean {
  return a === null || b === null ? a === b : momentOf(a) === momentOf(b);
}

export function equalNumbers(a: NumericValue | null, b: NumericValue | null): boolean {
  return a === null || b === null ? a === b : compareNumbers(a, b) === 0;
}

/** The platform orders by the user's locale, which puts case last; any text is greater than null. */
export function orderStrings(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareText(a.toLowerCase(), b.toLowerCase());
}

export function orderIds(a: ApexId | string | null, b: ApexId | string | null): number {
  return orderStrings(idText(a), idText(b));
}

/** Ids and texts of either length: equal when they name the same record. */
export function equalIds(a: ApexId | string | null, b: ApexId | string | null): boolean {
  return idText(a) === idText(b);
}

function idText(value: ApexId | string | null): string | null {
  if (value instanceof ApexId) return value.value;
  return value === null ? null : (ApexId.tryParse(value)?.value ?? value);
}
