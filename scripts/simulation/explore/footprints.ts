import type { Fault, FaultDetail, FaultHook } from '../../local-org/contracts/fault';
import type { TraceStep } from '../../local-org/drivers/trace';
import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { World } from '../world/world';
import type { Footprint } from './happens-before';

const LOCKS = 'locks';
const CACHE = 'cache';
const BUS = 'events';
const JOBS = 'AsyncApexJob';
const PROVIDER = 'provider';
const CLOCK = 'clock';

/**
 * Notes what each step reads and writes. The platform names every access to the fault hook, so that is where this
 * listens. What a transaction writes is written by the step that commits it; row locks count from the step that takes
 * them. Where in doubt something counts as written, which only makes the exploration larger.
 */
export class Footprints implements FaultHook {
  readonly #world: World;
  readonly #inner: FaultHook | undefined;
  /** What a transaction will write if it commits. */
  readonly #staged = new Map<number, Set<string>>();
  #reads = new Set<string>();
  #writes = new Set<string>();
  readonly #held = new Map<number, boolean>();
  #tx: ApexTransaction | undefined;

  constructor(world: World, inner: FaultHook | undefined) {
    this.#world = world;
    this.#inner = inner;
  }

  at(detail: FaultDetail): Fault | undefined {
    const tx = this.#world.engine.tx as ApexTransaction;
    this.#tx = tx;
    this.#note(detail, tx.id);
    return this.#inner?.at(detail);
  }

  /** Of the step that has just been made. */
  take({ kind }: TraceStep): Footprint {
    this.#reads.add(CLOCK);
    if (kind === 'time') this.#writes.add(CLOCK);
    if (kind === 'serve') this.#writes.add(PROVIDER);
    if (kind === 'start') for (const name of [JOBS, BUS]) this.#reads.add(name);
    if (kind === 'retry' || kind === 'timeout') this.#reads.add(LOCKS);
    this.#noteLocks();
    const footprint = { reads: this.#reads, writes: this.#writes };
    this.#reads = new Set();
    this.#writes = new Set();
    this.#tx = undefined;
    return footprint;
  }

  #noteLocks(): void {
    if (!this.#tx) return;
    const { id, session } = this.#tx;
    if ((this.#held.get(id) ?? false) !== session.holdsLocks) this.#writes.add(LOCKS);
    this.#held.set(id, session.holdsLocks);
  }

  #note({ point, subject }: FaultDetail, tx: number): void {
    switch (point) {
      case 'query':
        this.#reads.add(subject);
        this.#reads.add(LOCKS);
        return;
      case 'dml.before':
        this.#reads.add(subject);
        this.#reads.add(LOCKS);
        this.#stage(tx, subject);
        return;
      case 'cache.get':
        this.#reads.add(CACHE);
        return;
      case 'cache.put':
        this.#reads.add(CACHE);
        return;
      case 'publish':
        this.#writes.add(BUS);
        return;
      case 'commit.after':
        // Removing from the cache and ending a job are not named: every commit may have done both.
        for (const name of [LOCKS, JOBS, CACHE, ...(this.#staged.get(tx) ?? [])]) this.#writes.add(name);
        return;
      default:
    }
  }

  #stage(tx: number, name: string): void {
    const staged = this.#staged.get(tx) ?? new Set<string>();
    this.#staged.set(tx, staged.add(name));
  }
}
