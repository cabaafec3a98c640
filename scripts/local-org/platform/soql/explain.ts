import type { FieldSchema } from '../../contracts/schema';
import type { Filter } from './conditions';
import type { QueryEnv } from './env';
import type { QueryPlan } from './plan-types';

/** How the platform would find a query's rows: through which index, and at what cost. */
export interface Explanation {
  /** The field whose index leads; undefined where every row has to be read. */
  readonly index: string | undefined;
  /** Rows that the index leads to, all other conditions aside. */
  readonly reads: number;
  /** Rows of the object. */
  readonly total: number;
  /** Whether the platform would use that index: it reads few enough of all rows. */
  readonly selective: boolean;
}

/** Standard indexes: the first million rows, and beyond; "Query Optimizer FAQ" and "Large Data Volumes". */
const STANDARD = { first: 0.3, beyond: 0.15, most: 1_000_000 };
/** Custom ones: external ids and unique fields. */
const CUSTOM = { first: 0.1, beyond: 0.05, most: 333_333 };
const MILLION = 1_000_000;
const STANDARD_FIELDS = new Set(['Id', 'Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'RecordTypeId']);
const RANGES = new Set(['<', '<=', '>', '>=']);

/** A single row is found through any index, however few there are. */
const ONE = 1;

/**
 * Conditions on one indexed field count together; negations, null and ranges of text use no index. `expected` is how
 * many rows the object will have once the org is older, if it is to be judged by that.
 */
export function explain(env: QueryEnv, plan: QueryPlan, expected = 0): Explanation {
  const total = Math.max(expected, env.session.store.table(plan.object.name).size);
  const usable = (plan.where?.filters ?? []).filter((filter) => isUsable(env, filter));
  const candidates = [...new Set(usable.map(({ field }) => field))].map((field) => {
    const reads = matches(
      env,
      plan,
      usable.filter((filter) => filter.field === field)
    );
    return { index: field.name, reads, total, selective: reads <= Math.max(ONE, most(field, total)) };
  });
  candidates.sort((a, b) => a.reads - b.reads);
  return candidates[0] ?? { index: undefined, reads: total, total, selective: false };
}

function isUsable(env: QueryEnv, { field, operator, values }: Filter): boolean {
  if (!isIndexed(field)) return false;
  if (values) return !values(env).includes(null);
  return RANGES.has(operator) && field.type.name !== 'String' && field.type.name !== 'Id';
}

function isIndexed(field: FieldSchema): boolean {
  return STANDARD_FIELDS.has(field.name) || field.unique || field.externalId || field.referenceTo.length > 0;
}

function isStandard(field: FieldSchema): boolean {
  return STANDARD_FIELDS.has(field.name) || field.referenceTo.length > 0;
}

function most(field: FieldSchema, total: number): number {
  const { first, beyond, most: limit } = isStandard(field) ? STANDARD : CUSTOM;
  return Math.min(limit, Math.min(total, MILLION) * first + Math.max(0, total - MILLION) * beyond);
}

function matches(env: QueryEnv, { object }: QueryPlan, filters: readonly Filter[]): number {
  const [only] = filters;
  if (filters.length === 1 && only?.values) {
    return only.values(env).reduce<number>((sum, value) => sum + found(env, object.name, only.field, value), 0);
  }
  const tests = filters.map(({ prepare }) => prepare(env));
  return env.session.rows(object.name).filter((row) => tests.every((test) => test(env, row))).length;
}

function found(env: QueryEnv, object: string, field: FieldSchema, value: unknown): number {
  return env.session.find(object, field.name, value).length;
}
