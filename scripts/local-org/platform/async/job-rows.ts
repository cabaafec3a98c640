import type { LocalOrg } from '../org';
import type { StoreSession } from '../store/session';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexId } from '../../runtime/id';
import type { QueueableJob } from './job';

const TERMINAL = new Set(['Completed', 'Failed', 'Aborted']);

/** The AsyncApexJob row of a job that is being enqueued; others see it when the enqueueing transaction commits. */
export function insertJobRow(org: LocalOrg, session: StoreSession, job: QueueableJob): void {
  org.data.insertSystemRow(session, 'AsyncApexJob', {
    Id: ApexId.parse(job.id),
    JobType: 'Queueable',
    Status: 'Queued',
    MethodName: 'execute',
    ApexClassId: org.data.apexClassId(job.className) ?? null,
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    CreatedById: ApexId.parse(job.user.id),
    CreatedDate: new ApexDatetime(org.clock.now())
  });
}

/** Status is the platform's own note and needs no commit of the job's transaction. */
export function setJobStatus(
  org: LocalOrg,
  session: StoreSession | undefined,
  id: string,
  fields: Readonly<Record<string, unknown>> & { readonly Status: string }
): void {
  const completed = TERMINAL.has(fields.Status) ? { CompletedDate: new ApexDatetime(org.clock.now()) } : {};
  org.data.updateSystemRow(session, 'AsyncApexJob', id, { ...fields, ...completed });
}
