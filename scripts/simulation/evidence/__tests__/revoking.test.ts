import { provider, subjectOf } from '../changes';
import type { SubjectWorld } from '../changes';

const MINUTE_MS = 60_000;
const OBJECT = 'tokenward__Debt__c';

function open(kills?: string): SubjectWorld {
  const world = subjectOf();
  if (kills !== undefined) provider('Revocation_Kills__c', kills)(world);
  return world;
}

const living = ({ subject: { world } }: SubjectWorld): number =>
  world.server.families(world.clock).filter(({ ended }) => ended === null).length;
const revocations = ({ subject: { world } }: SubjectWorld): readonly string[] =>
  world.server.journal.revocations().map(({ outcome }) => outcome);
/** What is paid lies in the recycle bin. */
const owed = ({ subject: { world } }: SubjectWorld): number =>
  [...world.org.data.store.table(OBJECT).entries()].filter(([, row]) => row['IsDeleted'] !== true).length;

/** The sweep looks for debts that have become due. */
function sweepFor(world: SubjectWorld, minutes: number): void {
  for (let passed = 0; passed < minutes; passed += 10) {
    world.subject.pass(10);
    world.subject.sweep();
    world.subject.pass(1);
  }
}

describe('a grant that is no longer needed', () => {
  test.each([
    ['nothing is said', undefined, ['revoked'], 1],
    ['it ends the token', 'token', ['revoked'], 1],
    ['it ends the grant', 'grant', [], 2]
  ])('because a new one replaced it, where of a revocation %s', (_what, kills, expected, alive) => {
    const world = open(kills);
    world.subject.authorizeAgain();
    sweepFor(world, 60);
    expect(revocations(world)).toEqual(expected);
    expect(living(world)).toBe(alive);
    expect(owed(world)).toBe(0);
    expect(world.subject.custody.state).toBe('Idle');
    expect(world.subject.send()).toMatch(/^200/);
  });

  test('is revoked by a disconnect, even where it ends the grant and the server was busy at first', () => {
    const world = open('grant');
    world.subject.world.server.faults.add({
      match: { endpoint: 'revoke' },
      action: { kind: 'answer', processed: false, status: 503 }
    });
    world.subject.disconnect();
    world.subject.pass(5);
    world.subject.world.server.faults.clear();
    sweepFor(world, 120);
    expect(revocations(world).at(-1)).toBe('revoked');
    expect(living(world)).toBe(0);
    expect(world.subject.custody.state).toBe('Empty');
  });
});

describe('F39: a disconnect', () => {
  test('leaves a busy server alone for as long as it asks, and ends the grant then', () => {
    const world = open();
    const { server, clock } = world.subject.world;
    server.faults.add({
      match: { endpoint: 'revoke' },
      occurrence: 1,
      action: { kind: 'answer', processed: false, status: 503, retryAfter: '1800' }
    });
    world.subject.disconnect();
    world.subject.pass(5);
    const first = clock.now();
    sweepFor(world, 20);
    expect(revocations(world)).toEqual(['unprocessed']);
    expect(world.subject.custody.state).toBe('Closing');
    sweepFor(world, 60);
    expect(revocations(world)).toEqual(['unprocessed', 'revoked']);
    const second = server.journal.revocations()[1]?.at ?? 0;
    expect(second - first).toBeGreaterThanOrEqual(24 * MINUTE_MS);
    expect(world.subject.custody.state).toBe('Empty');
    expect(living(world)).toBe(0);
  });

  test('is through where the server confirms a token that it no longer knows', () => {
    const world = open();
    world.subject.world.server.faults.add({
      match: { endpoint: 'revoke' },
      action: { kind: 'answer', processed: false, status: 200, body: '' }
    });
    world.subject.disconnect();
    sweepFor(world, 20);
    expect(world.subject.custody.state).toBe('Empty');
    expect(owed(world)).toBe(0);
  });

  test('that lost an answer repeats itself harmlessly', () => {
    const world = open();
    world.subject.world.server.faults.add({
      match: { endpoint: 'revoke' },
      occurrence: 1,
      action: { kind: 'drop', processed: true }
    });
    world.subject.disconnect();
    sweepFor(world, 60);
    expect(revocations(world)).toEqual(['revoked', 'denied']);
    expect(world.subject.custody.state).toBe('Empty');
    expect(living(world)).toBe(0);
  });
});
