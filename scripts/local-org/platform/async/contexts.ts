import { typeRef } from '../../contracts/type-ref';
import { PlatformObject } from '../../runtime/object';

/** System.QueueableContext as a job's execute gets it. */
export class QueueableContextValue extends PlatformObject {
  readonly apexType = typeRef('System.QueueableContext');
  constructor(readonly jobId: string) {
    super();
  }
}

/** System.FinalizerContext: how the parent job ended. */
export class FinalizerContextValue extends PlatformObject {
  readonly apexType = typeRef('System.FinalizerContext');
  constructor(
    readonly jobId: string,
    readonly requestId: string,
    readonly error: unknown
  ) {
    super();
  }
}

export class SchedulableContextValue extends PlatformObject {
  readonly apexType = typeRef('System.SchedulableContext');
  constructor(readonly triggerId: string) {
    super();
  }
}

export function queueableContext(jobId: string): QueueableContextValue {
  return new QueueableContextValue(jobId);
}

export function finalizerContext(jobId: string, requestId: string, error: unknown): FinalizerContextValue {
  return new FinalizerContextValue(jobId, requestId, error);
}
