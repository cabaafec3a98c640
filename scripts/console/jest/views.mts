/** A connection that waits, and one that is healthy: the odd one first. */
export const WAITING: Apex.ConnectionView = {
  uid: 'a01000000000001AAA',
  name: 'Warehouse',
  provider: 'Salesforce',
  state: 'Waiting',
  condition: 'Waiting',
  stateText: 'Waiting',
  generation: 2,
  lastRefresh: '2026-05-01T10:00:00.000Z',
  idleDaysLeft: 3,
  idleFraction: 0.9,
  lastOutcome: 'The provider asked to come back later.',
  nextStep: 'None: it is tried again by itself.',
  canRotate: true
};

export const HEALTHY: Apex.ConnectionView = {
  uid: 'a01000000000002AAA',
  name: 'Billing',
  provider: 'Salesforce',
  state: 'Idle',
  condition: 'Idle',
  stateText: 'Healthy',
  generation: 7,
  lastRefresh: '2026-05-02T10:00:00.000Z',
  nextRefresh: '2026-05-02T11:30:00.000Z',
  idleDaysLeft: 29,
  idleFraction: 0.03,
  lastOutcome: 'Healthy',
  nextStep: 'None: it rotates by itself while the sweep is on.',
  canRotate: true
};

export const ENTRIES: readonly Apex.TimelineEntry[] = [
  { id: '1', at: '2026-05-02T10:00:00.000Z', kind: 'Waiting', text: 'Busy.', generation: 7, actor: '707A' },
  { id: '2', at: '2026-05-01T10:00:00.000Z', kind: 'Rotated', text: 'To 7.', generation: 7, actor: '707B' }
];
