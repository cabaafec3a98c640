import type { SelectItem } from '../../compiler/ast-soql';
import { ApexDecimal } from '../../runtime/decimal';
import { compareNumbers, isNumeric } from '../../runtime/equality';
import type { NumericValue } from '../../runtime/equality';
import { ApexDouble } from '../../runtime/double';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { Row } from '../store/rows';
import { compareOperands, operand } from './compare';
import type { QueryEnv, Read } from './env';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'MIN', 'MAX', 'AVG']);

export function isAggregate(item: SelectItem): boolean {
  return item.kind === 'function' && AGGREGATES.has(item.name);
}

/** The value of an aggregate function over the rows of a group. `read` is absent for COUNT(). */
export function aggregate(name: string, read: Read | undefined, env: QueryEnv, rows: readonly Row[]): unknown {
  if (!read) return rows.length;
  const values = rows.map((row) => read(env, row)).filter((value) => value !== null && value !== undefined);
  switch (name) {
    case 'COUNT':
      return values.length;
    case 'COUNT_DISTINCT':
      return new Set(values.map((value) => String(operand(value, false)))).size;
    case 'SUM':
      return values.length === 0 ? null : sum(values);
    case 'AVG':
      return values.length === 0 ? null : sum(values).over(ApexDecimal.fromInteger(values.length));
    case 'MIN':
      return extreme(values, -1);
    case 'MAX':
      return extreme(values, 1);
    default:
      throw new UnsupportedCall('SOQL', `${name}()`);
  }
}

function sum(values: readonly unknown[]): ApexDecimal {
  return values
    .filter(isNumeric)
    .map(decimal)
    .reduce((total, value) => total.plus(value));
}

function decimal(value: NumericValue): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : ApexDecimal.fromInteger(value);
}

function extreme(values: readonly unknown[], sign: 1 | -1): unknown {
  return values.reduce((best, value) => (order(value, best) * sign > 0 ? value : best), values[0]) ?? null;
}

function order(a: unknown, b: unknown): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  return compareOperands(operand(a, false), operand(b, false));
}

/** Rows that agree on all keys, in order of first appearance. Without keys there is one group, also of no rows. */
export function groups(keys: readonly Read[], env: QueryEnv, rows: readonly Row[]): readonly (readonly Row[])[] {
  if (keys.length === 0) return [rows];
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((read) => keyText(read(env, row))));
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

function keyText(value: unknown): string | null {
  const normal = operand(value, false);
  return normal === null ? null : `${typeof normal}:${String(normal)}`;
}
