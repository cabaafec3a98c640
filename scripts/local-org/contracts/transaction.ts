import type { OrgUser } from './org';

export type TransactionKind =
  | 'anonymous'
  | 'aura'
  | 'test'
  | 'queueable'
  | 'finalizer'
  | 'event-trigger'
  | 'scheduled'
  | 'batch'
  | 'future'
  | 'rest';

/** One Apex transaction. platform/ implements it and knows more (locks, undo, pending work, limits). */
export interface Transaction {
  readonly id: number;
  readonly kind: TransactionKind;
  /** Changes inside System.runAs. */
  readonly user: OrgUser;
  /** Statics by class, filled lazily by generated code; a fresh object per transaction. */
  readonly statics: unknown[];
  /** Set once a statement with coverage instrumentation ran: file index -> hit lines; undefined when coverage is off. */
  readonly coverage: CoverageSink | undefined;
  /** Apex call depth; generated code counts it up and down. */
  depth: number;
  /** Turns of loops since CPU time was last spent on them; generated code counts it up. */
  turns: number;
  readonly limits: LimitCounters;
}

export type LimitKind =
  | 'queries' | 'queryRows' | 'aggregateQueries' | 'dmlStatements' | 'dmlRows' | 'callouts' | 'queueableJobs'
  | 'futureCalls' | 'publishImmediateDml' | 'emailInvocations' | 'soslQueries' | 'cpuTime' | 'heapSize'; // prettier-ignore

/** What a transaction has used of its governor limits. Counts are exact; CPU and heap are approximate. */
export interface LimitCounters {
  /** Counts, and throws the uncatchable LimitException where the limit is passed ('Too many SOQL queries: 101'). */
  spend(kind: LimitKind, amount: number): void;
  used(kind: LimitKind): number;
  allowed(kind: LimitKind): number;
}

export interface CoverageSink {
  hit(file: number, line: number): void;
}
