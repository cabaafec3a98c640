/** Who holds which rows, and which unique values are claimed by an uncommitted insert. */
export class LockTable {
  readonly #holders = new Map<string, number>();
  readonly #held = new Map<number, Set<string>>();

  /** Another transaction that holds one of these. */
  conflict(keys: readonly string[], transaction: number): number | undefined {
    for (const key of keys) {
      const holder = this.#holders.get(key);
      if (holder !== undefined && holder !== transaction) return holder;
    }
    return undefined;
  }

  /** All or none: a transaction that waits holds nothing of what it waits for. */
  take(keys: readonly string[], transaction: number): void {
    if (keys.length === 0) return;
    const held = this.#held.get(transaction) ?? new Set<string>();
    this.#held.set(transaction, held);
    for (const key of keys) {
      this.#holders.set(key, transaction);
      held.add(key);
    }
  }

  release(transaction: number): void {
    for (const key of this.#held.get(transaction) ?? []) this.#holders.delete(key);
    this.#held.delete(transaction);
  }

  holds(transaction: number): boolean {
    return this.#held.has(transaction);
  }

  clear(): void {
    this.#holders.clear();
    this.#held.clear();
  }
}
