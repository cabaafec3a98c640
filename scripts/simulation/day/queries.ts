import { explain } from '../../local-org/platform/soql/explain';
import type { RanQuery } from '../../local-org/platform/watch';
import { EVENTS } from '../world/custody';

/** All executions of queries on one object through one index. */
export interface QueryUse {
  readonly object: string;
  /** Undefined where no index helps. */
  readonly index: string | undefined;
  times: number;
  /** Executions that the platform would not have served through the index: it leads to too many rows. */
  unselective: number;
  mostReads: number;
  mostReturned: number;
  /** The most rows that were read without being returned. */
  mostInVain: number;
  total: number;
}

/** Notes for every query how the platform would find its rows. */
export class QueryMeter {
  readonly #uses = new Map<string, QueryUse>();
  readonly #connections: number;

  constructor(connections: number) {
    this.#connections = connections;
  }

  queried({ env, plan, rows }: RanQuery): void {
    // Metadata is in the platform's cache, and setup objects are its own.
    if (plan.object.kind === 'metadata') return;
    const { index, reads, total, selective } = explain(env, plan, this.#expected(plan.object.name));
    const use = this.#use(plan.object.name.replace('tokenward__', ''), index?.replace('tokenward__', ''));
    use.times += 1;
    use.unselective += selective ? 0 : 1;
    use.mostReads = Math.max(use.mostReads, reads);
    use.mostReturned = Math.max(use.mostReturned, rows);
    use.mostInVain = Math.max(use.mostInVain, reads - rows);
    use.total = Math.max(use.total, total);
  }

  uses(): readonly QueryUse[] {
    return [...this.#uses.values()].sort((a, b) => (a.object + String(a.index) < b.object + String(b.index) ? -1 : 1));
  }

  /** Counters are kept for 28 days, and the last 20 rotations for ever: an org of some weeks is what counts. */
  #expected(object: string): number {
    return object === EVENTS ? this.#connections * (28 + 20) : 0;
  }

  #use(object: string, index: string | undefined): QueryUse {
    const key = `${object} ${index ?? ''}`;
    const known = this.#uses.get(key);
    if (known) return known;
    const fresh = { object, index, times: 0, unselective: 0, mostReads: 0, mostReturned: 0, mostInVain: 0, total: 0 };
    this.#uses.set(key, fresh);
    return fresh;
  }
}
