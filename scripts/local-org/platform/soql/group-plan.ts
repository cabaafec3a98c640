import type { OrderItem, SelectItem, SoqlQuery } from '../../compiler/ast-soql';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { Row } from '../store/rows';
import type { LeftSide } from './conditions';
import { compileCondition } from './conditions';
import type { QueryEnv, Read } from './env';
import { dateFunction } from './functions';
import { aggregate, groups, isAggregate } from './grouping';
import type { NameScope } from './names';
import { targetOf } from './operands';
import type { RunSubquery } from './operands';
import type { Column, Compute, GroupPlan, OrderPlan } from './plan-types';

export function planGroups(query: SoqlQuery, scope: NameScope, run: RunSubquery): GroupPlan {
  const keys = query.groupBy.map((item) => keyRead(item, scope));
  const cells = new Map<string, Compute>();
  query.groupBy.forEach((item, index) => cells.set(cellName(item), (env, rows) => firstValue(keys[index], env, rows)));
  const left = (item: SelectItem): LeftSide => cellOf(item, scope, cells);
  const first = query.select[0];
  const countOnly = query.select.length === 1 && first?.kind === 'function' && first.name === 'COUNT' && !first.path;
  const columns = countOnly ? [] : columnsOf(query, left);
  const functions = query.select.filter(isAggregate);
  return {
    keys,
    cells,
    columns,
    having: query.having && compileCondition(query.having, left, run),
    order: query.orderBy.map((item) => orderPlan(item, left)),
    countOnly,
    onlyCounts: functions.every((item) => item.kind === 'function' && item.name === 'COUNT')
  };
}

/** The groups as rows of cells that passed HAVING. */
export function groupRows(plan: GroupPlan, env: QueryEnv, rows: readonly Row[]): readonly Row[] {
  const test = plan.having?.prepare(env);
  return groups(plan.keys, env, rows)
    .map((group) => Object.fromEntries([...plan.cells].map(([name, compute]) => [name, compute(env, group)])))
    .filter((row) => test?.(env, row) ?? true);
}

function keyRead(item: SelectItem, scope: NameScope): Read {
  if (item.kind === 'field') return scope.field(item.path).read;
  if (item.kind === 'function') return dateFunction(item, scope).read;
  throw new UnsupportedCall('SOQL', `GROUP BY ${item.kind}`);
}

function firstValue(read: Read | undefined, env: QueryEnv, rows: readonly Row[]): unknown {
  const row = rows[0];
  return read && row ? read(env, row) : null;
}

function columnsOf(query: SoqlQuery, left: (item: SelectItem) => LeftSide): readonly Column[] {
  let unnamed = 0;
  return query.select.map((item) => {
    left(item);
    const alias = 'alias' in item ? item.alias : undefined;
    if (alias !== undefined) return { name: alias, cell: cellName(item) };
    if (item.kind === 'field') return { name: item.path.at(-1) ?? '', cell: cellName(item) };
    unnamed += 1;
    return { name: `expr${unnamed - 1}`, cell: cellName(item) };
  });
}

/** Adds the cell of an aggregate function on first use; a plain field has to be one of the keys. */
function cellOf(item: SelectItem, scope: NameScope, cells: Map<string, Compute>): LeftSide {
  const cell = cellName(item);
  const read: Read = (_env, row) => row[cell] ?? null;
  if (item.kind === 'function' && isAggregate(item)) {
    const field = item.path && scope.field(item.path);
    if (!cells.has(cell)) cells.set(cell, (env, rows) => aggregate(item.name, field?.read, env, rows));
    const type = item.name.startsWith('COUNT') ? 'Integer' : (field?.field.type.name ?? 'Integer');
    return { target: { name: cell, type, caseSensitive: false }, read, indexable: undefined };
  }
  if (!cells.has(cell)) {
    throwApex('System.QueryException', `Field must be grouped or aggregated: ${displayName(item)}`);
  }
  if (item.kind === 'field') return { target: targetOf(scope.field(item.path).field), read, indexable: undefined };
  return { target: { name: cell, type: 'Integer', caseSensitive: false }, read, indexable: undefined };
}

function orderPlan({ item, descending, nulls }: OrderItem, left: (item: SelectItem) => LeftSide): OrderPlan {
  return { read: left(item).read, descending, nullsFirst: nulls === 'FIRST' };
}

function cellName(item: SelectItem): string {
  if (item.kind === 'field') return item.path.join('.').toLowerCase();
  if (item.kind === 'function') return `${item.name}(${item.path?.join('.').toLowerCase() ?? ''})`;
  throw new UnsupportedCall('SOQL', `${item.kind} in a query with grouping`);
}

function displayName(item: SelectItem): string {
  return item.kind === 'field' ? item.path.join('.') : item.kind;
}
