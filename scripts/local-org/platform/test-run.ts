import type { Waiting } from '../contracts/effect';
import { deliverEvents } from './events/deliver';
import { runQueueable } from './async/run-queueable';
import { runScheduledInTest } from './async/run-scheduled';
import type { TransactionHost } from './transaction/run';
import type { ApexTransaction } from './transaction/transaction';
import type { TestState } from './test-state';

/** A chain of jobs and events in a test that does not end is a defect of the test: say so rather than hang. */
const MAX_ROUNDS = 1_000;

/** What Test.stopTest does: everything asynchronous that the test has started runs now, one after the other. */
export function* runTestWork(host: TransactionHost, tx: ApexTransaction, test: TestState): Waiting<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const event = test.events.ready()[0];
    const job = test.jobs.due(host.org.clock.now())[0];
    const scheduled = test.scheduled.find(({ stands }) => stands?.() ?? true);
    if (event !== undefined) yield* deliverEvents(host, event, { tx, test });
    else if (job) {
      test.jobs.take(job.id);
      const outcome = yield* runQueueable(host, job, { tx, test });
      if (!outcome.ok) throw outcome.error;
    } else if (scheduled) {
      test.scheduled = test.scheduled.filter((other) => other !== scheduled);
      const outcome = yield* runScheduledInTest(host, scheduled, { tx, test });
      if (!outcome.ok) throw outcome.error;
    } else return;
  }
  throw new Error(`A test's jobs and events did not come to an end within ${MAX_ROUNDS} rounds.`);
}

/** Test.getEventBus().deliver(): the events published so far; jobs that their triggers start wait for stopTest. */
export function* deliverTestEvents(host: TransactionHost, tx: ApexTransaction, test: TestState): Waiting<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const event = test.events.ready()[0];
    if (event === undefined) return;
    yield* deliverEvents(host, event, { tx, test });
  }
  throw new Error(`A test's events did not come to an end within ${MAX_ROUNDS} rounds.`);
}
