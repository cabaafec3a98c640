import type { Waiting } from '../../contracts/effect';
import { ApexDatetime } from '../../runtime/datetime';
import type { Outcome, TransactionHost } from '../transaction/run';
import { runTransaction } from '../transaction/run';
import { SchedulableContextValue } from './contexts';
import { nextFireTime } from './cron';
import type { Enclosing } from './enclosing';
import { sharedWith } from './enclosing';
import type { ScheduledJob } from './scheduler';

/** In a test a scheduled class runs once, when the test stops, whatever its time. */
export function runScheduledInTest(
  host: TransactionHost,
  job: ScheduledJob,
  enclosing: Enclosing
): Waiting<Outcome<unknown>> {
  return execute(host, job, sharedWith(enclosing));
}

/** Runs a scheduled class once, as the user who scheduled it, and sets its next fire time before it starts. */
export function runScheduled(host: TransactionHost, job: ScheduledJob): Waiting<Outcome<unknown>> {
  const { org } = host;
  const fired = job.nextFireTime ?? org.clock.now();
  job.nextFireTime = nextFireTime(job.expression, Math.max(fired, org.clock.now()), job.user.timeZone);
  job.timesTriggered += 1;
  org.data.updateSystemRow(undefined, 'CronTrigger', job.id, {
    NextFireTime: job.nextFireTime === undefined ? null : new ApexDatetime(job.nextFireTime),
    PreviousFireTime: new ApexDatetime(fired),
    TimesTriggered: job.timesTriggered,
    State: job.nextFireTime === undefined ? 'COMPLETE' : 'WAITING'
  });
  org.asyncExecutions += 1;
  return execute(host, job, {});
}

function execute(host: TransactionHost, job: ScheduledJob, shared: Partial<ReturnType<typeof sharedWith>>) {
  const context = new SchedulableContextValue(job.id);
  return runTransaction(host, { kind: 'scheduled', subject: job.className, user: job.user, ...shared }, () =>
    host.callWaiting(job.target, 'execute(System.SchedulableContext)', [context])
  );
}
