import type { Fault, FaultDetail, FaultHook } from '../../local-org/contracts/fault';
import type { TransportFailure, WireRequest } from '../../local-org/contracts/transport';
import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { BaseWorld } from '../world/base';
import type { FaultId } from './catalogue';
import type { Injection, Place } from './injection';

type ApexInjection = Extract<Injection, { kind: 'apex' }>;

/** Brings the faults of a plan into a world, and counts those that have struck. */
export class Injector implements FaultHook {
  readonly hits = new Map<FaultId, number>();
  readonly #base: BaseWorld;
  readonly #apex: { readonly injection: ApexInjection; seen: number }[];
  readonly #wire: Extract<Injection, { kind: 'wire' }>[];
  readonly #provider: Extract<Injection, { kind: 'provider' }>[];
  readonly #struck: (fault: Fault, detail: FaultDetail) => void;
  #tokenRequests = 0;
  #journalRead: number;

  constructor(base: BaseWorld, injections: readonly Injection[], struck: (fault: Fault, detail: FaultDetail) => void) {
    this.#base = base;
    this.#struck = struck;
    this.#apex = injections.flatMap((injection) => (injection.kind === 'apex' ? [{ injection, seen: 0 }] : []));
    this.#wire = injections.filter((injection) => injection.kind === 'wire');
    this.#provider = injections.filter((injection) => injection.kind === 'provider');
    for (const { rule } of this.#provider) base.world.server.faults.add(rule);
    this.#journalRead = base.world.server.journal.entries().length;
    if (this.#apex.length > 0) base.world.org.faults = this;
  }

  at(detail: FaultDetail): Fault | undefined {
    for (const entry of this.#apex) {
      if (!this.#matches(entry.injection.place, detail)) continue;
      entry.seen += 1;
      const { occurrence } = entry.injection;
      if (occurrence !== 'every' && occurrence !== entry.seen) continue;
      this.hit(entry.injection.id);
      this.#struck(entry.injection.fault, detail);
      return entry.injection.fault;
    }
    return undefined;
  }

  cut(request: WireRequest): TransportFailure | undefined {
    if (this.#wire.length === 0 || !request.url.endsWith('/token')) return undefined;
    this.#tokenRequests += 1;
    const found = this.#wire.find(({ occurrence }) => occurrence === this.#tokenRequests);
    if (found) this.hit(found.id);
    return found?.failure;
  }

  hit(id: FaultId): void {
    this.hits.set(id, (this.hits.get(id) ?? 0) + 1);
  }

  /** Attributes what the provider's journal calls a fault; after a request has been served. */
  countProvider(): void {
    if (this.#provider.length === 0) return;
    const entries = this.#base.world.server.journal.entries();
    for (const { fault, arrival, sequence } of entries.slice(this.#journalRead)) {
      const found = arrival === sequence && this.#provider.find(({ rule }) => rule.action.kind === fault);
      if (found) this.hit(found.id);
    }
    this.#journalRead = entries.length;
  }

  /** From here on nothing new goes wrong; what is under way stays under way. */
  end(): void {
    const { world } = this.#base;
    world.org.faults = undefined;
    world.org.readOnlyMode = false;
    if (!this.#provider.some(({ lasting }) => lasting === true)) world.server.faults.clear();
    this.#wire.length = 0;
  }

  #matches(place: Place, detail: FaultDetail): boolean {
    if (place.point !== detail.point) return false;
    if (place.subject !== undefined && !detail.subject.includes(place.subject)) return false;
    if (place.operation !== undefined && place.operation !== detail.operation) return false;
    if (place.transaction === undefined) return true;
    return (this.#base.world.engine.tx as ApexTransaction).subject.includes(place.transaction);
  }
}
