import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { publishEvents } from '../../platform/events/publish';
import { hostOf, txOf } from '../../platform/host';
import type { EventContext } from '../../platform/transaction/transaction';
import { ApexList } from '../../runtime/list';
import { PlatformObject } from '../../runtime/object';
import type { SObjectValue } from '../../runtime/sobject';
import { saveResult } from '../database/save-result';

class TriggerContextValue extends PlatformObject {
  readonly apexType = typeRef('EventBus.TriggerContext');
  constructor(readonly context: EventContext) {
    super();
  }
}

function publishList(rt: Runtime, rows: ApexList): ApexList {
  const uuids = publishEvents(hostOf(rt), rows.items as SObjectValue[]);
  return new ApexList(
    typeRef('Database.SaveResult'),
    uuids.map((uuid) => saveResult(uuid))
  );
}

export const eventBus = implement('System.EventBus', {
  'publish(SObject)': (rt, row: SObjectValue) => saveResult(publishEvents(hostOf(rt), [row])[0] ?? null),
  'publish(List<SObject>)': publishList
});

export const triggerContext = implement('EventBus.TriggerContext', {
  'currentContext()': (rt) => {
    const { eventContext } = txOf(rt);
    return eventContext ? new TriggerContextValue(eventContext) : null;
  },
  'setResumeCheckpoint(String)': (_rt, self: TriggerContextValue, replayId: string) => {
    self.context.resumeAfter = replayId;
  },
  'getResumeCheckpoint()': (_rt, self: TriggerContextValue) => self.context.resumeAfter ?? null,
  retries: (_rt, self: TriggerContextValue) => self.context.retries,
  lastError: (_rt, self: TriggerContextValue) => self.context.lastError ?? null
});
