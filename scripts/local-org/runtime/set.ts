import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { hashCode } from './equality';
import { HashTable } from './hash-table';
import { ApexValue, HashKey } from './value';

export class ApexSet extends ApexValue {
  private readonly table = new HashTable();
  modifications = 0;

  constructor(readonly elementType: TypeRef) {
    super();
  }

  static from(rt: Runtime, elementType: TypeRef, items: Iterable<unknown>): ApexSet {
    const set = new ApexSet(elementType);
    for (const item of items) set.add(rt, item);
    return set;
  }

  /** From values that need no Apex code to compare. */
  static of(elementType: TypeRef, items: Iterable<string | number | boolean | null>): ApexSet {
    const set = new ApexSet(elementType);
    for (const item of items) set.table.putPlain(item, true);
    return set;
  }

  get size(): number {
    return this.table.size;
  }

  has(rt: Runtime, item: unknown): boolean {
    return this.table.find(rt, item) !== undefined;
  }

  /** True when the set changed. */
  add(rt: Runtime, item: unknown): boolean {
    const added = this.table.add(rt, item, true) === undefined;
    if (added) this.modifications += 1;
    return added;
  }

  remove(rt: Runtime, item: unknown): boolean {
    const removed = this.table.remove(rt, item) !== undefined;
    if (removed) this.modifications += 1;
    return removed;
  }

  clear(): void {
    this.table.clear();
    this.modifications += 1;
  }

  /** In order of insertion. */
  items(): readonly unknown[] {
    return this.table.entries().map((entry) => entry.key);
  }

  equalTo(rt: Runtime, other: unknown): boolean {
    return other instanceof ApexSet && other.size === this.size && this.items().every((item) => other.has(rt, item));
  }

  /** Order must not matter, so the hashes are added up. */
  hashKey(rt: Runtime): HashKey {
    return new HashKey(this.items().reduce<number>((sum, item) => (sum + hashCode(rt, item)) | 0, 0));
  }
}
