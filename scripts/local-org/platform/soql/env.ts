import type { CodeContext } from '../../contracts/data';
import type { Runtime } from '../../contracts/runtime';
import type { SoqlValue } from '../../compiler/ast-soql';
import type { DataSession } from '../store/data-session';
import type { OrgDatabase } from '../store/database';
import type { Row } from '../store/rows';

/** How a query gets at the values of its binds: by position in generated code, by name in dynamic queries. */
export interface Binds {
  byIndex(index: number): unknown;
  byName(path: readonly string[]): unknown;
}

/** What evaluating a plan needs; one per execution. */
export interface QueryEnv {
  readonly rt: Runtime;
  readonly db: OrgDatabase;
  readonly session: DataSession;
  readonly binds: Binds;
  readonly code: CodeContext;
  readonly now: number;
  readonly zone: string;
}

/** Reads something off a row of the queried object. */
export type Read = (env: QueryEnv, row: Row) => unknown;

export type Test = (env: QueryEnv, row: Row) => boolean;

export function bindValue(env: QueryEnv, value: SoqlValue & { readonly kind: 'bind' | 'bind-index' }): unknown {
  if (value.kind === 'bind-index') return env.binds.byIndex(value.index);
  return env.binds.byName(bindPath(value.expression));
}

function bindPath(expression: (SoqlValue & { readonly kind: 'bind' })['expression']): readonly string[] {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind === 'member') return [...bindPath(expression.receiver), expression.name];
  throw new Error('A bind of a query that is run by its tree must be a name or a dotted name.');
}
