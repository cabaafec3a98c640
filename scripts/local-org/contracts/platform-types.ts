import type { TypeRef } from './type-ref';

/** What the platform declares, read from its published type tables. All lookups ignore case. */
export interface PlatformTypes {
  /** Another one for other tables. What is compiled against tables without one is not cached. */
  readonly fingerprint?: string | undefined;
  /** By namespace and name: ('System', 'HttpRequest'), ('System', 'QueueableDuplicateSignature.Builder'). */
  type(namespace: string, name: string): PlatformType | undefined;
  /** By canonical name, as in TypeRef: 'String', 'System.HttpRequest'. */
  byCanonicalName(name: string): PlatformType | undefined;
  /** Whether a namespace of this name exists, in its canonical spelling: 'system' gives 'System'. */
  namespace(name: string): string | undefined;
  /** A standard object: 'Account', 'AsyncApexJob'. Custom objects are not here: the project knows those. */
  sobject(name: string): StandardObject | undefined;
  /** Canonical names of all types, for the fidelity table. */
  typeNames(): readonly string[];
  sobjectNames(): readonly string[];
}

export interface PlatformType {
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly abstract: boolean;
  readonly typeParameters: readonly string[];
  readonly superclass: TypeRef | undefined;
  readonly interfaces: readonly TypeRef[];
  readonly constructors: readonly PlatformMethod[];
  readonly methods: readonly PlatformMethod[];
  readonly fields: readonly PlatformField[];
  /** For an enum, its values in order. */
  readonly values: readonly string[];
}

export interface PlatformMethod {
  /** '<init>' for a constructor. */
  readonly name: string;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly parameters: readonly TypeRef[];
  readonly returns: TypeRef;
  /** As signatureText: 'indexOf(String,Integer)', '<init>(String)'. */
  readonly key: string;
}

export interface PlatformField {
  readonly name: string;
  readonly static: boolean;
  readonly type: TypeRef;
}

export interface StandardObject {
  readonly name: string;
  readonly fields: readonly StandardField[];
  readonly childRelationships: readonly ChildRelationship[];
}

export interface StandardField {
  readonly name: string;
  readonly type: TypeRef;
  /** For a lookup: the objects it may point at, and the name of the relationship in SOQL ('CreatedBy'). */
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | undefined;
}

export interface ChildRelationship {
  readonly name: string;
  readonly childObject: string;
}
