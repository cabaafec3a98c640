import type { Statement } from './statement';
import { exact, GUIDE } from './statement';

export const async: readonly Statement[] = [
  exact(
    'queueable.after-commit',
    'A job runs only if the transaction that queued it committed',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.transient',
    'A job gets a copy of its members, without the transient ones',
    `${GUIDE}, Queueable Apex`
  ),
  exact('queueable.one-child', 'Asynchronous Apex may queue one job', `${GUIDE}, Queueable Apex`),
  exact(
    'queueable.signature',
    'Duplicate signatures are refused while the other job waits, not while it runs',
    `${GUIDE}, Detecting Duplicate Queueable Jobs`
  ),
  exact('queueable.delay', 'A delayed job does not start before its time', `${GUIDE}, Queueable Apex`),
  exact(
    'queueable.not-serializable',
    'A job with a member that cannot be serialized is refused',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.fifty',
    'Synchronous and scheduled Apex may queue 50 jobs',
    `${GUIDE}, Execution Governors and Limits`
  ),
  exact(
    'queueable.depth',
    'A chain ends at the depth that AsyncOptions asked for; AsyncInfo tells how deep it is',
    `${GUIDE}, Controlling Queueable Chaining`
  ),
  exact(
    'queueable.status',
    'AsyncApexJob goes from Queued to Processing to Completed or Failed, or to Aborted',
    'Object Reference, AsyncApexJob'
  ),
  exact('queueable.class', 'AsyncApexJob names the class of the job', 'Object Reference, AsyncApexJob'),
  exact('queueable.user', 'A job and its finalizer run as the user who queued it', `${GUIDE}, Queueable Apex`),
  exact(
    'finalizer.state',
    'A finalizer sees the state it had when its job ended, also after a limit error',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.not-after-kill',
    'No finalizer runs when the platform kills the request',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.five',
    'A finalizer may queue a failed job again five times in a row',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.own-transaction',
    'A finalizer has a transaction and limits of its own, and may do DML and callouts after a failed job',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.once',
    'A job has at most one finalizer, and only a queueable can attach one',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'schedule.fires',
    'Scheduled Apex runs at its times in the time zone of its user, whose synchronous limits it has',
    `${GUIDE}, Apex Scheduler`
  ),
  exact('schedule.no-callout', 'Scheduled Apex cannot call out; a job that it queues can', `${GUIDE}, Apex Scheduler`)
];
