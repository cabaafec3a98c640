import type { Runtime } from '../contracts/runtime';
import type { Transaction } from '../contracts/transaction';
import type { OrgUser } from '../contracts/org';
import type { StoreSession } from './store/session';
import type { TriggerFrame } from './dml/frames';

/** Why a callout is refused: what the transaction has done that is not committed yet. */
export type PendingWork = 'dml' | 'enqueue' | 'schedule' | 'future' | 'batch' | 'savepoint' | 'email' | 'connect-api';

/** A transaction with the parts that platform/ shares between data, asynchronous work and events. */
export interface PlatformTransaction extends Transaction {
  readonly session: StoreSession;
  /** The triggers that run now, innermost last: Trigger.new and the like read the last one. */
  readonly triggerFrames: TriggerFrame[];
  user: OrgUser;
  /** One per System.runAs block and one for what is outside: what may not mix setup objects with others. */
  readonly dmlScope: object;
  /** Remembered until commit or rollback; a callout while any is pending is a CalloutException. */
  markPending(work: PendingWork): void;
  clearPending(work: PendingWork): void;
  /** Writes are refused while the org is in read-only mode. */
  readonly readOnly: boolean;
  /** Runs after a successful commit, in order of registration; dropped on rollback. */
  afterCommit(action: () => void): void;
}

/** The platform's view of the running transaction. */
export function platformTx(rt: Runtime): PlatformTransaction {
  return rt.tx as PlatformTransaction;
}
