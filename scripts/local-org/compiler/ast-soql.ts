/**
 * SOQL as a tree, shared by the checker (names inside SOQL), the emitter (static queries) and the platform (dynamic
 * queries parse to the same tree at run time).
 */
import type { At, Expression } from './ast';

export interface SoqlQuery {
  readonly at: At;
  readonly select: readonly SelectItem[];
  readonly from: { readonly at: At; readonly name: string; readonly alias: string | undefined };
  readonly using: string | undefined;
  readonly where: Condition | undefined;
  /** WITH USER_MODE, SYSTEM_MODE, SECURITY_ENFORCED; other WITH clauses by their text. */
  readonly with: string | undefined;
  readonly groupBy: readonly SelectItem[];
  readonly groupByFunction: 'ROLLUP' | 'CUBE' | undefined;
  readonly having: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: SoqlValue | undefined;
  readonly offset: SoqlValue | undefined;
  readonly allRows: boolean;
  /** FOR UPDATE, VIEW, REFERENCE. */
  readonly forClause: 'UPDATE' | 'VIEW' | 'REFERENCE' | undefined;
}

export type SelectItem =
  | { readonly kind: 'field'; readonly at: At; readonly path: readonly string[]; readonly alias: string | undefined }
  | {
      readonly kind: 'function';
      readonly at: At;
      /** Upper case: COUNT, COUNT_DISTINCT, SUM, MIN, MAX, AVG, FORMAT, TOLABEL, CALENDAR_YEAR ... */
      readonly name: string;
      readonly path: readonly string[] | undefined;
      readonly alias: string | undefined;
      /** FORMAT(MIN(x)): the function inside; `path` is then undefined. */
      readonly argument?: SelectItem;
      /** The date is taken in the user's time zone: CALENDAR_YEAR(convertTimezone(x)). */
      readonly inUserZone?: true;
      /** DISTANCE(...) as written. */
      readonly text?: string;
    }
  | { readonly kind: 'subquery'; readonly at: At; readonly query: SoqlQuery; readonly alias: string | undefined }
  /** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM). */
  | { readonly kind: 'fields'; readonly at: At; readonly which: 'ALL' | 'STANDARD' | 'CUSTOM' }
  | { readonly kind: 'typeof'; readonly at: At; readonly text: string };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly at: At;
      readonly left: SelectItem;
      readonly operator:
        '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES'; // prettier-ignore
      readonly right: SoqlValue;
    };

export type SoqlValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As written, with sign and decimals. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** ISO text as written: 2026-01-01 or 2026-01-01T00:00:00Z. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** TODAY, LAST_N_DAYS:30 ... in upper case. */
  | { readonly kind: 'date-literal'; readonly name: string; readonly n: number | undefined }
  | { readonly kind: 'list'; readonly values: readonly SoqlValue[] }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  /** `:expression`. In a dynamic query, a name or dotted name. */
  | { readonly kind: 'bind'; readonly expression: Expression }
  /** A bind in a query constant of generated code: its value is passed in beside the query. */
  | { readonly kind: 'bind-index'; readonly index: number };

export interface OrderItem {
  readonly at: At;
  readonly item: SelectItem;
  readonly descending: boolean;
  /** 'FIRST' is the platform's default. */
  readonly nulls: 'FIRST' | 'LAST';
}
