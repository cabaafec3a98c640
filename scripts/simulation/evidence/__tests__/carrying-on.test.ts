import type { FaultHook } from '../../../local-org/contracts/fault';
import { faultAt } from '../../../local-org/contracts/fault';
import { crowd } from '../crowd';
import { rotateWhileLocked } from '../locked';
import { rotateWhileAuthorized } from '../overtaken';
import { compileEvidence, Subject } from '../subject';

const program = compileEvidence();
const SAFE = { unproven: 0, revoked: 0 };

describe('a pair that cannot be saved because the row is locked', () => {
  it.each([
    { seconds: 15, by: 'the finalizer', saveJobs: 0 },
    { seconds: 25, by: 'the first save job', saveJobs: 1 },
    { seconds: 120, by: 'the third save job', saveJobs: 3 },
    { seconds: 900, by: 'the last save job', saveJobs: 5 }
  ])('is saved by $by after $seconds seconds', ({ seconds, saveJobs }) => {
    const subject = Subject.authorized(program);
    expect(rotateWhileLocked(subject, seconds)).toBe(saveJobs);
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 2 });
    expect(subject.holdsLiveToken).toBe(true);
    expect(subject.harm).toEqual(SAFE);
  });

  it('becomes a doubt that names the next step when the row stays locked for longer than all tries', () => {
    const subject = Subject.authorized(program);
    rotateWhileLocked(subject, 3000);
    subject.sweep();
    expect(subject.custody.state).toBe('InDoubt');
    expect(subject.custody.reason).toMatch(/Next step: .*authorize again/);
    expect(subject.harm).toEqual(SAFE);
  });
});

describe('read-only mode that begins after the lease', () => {
  it('presents nothing, and the rotation follows once it has ended', () => {
    const subject = Subject.authorized(program);
    subject.world.org.faults = readOnlyAfterLease(subject);
    subject.pass(2, subject.asking());
    subject.world.org.readOnlyMode = false;
    subject.pass(10);
    expect(subject.presentations).toBe(0);
    expect(subject.custody).toMatchObject({
      state: 'Waiting',
      reason: expect.stringMatching(/not spent.*Next step: none/)
    });
    subject.wait();
    subject.ask();
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 2 });
  });

  it('ends in a doubt that names the next step when it outlasts all tries to note that nothing was sent', () => {
    const subject = Subject.authorized(program);
    subject.world.org.faults = readOnlyAfterLease(subject);
    subject.pass(40, subject.asking());
    subject.world.org.readOnlyMode = false;
    subject.sweep();
    expect(subject.presentations).toBe(0);
    expect(subject.custody).toMatchObject({ state: 'InDoubt', reason: expect.stringMatching(/Next step: /) });
  });
});

describe('a request whose transaction rolls back', () => {
  it('leaves neither job nor lease nor latch', () => {
    const subject = Subject.authorized(program);
    const { jobs } = subject.world.org;
    subject.failureOf('askAndFail(String,Integer)', [subject.uid, 1]);
    expect(jobs.waiting()).toEqual([]);
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 1 });
    expect(subject.ask()).toMatch(/^Pending: The rotation has started/);
    expect(subject.presentations).toBe(1);
  });
});

describe('a rotation that is no longer wanted', () => {
  it('leaves the grant of a person who authorized meanwhile as it is', () => {
    const subject = Subject.authorized(program);
    rotateWhileAuthorized(subject);
    expect(subject.presentations).toBe(1);
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 2 });
    expect(subject.holdsLiveToken).toBe(true);
  });

  it.each([1, 2, 3, 4])('presents nothing while another job holds the lease, seed %i', (seed) => {
    const subject = Subject.authorized(program);
    const intruders = { className: 'EvidenceRequests', key: 'intrude(String,Integer)', size: 5, seed };
    crowd(subject, intruders, [subject.asking()]);
    expect(subject.presentations).toBe(1);
    expect(subject.harm).toEqual(SAFE);
  });
});

describe('the transactions after the callout', () => {
  it('may lose the announcement without losing the pair', () => {
    const subject = Subject.authorized(program);
    subject.world.org.faults = faultAt(
      ({ point, subject: name }) => point === 'transaction.start' && name === 'tokenward.AnnounceJob',
      1,
      { kind: 'kill' }
    );
    subject.ask();
    expect(subject.failedJobs).toHaveLength(1);
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 2 });
    expect(subject.holdsLiveToken).toBe(true);
  });

  it('name a doubt where the finalizer dies with the only pair', () => {
    const subject = Subject.authorized(program);
    subject.world.org.faults = {
      at: ({ point, transactionKind }) =>
        (point === 'commit.before' && transactionKind === 'queueable') || point === 'finalizer.start'
          ? { kind: 'limit', message: 'Apex CPU time limit exceeded' }
          : undefined
    };
    subject.ask();
    subject.world.org.faults = undefined;
    expect(subject.custody.state).toBe('Leased');
    subject.sweep();
    expect(subject.custody.state).toBe('InDoubt');
    expect(subject.custody.reason).toMatch(/Next step: /);
    expect(subject.harm).toEqual(SAFE);
  });
});

/** The lease is committed, the job starts: between the two the platform's maintenance begins. */
function readOnlyAfterLease({ world }: Subject): FaultHook {
  return {
    at({ point, transactionKind }) {
      if (point !== 'commit.after' || transactionKind !== 'aura') return undefined;
      world.org.readOnlyMode = true;
      world.org.faults = undefined;
      return undefined;
    }
  };
}
