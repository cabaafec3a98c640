import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import { failureText } from '../apex-failure';
import { KilledError } from '../../runtime/unsupported';
import { strike } from '../faults';
import type { Outcome, TransactionHost } from '../transaction/run';
import { runTransaction } from '../transaction/run';
import { copyState } from './copy-state';
import { finalizerContext, queueableContext } from './contexts';
import type { Enclosing } from './enclosing';
import { sharedWith } from './enclosing';
import type { QueueableJob } from './job';
import { setJobStatus } from './job-rows';

/** Runs a queueable and, unless the platform killed it, its finalizer. The job is already off the queue. */
export function* runQueueable(
  host: TransactionHost,
  job: QueueableJob,
  enclosing?: Enclosing
): Waiting<Outcome<unknown>> {
  const shared = enclosing ? sharedWith(enclosing) : {};
  const inSession = enclosing?.tx.session;
  setJobStatus(host.org, inSession, job.id, { Status: 'Processing' });
  if (!enclosing) host.org.asyncExecutions += 1;
  const outcome = yield* runTransaction(
    host,
    { kind: 'queueable', subject: job.className, user: job.user, job, ...shared },
    () => host.callWaiting(job.target, 'execute(System.QueueableContext)', [queueableContext(job.id)])
  );
  setJobStatus(host.org, inSession, job.id, outcome.ok ? { Status: 'Completed' } : failed(outcome.error));
  const killed = !outcome.ok && outcome.error instanceof KilledError;
  if (!killed && outcome.tx.finalizer) yield* runFinalizer(host, job, outcome, shared);
  return outcome;
}

function* runFinalizer(
  host: TransactionHost,
  job: QueueableJob,
  parent: Outcome<unknown>,
  shared: ReturnType<typeof sharedWith> | object
): Waiting<void> {
  // The state as it is when the queueable has ended, changes made after attaching included; transient members are gone.
  const state = copyState(host, parent.tx.finalizer as object);
  yield* perform({ kind: 'pause', point: `finalizer of ${job.className}` });
  const error = parent.ok ? undefined : parent.error;
  const nextJob: QueueableJob = { ...job, consecutiveFailures: parent.ok ? 0 : job.consecutiveFailures + 1 };
  yield* runTransaction(
    host,
    {
      kind: 'finalizer',
      subject: host.classes.classOf(state)?.name ?? 'finalizer',
      user: job.user,
      job: nextJob,
      ...shared
    },
    function* (tx) {
      strike(host, 'finalizer.start', tx.subject);
      const context = finalizerContext(job.id, parent.tx.requestId, error);
      return yield* host.callWaiting(state, 'execute(System.FinalizerContext)', [context]);
    }
  );
}

function failed(error: unknown) {
  return { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: failureText(error).slice(0, 255) };
}
