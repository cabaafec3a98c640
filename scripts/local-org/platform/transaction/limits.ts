import type { LimitCounters, LimitKind, TransactionKind } from '../../contracts/transaction';
import { LimitError } from '../../runtime/unsupported';

interface LimitSpec {
  readonly sync: number;
  readonly async: number;
  /** The platform's words before ': <first number over the limit>'. */
  readonly message: string;
}

/** Apex Developer Guide, "Execution Governors and Limits". Asynchronous means queueable, batch and future. */
const SPECS: Readonly<Record<LimitKind, LimitSpec>> = {
  queries: { sync: 100, async: 200, message: 'Too many SOQL queries' },
  queryRows: { sync: 50_000, async: 50_000, message: 'Too many query rows' },
  aggregateQueries: { sync: 300, async: 300, message: 'Too many aggregate queries' },
  dmlStatements: { sync: 150, async: 150, message: 'Too many DML statements' },
  dmlRows: { sync: 10_000, async: 10_000, message: 'Too many DML rows' },
  callouts: { sync: 100, async: 100, message: 'Too many callouts' },
  queueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue' },
  futureCalls: { sync: 50, async: 50, message: 'Too many future calls' },
  publishImmediateDml: { sync: 150, async: 150, message: 'Too many publish immediate DML statements' },
  emailInvocations: { sync: 10, async: 10, message: 'Too many Email Invocations' },
  soslQueries: { sync: 20, async: 20, message: 'Too many SOSL queries' },
  cpuTime: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
  heapSize: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large' }
};

const ASYNC_KINDS: ReadonlySet<TransactionKind> = new Set(['queueable', 'batch', 'future']);

/** A finalizer has synchronous limits except for heap, enqueueJob and @future counts (Apex Developer Guide). */
const ASYNC_IN_FINALIZER: ReadonlySet<LimitKind> = new Set(['queueableJobs', 'futureCalls', 'heapSize']);

function allowance(transaction: TransactionKind, kind: LimitKind): number {
  if (kind === 'futureCalls' && (transaction === 'batch' || transaction === 'future')) return 0;
  const asynchronous = ASYNC_KINDS.has(transaction) || (transaction === 'finalizer' && ASYNC_IN_FINALIZER.has(kind));
  return asynchronous ? SPECS[kind].async : SPECS[kind].sync;
}

export function limitCounters(transaction: TransactionKind): LimitCounters {
  const spent = new Map<LimitKind, number>();
  return {
    spend(kind, amount) {
      const total = (spent.get(kind) ?? 0) + amount;
      spent.set(kind, total);
      const allowed = allowance(transaction, kind);
      if (total <= allowed) return;
      const { message } = SPECS[kind];
      throw new LimitError(kind === 'cpuTime' ? message : `${message}: ${allowed + 1}`);
    },
    used: (kind) => spent.get(kind) ?? 0,
    allowed: (kind) => allowance(transaction, kind)
  };
}
