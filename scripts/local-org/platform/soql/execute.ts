import type { SoqlValue } from '../../compiler/ast-soql';
import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import { typeRef } from '../../contracts/type-ref';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { SObjectValue } from '../../runtime/sobject';
import { strike } from '../faults';
import { hostOf } from '../host';
import { idOf } from '../store/database';
import type { Row } from '../store/rows';
import type { Visibility } from './access';
import { refuseUnfilled } from './definitions';
import { visibleTo } from './access';
import { compareOperands, operand } from './compare';
import { bindValue } from './env';
import type { QueryEnv } from './env';
import { groupRows } from './group-plan';
import type { ChildPlan, GroupPlan, OrderPlan, QueryPlan } from './plan-types';
import { candidates } from './scan';
import { resultRow } from './select';

const RECORD_UNAVAILABLE =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently ' +
  'being modified by another user. Please try again.';

/** Runs a query as a statement of its own: it may wait, it counts against limits, and a fault may strike. */
export function* runQuery(env: QueryEnv, plan: QueryPlan, visibility: Visibility): Waiting<unknown> {
  const { rt } = env;
  const { name } = plan.object;
  // Reading metadata types is free of query limits.
  if (plan.object.kind !== 'metadata') rt.tx.limits.spend('queries', 1);
  if (plan.select.children.length > 0) rt.tx.limits.spend('aggregateQueries', plan.select.children.length);
  strike(rt, 'query', name);
  yield* perform({ kind: 'pause', point: `query ${name}` });
  visibility.check(plan);
  refuseUnfilled(env, plan.object);
  const rows =
    plan.query.forClause === 'UPDATE' ? yield* lockedRows(env, plan, visibility) : rowsOf(env, plan, visibility);
  hostOf(rt).org.watch?.queried?.({ env, plan, rows: rows.length });
  return plan.groups ? grouped(env, plan, plan.groups, rows) : listed(env, plan, rows, visibility);
}

function listed(env: QueryEnv, plan: QueryPlan, rows: readonly Row[], visibility: Visibility): ApexList {
  let spent = rows.length;
  const runChild = (inner: QueryEnv, child: ChildPlan, parent: Row): readonly SObjectValue[] => {
    const found = childRows(inner, child, parent, visibility);
    spent += found.length;
    return found.map((row) => resultRow(inner, child.plan.select, child.plan.object.name, row, runChild));
  };
  const results = rows.map((row) => resultRow(env, plan.select, plan.object.name, row, runChild));
  if (plan.object.kind !== 'metadata') env.rt.tx.limits.spend('queryRows', spent);
  return new ApexList(typeRef(`Schema.${plan.object.name}`), results);
}

function childRows(env: QueryEnv, child: ChildPlan, parent: Row, visibility: Visibility): readonly Row[] {
  const { plan, lookup } = child;
  const test = plan.where?.prepare(env);
  const rows = env.session
    .find(plan.object.name, lookup, parent['Id'])
    .filter((row) => isVisible(env, plan, row, visibility) && (test?.(env, row) ?? true));
  return page(env, plan, sorted(env, plan.order, rows));
}

function grouped(env: QueryEnv, plan: QueryPlan, groups: GroupPlan, rows: readonly Row[]): unknown {
  const cells = groupRows(groups, env, rows);
  env.rt.tx.limits.spend('queryRows', groups.onlyCounts ? Math.max(1, cells.length) : rows.length);
  if (groups.countOnly) return rows.length;
  const chosen = page(env, plan, sorted(env, groups.order, cells));
  const results = chosen.map((row) => {
    const result = new SObjectValue('AggregateResult');
    for (const column of groups.columns) result.fields.set(column.name, row[column.cell] ?? null);
    result.queried = new Set(groups.columns.map((column) => column.name));
    return result;
  });
  return new ApexList(typeRef('Schema.AggregateResult'), results);
}

/** The matching rows in order; grouping sees all of them, LIMIT then concerns groups. */
export function rowsOf(env: QueryEnv, plan: QueryPlan, visibility: Visibility): readonly Row[] {
  const test = plan.where?.prepare(env);
  const rows = candidates(env, plan).filter(
    (row) => isVisible(env, plan, row, visibility) && (test?.(env, row) ?? true)
  );
  if (plan.groups && !plan.groups.countOnly) return rows;
  return page(env, plan, sorted(env, plan.order, rows));
}

function isVisible(env: QueryEnv, plan: QueryPlan, row: Row, visibility: Visibility): boolean {
  return (plan.query.allRows || row['IsDeleted'] !== true) && visibleTo(visibility, env, plan.object, row);
}

/** After every wait the query is evaluated afresh: whoever held the rows may have changed or deleted them. */
function* lockedRows(env: QueryEnv, plan: QueryPlan, visibility: Visibility): Waiting<readonly Row[]> {
  const since = env.db.clock.now();
  for (;;) {
    const rows = rowsOf(env, plan, visibility);
    const ids = rows.map(idOf);
    const holder = env.session.tryLock(ids);
    if (holder === undefined) return rows;
    const answer = yield* perform({ kind: 'lock', holder, object: plan.object.name, ids, since });
    if (answer === 'timeout') throwApex('System.QueryException', RECORD_UNAVAILABLE);
  }
}

function sorted(env: QueryEnv, order: readonly OrderPlan[], rows: readonly Row[]): readonly Row[] {
  if (order.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, keys: order.map(({ read }) => operand(read(env, row), false)) }));
  keyed.sort((a, b) => {
    for (const [index, plan] of order.entries()) {
      const result = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, plan);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compareKeys(a: ReturnType<typeof operand>, b: ReturnType<typeof operand>, plan: OrderPlan): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === plan.nullsFirst ? -1 : 1;
  }
  const order = compareOperands(a, b);
  return Number.isNaN(order) ? 0 : plan.descending ? -order : order;
}

function page<T>(env: QueryEnv, plan: QueryPlan, rows: readonly T[]): readonly T[] {
  const offset = count(env, plan.offset) ?? 0;
  const limit = count(env, plan.limit);
  if (offset > 2000) throwApex('System.QueryException', 'Maximum SOQL offset allowed is 2000');
  return offset === 0 && limit === undefined
    ? rows
    : rows.slice(offset, limit === undefined ? undefined : offset + limit);
}

function count(env: QueryEnv, value: SoqlValue | undefined): number | undefined {
  if (!value) return undefined;
  if (value.kind === 'number') return Number(value.text);
  if (value.kind !== 'bind' && value.kind !== 'bind-index') return undefined;
  const bound = bindValue(env, value);
  if (typeof bound !== 'number' && typeof bound !== 'bigint') {
    throwApex('System.QueryException', 'LIMIT and OFFSET take an Integer that is not null.');
  }
  return Number(bound);
}
