import type { Death, PlaceName } from '../deaths';
import { DEATHS, deathAt, PLACES } from '../deaths';
import { compileEvidence, Subject } from '../subject';

const program = compileEvidence();

/** How it ends by a death that the finalizer survives, and by one that it does not; with how many presentations. */
const ENDS: Readonly<Record<PlaceName, { survived: string; killed: string; presentations: number }>> = {
  'as the job starts': { survived: 'InDoubt 1', killed: 'InDoubt 1', presentations: 0 },
  'before the row is read': { survived: 'Waiting 1', killed: 'InDoubt 1', presentations: 0 },
  'before the callout': { survived: 'InDoubt 1', killed: 'InDoubt 1', presentations: 0 },
  'after the callout': { survived: 'InDoubt 1', killed: 'InDoubt 1', presentations: 1 },
  'before the row is locked': { survived: 'Idle 2', killed: 'InDoubt 1', presentations: 1 },
  'before the update': { survived: 'Idle 2', killed: 'InDoubt 1', presentations: 1 },
  'after the update': { survived: 'Idle 2', killed: 'InDoubt 1', presentations: 1 },
  'before the commit': { survived: 'Idle 2', killed: 'InDoubt 1', presentations: 1 },
  'after the commit': { survived: 'Idle 2', killed: 'Idle 2', presentations: 1 }
};
const TABLE = (Object.keys(PLACES) as PlaceName[]).flatMap((place) =>
  (Object.keys(DEATHS) as Death[]).map((death) => {
    const { survived, killed, presentations } = ENDS[place];
    return { place, death, end: death === 'a platform kill' ? killed : survived, presentations };
  })
);

/** A rotation that dies there, and the sweep that finds what it left. */
function dying(place: PlaceName, death: Death): Subject {
  const subject = Subject.authorized(program);
  subject.world.org.faults = deathAt(place, death);
  subject.ask();
  if (subject.custody.state === 'Leased') subject.sweep();
  return subject;
}

describe.each(TABLE)('a rotation job that dies by $death $place', ({ place, death, end, presentations }) => {
  it(`ends ${end}`, () => {
    const subject = dying(place, death);
    expect(subject.failedJobs).toHaveLength(1);
    const { state, generation, reason } = subject.custody;
    expect(`${state} ${generation}`).toBe(end);
    expect(reason).toMatch(state === 'Idle' ? /^$/ : /Next step: \w+/);
  });

  it('presents nothing twice without proof, and goes on', () => {
    const subject = dying(place, death);
    expect(subject.presentations).toBe(presentations);
    goOn(subject);
    expect(subject.harm).toEqual({ unproven: 0, revoked: 0 });
  });
});

/** What the named state promises: a further rotation at rest and after a backoff, a person's consent in doubt. */
function goOn(subject: Subject): void {
  const { state, generation } = subject.custody;
  const before = subject.presentations;
  subject.wait();
  subject.ask();
  if (state === 'InDoubt') subject.authorizeAgain();
  else expect(subject.presentations).toBe(before + 1);
  expect(subject.custody.state).toBe('Idle');
  expect(subject.custody.generation).toBeGreaterThan(generation);
  expect(subject.holdsLiveToken).toBe(true);
}
