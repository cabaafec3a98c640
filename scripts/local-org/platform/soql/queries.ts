import type { SoqlQuery } from '../../compiler/ast-soql';
import { parseSoql, SoqlSyntaxError } from '../../compiler/lower/soql/parse-soql';
import type { CodeContext } from '../../contracts/data';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import { throwApex } from '../../runtime/exceptions';
import { platformTx } from '../current';
import type { OrgDatabase } from '../store/database';
import { asDataSession } from '../store/database';
import type { QueryMode, Visibility } from './access';
import { visibilityOf } from './access';
import type { Binds, QueryEnv } from './env';
import { runQuery, rowsOf } from './execute';
import { planQuery } from './plan';
import type { PlanContext, QueryPlan } from './plan-types';

/** Dynamic queries are few and repeat; more texts than this are not kept. */
const PARSED_LIMIT = 500;

const EVERYTHING: Visibility = { check: () => undefined, sharing: undefined };

/** Queries of one org: plans are kept by query tree, which is one constant per place in the code. */
export class QueryEngine {
  readonly #db: OrgDatabase;
  readonly #plans = new WeakMap<SoqlQuery, Map<string, QueryPlan>>();
  readonly #parsed = new Map<string, SoqlQuery>();

  constructor(db: OrgDatabase) {
    this.#db = db;
  }

  run(rt: Runtime, query: SoqlQuery, binds: Binds, code: CodeContext, mode = modeOf(query)): Waiting<unknown> {
    const env = this.#env(rt, binds, code);
    const { session, user } = platformTx(rt);
    const visibility = visibilityOf(mode, sharingOf(code), () => this.#db.access(session, user));
    return runQuery(env, this.plan(query, code.namespace), visibility);
  }

  plan(query: SoqlQuery, namespace: string): QueryPlan {
    const plans = this.#plans.get(query) ?? new Map<string, QueryPlan>();
    this.#plans.set(query, plans);
    const known = plans.get(namespace);
    if (known) return known;
    const plan = planQuery(query, this.#context(namespace));
    plans.set(namespace, plan);
    return plan;
  }

  /** The text of a dynamic query; a wrong one is a QueryException where it is run. */
  parse(text: string): SoqlQuery {
    const known = this.#parsed.get(text);
    if (known) return known;
    try {
      const query = parseSoql(text);
      if (this.#parsed.size >= PARSED_LIMIT) this.#parsed.clear();
      this.#parsed.set(text, query);
      return query;
    } catch (error) {
      if (error instanceof SoqlSyntaxError) throwApex('System.QueryException', error.message);
      throw error;
    }
  }

  #context(namespace: string): PlanContext {
    return {
      db: this.#db,
      namespace,
      runSubquery: (env, query) => {
        const plan = this.plan(query, namespace);
        const field = plan.select.fields.at(-1) ?? 'Id';
        return rowsOf(env, plan, EVERYTHING).map((row) => row[field] ?? null);
      }
    };
  }

  #env(rt: Runtime, binds: Binds, code: CodeContext): QueryEnv {
    const tx = platformTx(rt);
    const now = this.#db.clock.now();
    return { rt, db: this.#db, session: asDataSession(tx.session), binds, code, now, zone: tx.user.timeZone };
  }
}

export function modeOf(query: SoqlQuery): QueryMode {
  switch (query.with?.toUpperCase()) {
    case 'USER_MODE':
      return 'user';
    case 'SECURITY_ENFORCED':
      return 'security-enforced';
    default:
      return 'system';
  }
}

/** An entry point that inherits sharing runs with it; a class that says nothing runs without. */
export function sharingOf(code: CodeContext): boolean {
  return code.sharing === 'with' || code.sharing === 'inherited';
}

/** Binds of generated code. */
export function indexedBinds(values: readonly unknown[]): Binds {
  return {
    byIndex: (index) => values[index] ?? null,
    byName: (path) => throwApex('System.QueryException', `Variable does not exist: ${path.join('.')}`)
  };
}
