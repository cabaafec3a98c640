import { implement } from '../../contracts/library';
import type {
  FinalizerContextValue,
  QueueableContextValue,
  SchedulableContextValue
} from '../../platform/async/contexts';
import { asApexException } from '../../platform/apex-failure';
import { platformEnumValue } from '../../runtime/enum';
import { ApexId } from '../../runtime/id';

export const queueableContexts = implement('System.QueueableContext', {
  'getJobId()': (_rt, self: QueueableContextValue) => ApexId.parse(self.jobId)
});

export const finalizerContexts = implement('System.FinalizerContext', {
  'getAsyncApexJobId()': (_rt, self: FinalizerContextValue) => ApexId.parse(self.jobId),
  'getRequestId()': (_rt, self: FinalizerContextValue) => self.requestId,
  'getResult()': (_rt, self: FinalizerContextValue) =>
    platformEnumValue('System.ParentJobResult', self.error === undefined ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
  'getException()': (_rt, self: FinalizerContextValue) =>
    self.error === undefined ? null : asApexException(self.error)
});

export const schedulableContexts = implement('System.SchedulableContext', {
  'getTriggerId()': (_rt, self: SchedulableContextValue) => ApexId.parse(self.triggerId)
});
