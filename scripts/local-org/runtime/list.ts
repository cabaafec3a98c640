import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { equalValues, hashCode } from './equality';
import { throwApex, throwNullArgument } from './exceptions';
import { ApexValue, HashKey, combineHashes } from './value';

export class ApexList extends ApexValue {
  /** A running loop over the list watches this: structural changes during iteration are an error. */
  modifications = 0;

  constructor(
    readonly elementType: TypeRef,
    readonly items: unknown[] = []
  ) {
    super();
  }

  get(index: number | null): unknown {
    return this.items[this.checkedIndex(index)];
  }

  set(index: number | null, value: unknown): unknown {
    this.items[this.checkedIndex(index)] = value;
    return value;
  }

  add(value: unknown): void {
    this.items.push(value);
    this.modifications += 1;
  }

  insert(index: number | null, value: unknown): void {
    if (index !== this.items.length) this.checkedIndex(index);
    this.items.splice(index ?? 0, 0, value);
    this.modifications += 1;
  }

  remove(index: number | null): unknown {
    const [removed] = this.items.splice(this.checkedIndex(index), 1);
    this.modifications += 1;
    return removed;
  }

  clear(): void {
    this.items.length = 0;
    this.modifications += 1;
  }

  get size(): number {
    return this.items.length;
  }

  private checkedIndex(index: number | null): number {
    if (index === null) throwNullArgument(1);
    if (index < 0 || index >= this.items.length) {
      throwApex('System.ListException', `List index out of bounds: ${index}`);
    }
    return index;
  }

  equalTo(rt: Runtime, other: unknown): boolean {
    return (
      other instanceof ApexList &&
      other.items.length === this.items.length &&
      this.items.every((item, i) => equalValues(rt, item, other.items[i]))
    );
  }

  hashKey(rt: Runtime): HashKey {
    return new HashKey(combineHashes(this.items.map((item) => hashCode(rt, item))));
  }
}
