import { JobQueue } from './async/job';
import type { LimitCounters } from '../contracts/transaction';
import type { ScheduledJob } from './async/scheduler';
import { EventChannels } from './events/channels';

/** What one running Apex test owns: its jobs and events must not outlive it, its mocks replace the network. */
export class TestState {
  readonly jobs = new JobQueue();
  readonly events = new EventChannels();
  /** By namespace and interface: see mockKey. */
  readonly mocks = new Map<string, object>();
  phase: 'before' | 'started' | 'stopped' = 'before';
  readOnly = false;
  /** The counters from before startTest, which go on after stopTest. */
  limitsBefore: LimitCounters | undefined;
  scheduled: ScheduledJob[] = [];
}

/** A mock answers for code of the namespace that set it: callouts of a package are mocked by its own tests only. */
export function mockKey(namespace: string, type: string): string {
  return `${namespace}:${type}`.toLowerCase();
}
