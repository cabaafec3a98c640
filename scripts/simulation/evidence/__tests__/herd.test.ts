import { CostMeter } from '../../costs/meter';
import type { HerdOptions, HerdReport } from '../../herd/herd';
import { HERD_FIXTURES, runHerd } from '../../herd/herd';
import { compileWorld } from '../../world/program';
import { crowd } from '../crowd';
import { compileEvidence, Subject } from '../subject';

const shippedAndCacheLock = compileWorld(HERD_FIXTURES);

function herd(workers: number, connections: number, options: Partial<HerdOptions> = {}): HerdReport {
  const chosen: HerdOptions = { workers, connections, seed: 1, variant: 'shipped', ...options };
  // A clock that stands still: what took how long is no part of a replay.
  return runHerd(shippedAndCacheLock, chosen, () => 0);
}

describe('simultaneous requests on the shipped package', () => {
  it.each([
    { workers: 500, connections: 1, seed: 1 },
    { workers: 500, connections: 1, seed: 2 },
    { workers: 20, connections: 50, seed: 1 },
    { workers: 20, connections: 50, seed: 2 }
  ])(
    'present each token once, within their budgets: $workers requests for each of $connections, seed $seed',
    (size) => {
      const watch = new CostMeter();
      const report = herd(size.workers, size.connections, { seed: size.seed, watch });
      expect(report).toMatchObject({ presentations: size.connections, familiesRevoked: 0, unfinished: 0 });
      expect([...watch.excesses]).toEqual([]);
    }
  );
});

describe('the variant that locks by cache', () => {
  it('loses every grant that is asked for at once', () => {
    const report = herd(20, 3, { variant: 'cache-lock' });
    expect(report.familiesRevoked).toBe(3);
    expect(report.presentations).toBeGreaterThan(3);
  });

  it('gives the same report again for the same seed, and another one for another', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => herd(20, 3, { variant: 'cache-lock', seed }));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe('a crowd that refreshes under the row lock', () => {
  const program = compileEvidence('LockThenRefresh', 'HerdRequests');

  it('loses the grant, because a callout releases the lock', () => {
    const subject = Subject.authorized(program);
    crowd(subject, { className: 'LockThenRefresh', key: 'refresh(String,Integer)', size: 10, seed: 1 });
    expect(subject.harm.revoked).toBe(1);
  });

  it('keeps the grant on the shipped package', () => {
    const subject = Subject.authorized(program);
    crowd(subject, { className: 'HerdRequests', key: 'ask(String,Integer)', size: 10, seed: 1 });
    expect(subject.harm).toEqual({ unproven: 0, revoked: 0 });
    expect(subject.presentations).toBe(1);
  });
});
