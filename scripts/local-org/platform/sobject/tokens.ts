import type { FieldSchema } from '../../contracts/schema';
import { typeRef } from '../../contracts/type-ref';
import type { SchemaObject } from '../../project/schema-object';
import { ApexValue, exactKey } from '../../runtime/value';

/** Schema.SObjectType: Account.SObjectType. */
export class SObjectTypeValue extends ApexValue {
  readonly apexType = typeRef('Schema.SObjectType');

  constructor(readonly object: SchemaObject) {
    super();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof SObjectTypeValue && other.object.name === this.object.name;
  }

  hashKey(): string {
    return exactKey('sobject-type', this.object.name);
  }

  toApexText(): string {
    return this.object.name;
  }
}

/** Schema.SObjectField: Account.Name. */
export class SObjectFieldValue extends ApexValue {
  readonly apexType = typeRef('Schema.SObjectField');

  constructor(
    readonly object: SchemaObject,
    readonly field: FieldSchema
  ) {
    super();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof SObjectFieldValue && other.object.name === this.object.name && other.field.name === this.field.name;
  }

  hashKey(): string {
    return exactKey('sobject-field', `${this.object.name}.${this.field.name}`);
  }

  toApexText(): string {
    return this.field.name;
  }
}
