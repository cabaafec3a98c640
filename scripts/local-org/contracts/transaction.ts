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
}

export interface CoverageSink {
  hit(file: number, line: number): void;
}
