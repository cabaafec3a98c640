import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import { refreshes } from '../../simulation/evidence/journal';
import { textsIn } from '../../simulation/evidence/texts';
import { inPassingTime } from '../../simulation/world/passing-time';
import { ConsumerWorld, consumerProgram, RESOURCE, USER_SETS } from '../consumer-world';

const CALLERS = 100;
const MINUTE_MS = 60_000;
const PACE = { longestStepMs: 20 };
const program = consumerProgram();

interface Waited {
  readonly org: ConsumerWorld;
  readonly presentations: number;
  /** How many jobs each caller took, by its number. */
  readonly jobs: ReadonlyMap<string, number>;
}

/** Each caller in a transaction of its own, interleaved by the seed with all that follows, while time goes on. */
function waitTogether(seed: number, prepare: (org: ConsumerWorld) => void = () => undefined): Waited {
  const org = new ConsumerWorld(program, seed);
  const user = org.user('nobody', ...USER_SETS);
  const { world } = org;
  world.clock.advance(180 * MINUTE_MS);
  const before = refreshes(world.server).length;
  const jobs = countJobs(org);
  prepare(org);
  const driver = world.schedule(inPassingTime(world, seed, PACE), { until: world.clock.now() + 60 * MINUTE_MS });
  for (let caller = 1; caller <= CALLERS; caller += 1) {
    const args = ['erp', `${RESOURCE}?caller=${caller}`];
    driver.add(`caller ${caller}`, org.calling('Orders.fetchLater', args, user));
  }
  driver.run();
  return { org, presentations: refreshes(world.server).length - before, jobs };
}

/** By the caller's number, which travels in the state of its job. */
function countJobs({ world }: ConsumerWorld): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  world.org.faults = {
    at: ({ point, subject }) => {
      if (point !== 'transaction.start' || !subject.endsWith('ReadyJob')) return undefined;
      const { job } = world.engine.tx as ApexTransaction;
      const caller = /caller=(\d+)/.exec([...textsIn(job?.target)].join(' '))?.[1] ?? 'unknown';
      counts.set(caller, (counts.get(caller) ?? 0) + 1);
      return undefined;
    }
  };
  return counts;
}

describe(`${CALLERS} callers wait for an ended token`, () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('all run after one presentation, in four jobs at most each: seed %i', (seed) => {
    const { org, presentations, jobs } = waitTogether(seed);
    expect(presentations).toBe(1);
    expect(org.notes('failed')).toEqual([]);
    const ran = new Set(org.notes('ready').map((note) => /caller=(\d+)/.exec(note)?.[1]));
    expect(ran.size).toBe(CALLERS);
    expect(org.notes('ready').every((note) => note.startsWith('200 '))).toBe(true);
    expect(jobs.size).toBe(CALLERS);
    expect(jobs.has('unknown')).toBe(false);
    expect(Math.max(...jobs.values())).toBeGreaterThan(1);
    expect(Math.max(...jobs.values())).toBeLessThanOrEqual(4);
  });

  test('while the provider is down nobody waits for ever: all hear why, after four jobs each', () => {
    const { org, presentations, jobs } = waitTogether(1, ({ world }) =>
      world.org.remoteSites.setActive('Provider', false)
    );
    expect(presentations).toBe(0);
    expect(org.notes('ready')).toEqual([]);
    expect(org.notes('failed')).toHaveLength(CALLERS);
    expect(new Set(org.notes('failed').map((note) => /\w+Exception/.exec(note)?.[0]))).toEqual(
      new Set(['RefreshPendingException'])
    );
    expect([...new Set(jobs.values())]).toEqual([4]);
  });
});
