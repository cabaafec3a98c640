import type { Runtime } from '../contracts/runtime';
import { equalValues, keyOf } from './equality';
import { HashKey } from './value';

export interface Entry {
  readonly key: unknown;
  value: unknown;
}

/**
 * Entries in order of insertion, found by Apex equality. A key that decides alone is its own slot; entries behind a
 * HashKey use themselves as slot and are found through the bucket of their hash.
 */
export class HashTable {
  private readonly slots = new Map<unknown, Entry>();
  private readonly buckets = new Map<number, Entry[]>();

  get size(): number {
    return this.slots.size;
  }

  find(rt: Runtime, key: unknown): Entry | undefined {
    const slot = keyOf(rt, key);
    return slot instanceof HashKey ? this.inBucket(rt, slot, key) : this.slots.get(slot);
  }

  /** The entry that is there already, untouched; undefined when this call has made one. */
  add(rt: Runtime, key: unknown, value: unknown): Entry | undefined {
    const slot = keyOf(rt, key);
    const existing = slot instanceof HashKey ? this.inBucket(rt, slot, key) : this.slots.get(slot);
    if (existing) return existing;
    const entry: Entry = { key, value };
    this.slots.set(slot instanceof HashKey ? entry : slot, entry);
    if (slot instanceof HashKey) this.bucket(slot).push(entry);
    return undefined;
  }

  /** For keys that stand for themselves: texts, Integers, Booleans. */
  putPlain(key: string | number | boolean | null, value: unknown): void {
    this.slots.set(key, { key, value });
  }

  remove(rt: Runtime, key: unknown): Entry | undefined {
    const slot = keyOf(rt, key);
    if (!(slot instanceof HashKey)) {
      const entry = this.slots.get(slot);
      this.slots.delete(slot);
      return entry;
    }
    const entry = this.inBucket(rt, slot, key);
    if (!entry) return undefined;
    this.slots.delete(entry);
    const bucket = this.bucket(slot);
    bucket.splice(bucket.indexOf(entry), 1);
    return entry;
  }

  clear(): void {
    this.slots.clear();
    this.buckets.clear();
  }

  entries(): readonly Entry[] {
    return [...this.slots.values()];
  }

  private bucket(slot: HashKey): Entry[] {
    const known = this.buckets.get(slot.hash);
    if (known) return known;
    const bucket: Entry[] = [];
    this.buckets.set(slot.hash, bucket);
    return bucket;
  }

  private inBucket(rt: Runtime, slot: HashKey, key: unknown): Entry | undefined {
    return this.buckets.get(slot.hash)?.find((entry) => equalValues(rt, entry.key, key));
  }
}
