import type { World } from './world';
import type { SettableClock } from './clock';
import type { ReseededRandom } from './random';

/** The world was made from a seed as well: a schedule of the same number must not draw the same secrets again. */
const APART = 0x3c6ef372;

export interface Rewindable {
  readonly world: World;
  readonly clock: SettableClock;
  readonly random: ReseededRandom;
}

/**
 * Everything of a world at rest that a schedule may change, and the way back. Costs as much as what has changed since:
 * rows return by the undo log of the store. Counters of transactions and events go on; no decision rests on them.
 */
export class WorldSnapshot {
  readonly #parts: Rewindable;
  readonly #taken: ReturnType<typeof take>;

  constructor(parts: Rewindable) {
    this.#parts = parts;
    this.#taken = take(parts);
  }

  /** Back to the moment of the snapshot; what is random from here on follows from the seed. */
  restore(seed: number): void {
    const { world, clock, random } = this.#parts;
    const { org, server } = world;
    const taken = this.#taken;
    org.data.store.restore(taken.store);
    server.restore(taken.server);
    org.cache.restore(taken.cache);
    org.jobs.restore(taken.jobs);
    org.events.restore(taken.events);
    org.scheduler.restore(taken.scheduled);
    clock.set(taken.time);
    random.reseed((seed ^ APART) >>> 0);
    org.faults = undefined;
    org.readOnlyMode = taken.readOnlyMode;
    org.asyncExecutions = taken.asyncExecutions;
    org.asyncExecutionLimit = taken.asyncExecutionLimit;
    org.debugLog.length = taken.debugLines;
    org.eventUsers.clear();
    for (const [object, user] of taken.eventUsers) org.eventUsers.set(object, user);
  }
}

function take({ world, clock }: Rewindable) {
  const { org, server } = world;
  return {
    store: org.data.store.snapshot(),
    server: server.snapshot(),
    cache: org.cache.snapshot(),
    jobs: org.jobs.snapshot(),
    events: org.events.snapshot(),
    scheduled: org.scheduler.snapshot(),
    time: clock.now(),
    readOnlyMode: org.readOnlyMode,
    asyncExecutions: org.asyncExecutions,
    asyncExecutionLimit: org.asyncExecutionLimit,
    debugLines: org.debugLog.length,
    eventUsers: new Map(org.eventUsers)
  };
}
