import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { copyState } from '../../platform/async/copy-state';
import { nextFireTime } from '../../platform/async/cron';
import { setJobStatus } from '../../platform/async/job-rows';
import { hostOf, txOf } from '../../platform/host';
import type { DataSession } from '../../platform/store/data-session';
import { asDataSession } from '../../platform/store/database';
import { ApexDatetime } from '../../runtime/datetime';
import { throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';

/** Scheduled Apex jobs at one time: 100, and 5 in Developer Edition (Apex Developer Guide, "Apex Scheduler"). */
const MAX_SCHEDULED = 100;

function schedule(rt: Runtime, name: string, expression: string, target: object): string {
  const host = hostOf(rt);
  const tx = txOf(rt);
  const { org } = host;
  checkScheduled(asDataSession(tx.session), name);
  const fireTime = nextFireTime(expression, org.clock.now(), tx.user.timeZone);
  if (fireTime === undefined) {
    throwApex(
      'System.AsyncException',
      `Based on configured schedule, the given trigger will never fire. (${expression})`
    );
  }
  const className = rt.classes.classOf(target)?.name ?? '';
  const id = org.data.newId('CronTrigger');
  const job = {
    id,
    name,
    expression,
    className,
    target: copyState(host, target),
    user: tx.user,
    nextFireTime: fireTime,
    timesTriggered: 0
  };
  const detail = org.data.newId('CronJobDetail');
  org.data.insertSystemRow(tx.session, 'CronJobDetail', { Id: ApexId.parse(detail), Name: name, JobType: '7' });
  org.data.insertSystemRow(tx.session, 'CronTrigger', {
    Id: ApexId.parse(id),
    CronJobDetailId: ApexId.parse(detail),
    CronExpression: expression,
    State: 'WAITING',
    TimesTriggered: 0,
    NextFireTime: new ApexDatetime(fireTime),
    OwnerId: ApexId.parse(tx.user.id),
    CreatedById: ApexId.parse(tx.user.id),
    CreatedDate: new ApexDatetime(org.clock.now()),
    TimeZoneSidKey: tx.user.timeZone
  });
  tx.markPending('schedule');
  if (tx.test) tx.test.scheduled.push({ ...job, stands: tx.standing() });
  else tx.afterCommit(() => org.scheduler.add(job));
  return id;
}

/** Rows tell what is scheduled, this transaction's own included; one that will not fire again does not count. */
function checkScheduled(session: DataSession, name: string): void {
  const waiting = session.rows('CronTrigger').filter((row) => row['State'] !== 'COMPLETE');
  if (waiting.length >= MAX_SCHEDULED) {
    throwApex('System.AsyncException', 'You have exceeded the maximum number of Apex scheduled jobs.');
  }
  const taken = waiting.some(({ CronJobDetailId: id }) => {
    const detail = id instanceof ApexId ? session.get('CronJobDetail', id.value) : undefined;
    return String(detail?.['Name']).toLowerCase() === name.toLowerCase();
  });
  if (taken) throwApex('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
}

function abort(rt: Runtime, text: string): void {
  const host = hostOf(rt);
  const tx = txOf(rt);
  const { org } = host;
  const id = ApexId.parse(text).value;
  if (tx.test) {
    tx.test.scheduled = tx.test.scheduled.filter((job) => job.id !== id);
    tx.test.jobs.take(id);
  }
  const cron = org.scheduler.get(id);
  if (cron || id.startsWith('08e')) org.data.deleteSystemRow(tx.session, 'CronTrigger', id);
  else setJobStatus(org, tx.session, id, { Status: 'Aborted' });
  tx.afterCommit(() => {
    org.scheduler.remove(id);
    org.jobs.take(id);
  });
}

export const scheduling = implement('System.System', {
  'schedule(String,String,Object)': schedule,
  'abortJob(String)': abort
});
