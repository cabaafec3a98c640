import type { Waiting } from '../contracts/effect';
import { deliverEvents } from './events/deliver';
import { runQueueable } from './async/run-queueable';
import { runScheduled } from './async/run-scheduled';
import type { TransactionHost } from './transaction/run';

/** Something the platform is ready to start by itself. */
export interface Work {
  /** Stable while it waits, so that a schedule can be replayed: 'job 707...', 'events X', 'schedule 08e...'. */
  readonly label: string;
  /** Takes it off its queue. What it returns is the transaction, with its finalizer where it has one. */
  start(): Waiting<unknown>;
}

/** Everything that could start now. A driver chooses one, starts it, and asks again. */
export function readyWork(host: TransactionHost): readonly Work[] {
  const { org } = host;
  const now = org.clock.now();
  const events = org.events.ready().map((objectName) => ({
    label: `events ${objectName}`,
    start: () => deliverEvents(host, objectName)
  }));
  const jobs = org.jobs.due(now).map((job) => ({
    label: `job ${job.id} ${job.className}`,
    start: () => {
      org.jobs.take(job.id);
      return runQueueable(host, job);
    }
  }));
  const scheduled = org.scheduler.due(now).map((job) => ({
    label: `schedule ${job.id} ${job.className}`,
    start: () => runScheduled(host, job)
  }));
  return [...events, ...jobs, ...scheduled];
}

/** When the next delayed job or scheduled class is due, if anything is. */
export function nextWorkTime(host: TransactionHost): number | undefined {
  const { org } = host;
  const now = org.clock.now();
  const times = [org.jobs.nextTime(now), org.scheduler.nextTime(now)].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
