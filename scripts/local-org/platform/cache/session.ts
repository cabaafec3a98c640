import type { CacheEntry, OrgCache } from './cache';

interface LocalWrite {
  readonly entry: CacheEntry | undefined;
  readonly seenVersion: number;
}

/**
 * A transaction's request-local cache: reads are memoised, writes stay here until the request has succeeded
 * (Apex Developer Guide, "Platform Cache Internals").
 */
export class CacheSession {
  readonly #cache: OrgCache;
  readonly #read = new Map<string, { readonly entry: CacheEntry | undefined; readonly version: number }>();
  readonly #written = new Map<string, LocalWrite>();

  constructor(cache: OrgCache) {
    this.#cache = cache;
  }

  get(key: string): CacheEntry | undefined {
    const written = this.#written.get(key);
    if (written) return written.entry;
    return this.#memoised(key).entry;
  }

  put(key: string, entry: CacheEntry): void {
    this.#written.set(key, { entry, seenVersion: this.#seen(key) });
  }

  remove(key: string): boolean {
    const existed = this.get(key) !== undefined;
    this.#written.set(key, { entry: undefined, seenVersion: this.#seen(key) });
    return existed;
  }

  keys(prefix: string): readonly string[] {
    const committed = this.#cache.contents().map(({ key }) => key);
    return [...new Set([...committed, ...this.#written.keys()])].filter(
      (key) => key.startsWith(prefix) && this.get(key) !== undefined
    );
  }

  commit(): void {
    for (const [key, { entry, seenVersion }] of this.#written) this.#cache.write(key, entry, seenVersion);
    this.#written.clear();
  }

  /** The version this transaction has based its write on: the first it saw. */
  #seen(key: string): number {
    return this.#written.get(key)?.seenVersion ?? this.#memoised(key).version;
  }

  #memoised(key: string): { readonly entry: CacheEntry | undefined; readonly version: number } {
    const known = this.#read.get(key);
    if (known) return known;
    const fresh = { entry: this.#cache.read(key), version: this.#cache.version(key) };
    this.#read.set(key, fresh);
    return fresh;
  }
}
