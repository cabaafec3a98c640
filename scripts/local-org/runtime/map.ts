import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { equalValues, hashCode } from './equality';
import type { Entry } from './hash-table';
import { HashTable } from './hash-table';
import { ApexValue, HashKey } from './value';

/**
 * Keys in order of insertion. `ignoreCase` is the platform's own kind of map: describe results, whose keys are in lower
 * case, and the fields of a row, which keep their spelling.
 */
export class ApexMap extends ApexValue {
  private readonly table = new HashTable();
  private readonly spellings = new Map<unknown, unknown>();
  modifications = 0;

  constructor(
    readonly keyType: TypeRef,
    readonly valueType: TypeRef,
    readonly ignoreCase: false | 'lower' | 'spelled' = false
  ) {
    super();
  }

  static from(
    rt: Runtime,
    keyType: TypeRef,
    valueType: TypeRef,
    entries: Iterable<readonly [unknown, unknown]>
  ): ApexMap {
    const map = new ApexMap(keyType, valueType);
    for (const [key, value] of entries) map.put(rt, key, value);
    return map;
  }

  get size(): number {
    return this.table.size;
  }

  has(rt: Runtime, key: unknown): boolean {
    return this.table.find(rt, this.filed(key)) !== undefined;
  }

  /** Null where the key is absent. */
  get(rt: Runtime, key: unknown): unknown {
    return this.table.find(rt, this.filed(key))?.value ?? null;
  }

  /** The value that was there before, or null. */
  put(rt: Runtime, key: unknown, value: unknown): unknown {
    const existing = this.table.add(rt, this.filed(key), value);
    if (!existing) {
      if (this.ignoreCase === 'spelled') this.spellings.set(this.filed(key), key);
      this.modifications += 1;
      return null;
    }
    const previous = existing.value;
    existing.value = value;
    return previous;
  }

  remove(rt: Runtime, key: unknown): unknown {
    const removed = this.table.remove(rt, this.filed(key));
    if (!removed) return null;
    this.modifications += 1;
    return removed.value;
  }

  clear(): void {
    this.table.clear();
    this.modifications += 1;
  }

  entries(): readonly Entry[] {
    if (this.ignoreCase !== 'spelled') return this.table.entries();
    return this.table.entries().map(({ key, value }) => ({ key: this.spellings.get(key), value }));
  }

  keys(): readonly unknown[] {
    return this.entries().map((entry) => entry.key);
  }

  values(): readonly unknown[] {
    return this.table.entries().map((entry) => entry.value);
  }

  private filed(key: unknown): unknown {
    return this.ignoreCase && typeof key === 'string' ? key.toLowerCase() : key;
  }

  equalTo(rt: Runtime, other: unknown): boolean {
    return (
      other instanceof ApexMap &&
      other.size === this.size &&
      this.entries().every(({ key, value }) => other.has(rt, key) && equalValues(rt, value, other.get(rt, key)))
    );
  }

  hashKey(rt: Runtime): HashKey {
    const hash = this.entries().reduce(
      (sum, { key, value }) => (sum + (hashCode(rt, key) ^ hashCode(rt, value))) | 0,
      0
    );
    return new HashKey(hash);
  }
}
