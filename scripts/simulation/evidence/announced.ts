import { SObjectValue } from '../../local-org/runtime/sobject';
import type { Subject } from './subject';

const EVENT = 'tokenward__Connection_Changed__e';

/** States by time, the same one after another once. A lease is none of them: it passes, and nobody is told of it. */
export interface States {
  readonly committed: () => readonly string[];
  readonly published: () => readonly string[];
}

/** Notes each state of the connection that a transaction commits, and each that an event names. */
export function watchStates(subject: Subject): States {
  const committed: string[] = [subject.custody.state];
  const published: string[] = [subject.custody.state];
  const { org } = subject.world;
  const before = org.faults;
  org.faults = {
    at: (detail) => {
      if (detail.point === 'commit.after') committed.push(subject.custody.state);
      return before?.at(detail);
    }
  };
  org.onEvent((objectName, row) => {
    if (objectName !== EVENT || !(row instanceof SObjectValue)) return;
    published.push(String(row.fields.get('tokenward__State__c')));
  });
  return { committed: () => changesOf(committed), published: () => changesOf(published) };
}

function changesOf(states: readonly string[]): readonly string[] {
  const resting = states.filter((state) => state !== 'Leased');
  return resting.filter((state, index) => state !== resting[index - 1]);
}
