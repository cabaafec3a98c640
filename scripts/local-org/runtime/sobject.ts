import type { Runtime } from '../contracts/runtime';
import { equalValues, hashCode } from './equality';
import { ApexId } from './id';
import { ApexValue, HashKey, combineHashes, hashText } from './value';

/** Reported by addError(), read by the DML pipeline. */
export interface RowError {
  readonly field: string | undefined;
  readonly message: string;
}

/**
 * A row in memory. Fields and relationships are keyed by full API name exactly as the schema spells it; whoever knows
 * the schema resolves names first. Relationship values are SObjectValue, ApexList or null.
 */
export class SObjectValue extends ApexValue {
  readonly fields = new Map<string, unknown>();
  /** Fields of the query this row came from; undefined for a row that code created, where every field may be read. */
  queried: ReadonlySet<string> | undefined;
  readonly errors: RowError[] = [];
  /** Rows of Trigger.old, and of Trigger.new after the save, cannot be written. */
  readOnly = false;

  constructor(
    /** Full API name: 'Account', 'tokenward__Connection__c'. */
    readonly objectName: string
  ) {
    super();
  }

  /** Null where the field is not set; whether it may be read at all is `canRead`. */
  get(field: string): unknown {
    return this.fields.get(field) ?? null;
  }

  /** Whether a value, also null, was set or queried. */
  isSet(field: string): boolean {
    return this.fields.has(field);
  }

  canRead(field: string): boolean {
    return this.queried === undefined || this.queried.has(field) || this.fields.has(field);
  }

  /** The previous value. */
  put(field: string, value: unknown): unknown {
    const previous = this.get(field);
    this.fields.set(field, value);
    return previous;
  }

  get id(): ApexId | null {
    const id = this.fields.get('Id');
    return id instanceof ApexId ? id : null;
  }

  /** As getPopulatedFieldsAsMap(): what was set or queried; a queried null is left out, a set null is kept. */
  populated(): readonly (readonly [string, unknown])[] {
    return [...this.fields].filter(([name, value]) => value !== null || !this.queried?.has(name));
  }

  /** Values are immutable or shared on purpose: related rows stay the same objects, as clone() leaves them. */
  copy(keepId: boolean): SObjectValue {
    const copy = new SObjectValue(this.objectName);
    for (const [name, value] of this.fields) if (keepId || name !== 'Id') copy.fields.set(name, value);
    copy.queried = this.queried;
    return copy;
  }

  equalTo(rt: Runtime, other: unknown): boolean {
    return (
      other instanceof SObjectValue &&
      other.objectName === this.objectName &&
      other.comparable().length === this.comparable().length &&
      this.comparable().every(([name, value]) => other.isSet(name) && equalValues(rt, value, other.get(name)))
    );
  }

  /** An Id that was set to null is none. */
  private comparable(): readonly (readonly [string, unknown])[] {
    return [...this.fields].filter(([name, value]) => name !== 'Id' || value !== null);
  }

  hashKey(rt: Runtime): HashKey {
    const names = this.comparable()
      .map(([name]) => name)
      .sort();
    return new HashKey(combineHashes(names.flatMap((name) => [hashText(name), hashCode(rt, this.get(name))])));
  }
}
