import type { FieldSchema } from '../../contracts/schema';
import { typeRef } from '../../contracts/type-ref';
import type { SchemaObject } from '../../project/schema-object';
import { PlatformObject } from '../../runtime/object';

/** Schema.SObjectType: Account.SObjectType. One instance per object and org, so that identity is equality. */
export class SObjectTypeValue extends PlatformObject {
  readonly apexType = typeRef('Schema.SObjectType');

  constructor(readonly object: SchemaObject) {
    super();
  }

  override toApexText(): string {
    return this.object.name;
  }
}

/** Schema.SObjectField: Account.Name. One instance per field and org. */
export class SObjectFieldValue extends PlatformObject {
  readonly apexType = typeRef('Schema.SObjectField');

  constructor(
    readonly object: SchemaObject,
    readonly field: FieldSchema
  ) {
    super();
  }

  override toApexText(): string {
    return this.field.name;
  }
}

/** The tokens of one org. */
export class SchemaTokens {
  readonly #types = new Map<SchemaObject, SObjectTypeValue>();
  readonly #fields = new Map<string, SObjectFieldValue>();

  type(object: SchemaObject): SObjectTypeValue {
    const known = this.#types.get(object);
    if (known) return known;
    const fresh = new SObjectTypeValue(object);
    this.#types.set(object, fresh);
    return fresh;
  }

  field(object: SchemaObject, field: FieldSchema): SObjectFieldValue {
    const key = `${object.name}.${field.name}`;
    const known = this.#fields.get(key);
    if (known) return known;
    const fresh = new SObjectFieldValue(object, field);
    this.#fields.set(key, fresh);
    return fresh;
  }
}
