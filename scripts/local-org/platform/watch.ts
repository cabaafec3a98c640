import type { QueryEnv } from './soql/env';
import type { QueryPlan } from './soql/plan-types';
import type { ApexTransaction } from './transaction/transaction';

/** A query that has just found its rows, before anything else can change them. */
export interface RanQuery {
  readonly env: QueryEnv;
  readonly plan: QueryPlan;
  /** How many rows the query returned, or looked at to group them. */
  readonly rows: number;
}

/** Sees what an org does without taking part in it: for simulations that measure. */
export interface OrgWatch {
  /** A transaction has come to its end: committed, or undone. */
  ended?(tx: ApexTransaction, committed: boolean): void;
  queried?(query: RanQuery): void;
  /** The transaction has queued a job of that class; whether it stands is known when the transaction ends. */
  enqueued?(tx: ApexTransaction, className: string): void;
}
