import type { Clock } from '../../contracts/clock';
import type { RandomSource } from '../../contracts/org';

export interface CachePartition {
  readonly namespace: string;
  readonly name: string;
  /** Zero means that puts and gets silently do nothing, as on the platform. */
  capacityMb: number;
}

export interface CacheEntry {
  readonly value: unknown;
  readonly expiresAt: number;
  /** The only namespace whose code may read it; undefined where all may. */
  readonly visibleIn: string | undefined;
  /** The only namespace whose code may replace it; undefined where all may. */
  readonly immutableIn: string | undefined;
}

/** Everything in a cache that changes while an org runs. */
export interface CacheSnapshot {
  readonly capacities: ReadonlyMap<string, number>;
  readonly entries: ReadonlyMap<string, CacheEntry>;
  readonly versions: ReadonlyMap<string, number>;
}

/** What is visible to every transaction: changed by commits and evictions only. */
export class OrgCache {
  readonly #partitions = new Map<string, CachePartition>();
  readonly #entries = new Map<string, CacheEntry>();
  /** Counts commits by key, so that a racing write is noticed. */
  readonly #versions = new Map<string, number>();

  constructor(
    readonly clock: Clock,
    readonly random: RandomSource
  ) {}

  definePartition(namespace: string, name: string, capacityMb: number): CachePartition {
    const partition = { namespace, name, capacityMb };
    this.#partitions.set(partitionKey(namespace, name), partition);
    return partition;
  }

  partition(namespace: string, name: string): CachePartition | undefined {
    return this.#partitions.get(partitionKey(namespace, name));
  }

  partitions(): readonly CachePartition[] {
    return [...this.#partitions.values()];
  }

  read(key: string): CacheEntry | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > this.clock.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  /**
   * Called on commit. A write that raced with another one (the key changed since it was made) wins or loses by chance:
   * "Both writes succeed, but one of the two values is chosen arbitrarily as the winner".
   */
  write(key: string, entry: CacheEntry | undefined, seenVersion: number): void {
    const raced = this.version(key) !== seenVersion;
    if (raced && this.random.next() < 0.5) return;
    this.#versions.set(key, this.version(key) + 1);
    if (entry) this.#entries.set(key, entry);
    else this.#entries.delete(key);
  }

  /** Eviction at will: a partition may lose any entry at any time; a deployment may flush all of them. */
  evict(matches: (key: string) => boolean = () => true): void {
    for (const key of [...this.#entries.keys()]) if (matches(key)) this.#entries.delete(key);
  }

  /** For tests that look for secrets in every sink. */
  contents(): readonly { readonly key: string; readonly value: unknown }[] {
    return [...this.#entries].map(([key, { value }]) => ({ key, value }));
  }

  version(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  snapshot(): CacheSnapshot {
    return {
      capacities: new Map([...this.#partitions].map(([key, { capacityMb }]) => [key, capacityMb])),
      entries: new Map(this.#entries),
      versions: new Map(this.#versions)
    };
  }

  /** Partitions defined since then stay, since metadata is not part of a run. */
  restore(snapshot: CacheSnapshot): void {
    for (const [key, capacityMb] of snapshot.capacities) {
      const partition = this.#partitions.get(key);
      if (partition) partition.capacityMb = capacityMb;
    }
    refill(this.#entries, snapshot.entries);
    refill(this.#versions, snapshot.versions);
  }
}

function refill<V>(target: Map<string, V>, source: ReadonlyMap<string, V>): void {
  target.clear();
  for (const [key, value] of source) target.set(key, value);
}

function partitionKey(namespace: string, name: string): string {
  return `${namespace}.${name}`.toLowerCase();
}
