import { ApexException, throwApex } from '../../runtime/exceptions';
import { strike } from '../faults';
import type { TransactionHost } from '../transaction/run';
import type { ApexTransaction } from '../transaction/transaction';
import { copyState } from './copy-state';
import { insertJobRow } from './job-rows';
import type { QueueableJob } from './job';

export interface EnqueueOptions {
  readonly signature: string | undefined;
  readonly maximumDepth: number | undefined;
  /** Undefined where the caller gave none: the org's default delay applies. */
  readonly delayMinutes: number | undefined;
}

const NO_OPTIONS: EnqueueOptions = { signature: undefined, maximumDepth: undefined, delayMinutes: undefined };

/** "A failed queueable can be re-enqueued by its finalizer five consecutive times" (Apex Developer Guide). */
const MAX_CONSECUTIVE_FAILURES = 5;
const MAX_DELAY_MINUTES = 10;

/** System.enqueueJob: checks, stages the job, and returns its id. It runs only if this transaction commits. */
export function enqueue(host: TransactionHost, target: object, options: EnqueueOptions = NO_OPTIONS): string {
  const tx = host.tx as ApexTransaction;
  const className = host.classes.classOf(target)?.name ?? '';
  strike(host, 'enqueue', className);
  tx.limits.spend('queueableJobs', 1);
  checkDailyLimit(host, tx);
  const depth = (parentJob(tx)?.depth ?? 0) + 1;
  const maximumDepth = options.maximumDepth ?? parentJob(tx)?.maximumDepth;
  checkDepth(tx, depth, maximumDepth);
  checkDelay(options.delayMinutes);
  const queue = tx.test?.jobs ?? host.org.jobs;
  checkSignature(tx, queue.hasSignature.bind(queue), options.signature);
  const delayMinutes = options.delayMinutes ?? 0;
  const job: QueueableJob = {
    id: host.org.data.newId('AsyncApexJob'),
    className,
    target: copyState(host, target),
    user: tx.user,
    // Delays are ignored in tests.
    notBefore: host.org.clock.now() + (tx.test ? 0 : delayMinutes * 60_000),
    signature: options.signature,
    depth,
    maximumDepth,
    delayMinutes,
    consecutiveFailures: consecutiveFailures(tx, className)
  };
  insertJobRow(host.org, tx.session, job);
  host.org.watch?.enqueued?.(tx, className);
  tx.markPending('enqueue');
  // A test never commits: its jobs wait for stopTest, unless a rollback undoes them.
  if (tx.test) tx.test.jobs.add({ ...job, stands: tx.standing() });
  else stage(tx, job, () => host.org.jobs.add(job));
  return job.id;
}

function stage(tx: ApexTransaction, job: QueueableJob, add: () => void): void {
  if (job.signature !== undefined) tx.stagedSignatures.set(job.signature, tx.standing());
  tx.afterCommit(add);
}

function parentJob(tx: ApexTransaction): QueueableJob | undefined {
  return tx.kind === 'queueable' || tx.kind === 'finalizer' ? tx.job : undefined;
}

function checkDailyLimit(host: TransactionHost, tx: ApexTransaction): void {
  if (tx.test || host.org.asyncExecutions < host.org.asyncExecutionLimit) return;
  throwApex('System.AsyncException', 'AsyncApexExecutions Limit exceeded.');
}

/** In a test only one level runs: "you can't chain queueable jobs in an Apex test", unless a depth was asked for. */
function checkDepth(tx: ApexTransaction, depth: number, maximumDepth: number | undefined): void {
  const allowed = maximumDepth ?? (tx.test ? 1 : Number.POSITIVE_INFINITY);
  if (tx.kind === 'queueable' && depth > allowed) {
    throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
  }
}

function checkDelay(minutes: number | undefined): void {
  if (minutes === undefined || (minutes >= 0 && minutes <= MAX_DELAY_MINUTES)) return;
  throwApex('System.IllegalArgumentException', `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes: ${minutes}`);
}

/**
 * Waiting jobs only: "the queueable signature is removed from the job when it's first dequeued". Whether another
 * transaction's uncommitted enqueue counts is not documented; here it does not.
 */
function checkSignature(
  tx: ApexTransaction,
  taken: (signature: string) => boolean,
  signature: string | undefined
): void {
  if (signature === undefined) return;
  if (!taken(signature) && tx.stagedSignatures.get(signature)?.() !== true) return;
  throw new ApexException(
    'System.DuplicateMessageException',
    'Attempt to enqueue job with duplicate queueable signature'
  );
}

function consecutiveFailures(tx: ApexTransaction, className: string): number {
  const failed = tx.kind === 'finalizer' && tx.job?.className === className ? tx.job.consecutiveFailures : 0;
  if (failed <= MAX_CONSECUTIVE_FAILURES) return failed;
  throwApex(
    'System.AsyncException',
    `Maximum number of consecutive re-enqueues (${MAX_CONSECUTIVE_FAILURES}) by a finalizer has been reached.`
  );
}
