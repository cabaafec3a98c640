import type { TraceStep } from '../../local-org/drivers/trace';
import type { BaseWorld } from '../world/base';
import type { CustodyRow } from '../world/custody';
import { CUSTODY, custodyOf } from '../world/custody';
import type { Row } from '../../local-org/platform/store/rows';
import { Ledger } from './ledger';
import type { Violation } from './violation';

interface Watched {
  readonly uid: string;
  readonly custodyId: string;
  raw: Row | undefined;
  row: CustodyRow;
  readonly states: string[];
}

/** Looks at the world after every step of a schedule. */
export class Watcher {
  readonly violations: Violation[] = [];
  readonly ledger: Ledger;
  readonly #base: BaseWorld;
  readonly #watched: readonly Watched[];
  readonly #started = new Map<string, number>();
  readonly #lasted = new Map<string, number>();
  #traceRead = 0;

  constructor(base: BaseWorld) {
    this.#base = base;
    this.ledger = new Ledger(base, (violation) => this.violations.push(violation));
    this.#watched = base.connections.map(({ uid, custodyId }) => {
      const raw = this.#raw(custodyId);
      if (!raw) throw new Error(`The world has lost the custody row of ${uid}.`);
      return { uid, custodyId, raw, row: custodyOf(raw), states: [] };
    });
  }

  /** Call with the whole trace so far: only what is new in it is read. */
  step(trace: readonly TraceStep[]): void {
    for (; this.#traceRead < trace.length; this.#traceRead += 1) {
      const step = trace[this.#traceRead];
      if (step) this.#follow(step);
    }
    this.ledger.readJournal();
    for (const watched of this.#watched) this.#compare(watched);
  }

  statesOf(uid: string): readonly string[] {
    return this.#watched.find((watched) => watched.uid === uid)?.states ?? [];
  }

  /** How long a transaction took from its start to its end, in simulated milliseconds. */
  lasted(label: string): number | undefined {
    return this.#lasted.get(label);
  }

  #follow({ kind, task, at }: TraceStep): void {
    if (kind === 'start') this.#started.set(task, at);
    else if (kind === 'deliver') this.ledger.delivered(task);
    else if (kind === 'end') this.#lasted.set(task, at - (this.#started.get(task) ?? at));
  }

  #compare(watched: Watched): void {
    const raw = this.#raw(watched.custodyId);
    if (raw === watched.raw || raw === undefined) return;
    const before = watched.row;
    const after = custodyOf(raw);
    watched.raw = raw;
    watched.row = after;
    if (after.generation < before.generation) {
      this.violations.push({
        rule: 'I4',
        text: `the generation of ${watched.uid} fell from ${before.generation} to ${after.generation}.`
      });
    }
    if (
      after.generation === before.generation &&
      after.reportedBy !== before.reportedBy &&
      after.sealed !== before.sealed &&
      after.sealed !== ''
    ) {
      this.violations.push({ rule: 'I4', text: `a pair in ${watched.uid} was overwritten without a new generation.` });
    }
    if (after.state !== before.state) watched.states.push(after.state);
    this.ledger.committed(before, after);
  }

  #raw(id: string): Row | undefined {
    return this.#base.world.org.data.store.table(CUSTODY).get(id);
  }
}
