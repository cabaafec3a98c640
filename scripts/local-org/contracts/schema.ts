import type { TypeRef } from './type-ref';

/** Every object of an org, standard or custom, as SOQL, DML, describe and the checker need it. Lookups ignore case. */
export interface Schema {
  /**
   * By API name. Inside a package its own objects and fields answer to both forms, with and without the prefix;
   * `namespace` is the namespace of the asking code ('' for none).
   */
  object(name: string, namespace: string): ObjectSchema | undefined;
  /** All custom objects, settings, metadata types and events of the project, plus standard ones touched so far. */
  projectObjects(): readonly ObjectSchema[];
}

export type ObjectKind = 'standard' | 'custom' | 'event' | 'metadata' | 'setting-list' | 'setting-hierarchy';

export interface ObjectSchema {
  /** Full API name with prefix: 'tokenward__Custody__c', 'Account'. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: ObjectKind;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  /** Protected objects, settings and metadata: invisible outside their namespace. */
  readonly protected: boolean;
  readonly sharingModel: string | undefined;
  /** For events: whether they are published at once or after commit. */
  readonly publishBehavior: 'PublishImmediately' | 'PublishAfterCommit' | undefined;
  /** By API name, with or without the package's own prefix. */
  field(name: string, namespace: string): FieldSchema | undefined;
  /** By relationship name as SOQL spells it: 'CreatedBy', 'Connection__r'. */
  parentRelationship(name: string, namespace: string): FieldSchema | undefined;
  childRelationship(name: string, namespace: string): { readonly object: string; readonly field: string } | undefined;
  fields(): readonly FieldSchema[];
}

export interface FieldSchema {
  /** Full API name with prefix. */
  readonly name: string;
  readonly label: string;
  /** As the Metadata API names it: 'Text', 'LongTextArea', 'Checkbox', 'Number', 'DateTime', 'Lookup', 'Picklist' ... */
  readonly kind: string;
  /** The Apex type of its values. */
  readonly type: TypeRef;
  readonly length: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | undefined;
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly defaultFormula: string | undefined;
  readonly formula: string | undefined;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | undefined;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | undefined;
  readonly picklist: readonly { readonly value: string; readonly label: string; readonly default: boolean }[];
  readonly restrictedPicklist: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
}
