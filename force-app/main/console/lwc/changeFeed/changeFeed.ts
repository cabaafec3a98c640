import CONNECTION from '@salesforce/schema/Connection__c';
import { onError, subscribe, unsubscribe, type PlatformEventMessage } from 'lightning/empApi';

export interface Change {
  readonly uid: string;
  readonly generation: number;
  readonly state: string;
}

const NEW_EVENTS_ONLY = -1;

// Event channels and payload fields carry the namespace as plain text, which no compiler adds. A schema import does.
const PREFIX = CONNECTION.objectApiName.replace(/Connection__c$/, '');

/** Calls back for each change until the returned function is called; onLost says that changes may be missed. */
export function openChangeFeed(onChange: (change: Change) => void, onLost: (error: unknown) => void): () => void {
  const subscription = subscribe(`/event/${PREFIX}Connection_Changed__e`, NEW_EVENTS_ONLY, (message) =>
    onChange(toChange(message))
  );
  subscription.catch(onLost);
  onError(onLost);
  return () => {
    subscription.then((opened) => unsubscribe(opened)).catch(onLost);
  };
}

function toChange({ data: { payload } }: PlatformEventMessage): Change {
  return {
    uid: String(payload[`${PREFIX}Connection_Uid__c`]),
    generation: Number(payload[`${PREFIX}Generation__c`]),
    state: String(payload[`${PREFIX}State__c`])
  };
}
