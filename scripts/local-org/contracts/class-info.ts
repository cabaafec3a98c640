import type { TypeRef } from './type-ref';

/** What is known at run time of a class, interface, enum or trigger of a project: for Type, JSON, describe and tests. */
export interface ClassInfo {
  /** Canonical: 'tokenward.Custody.Row'. */
  readonly name: string;
  /** As getTypeName() and messages print it: 'tokenward.Custody.Row' in a namespaced package, 'Custody.Row' without one. */
  readonly displayName: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'trigger';
  readonly file: string;
  readonly access: Access;
  readonly abstract: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | undefined;
  readonly annotations: readonly AnnotationInfo[];
  /** Canonical name of the superclass, of the project or of the platform ('System.Exception'). */
  readonly superclass: string | undefined;
  /** All supertypes, transitively, with type arguments: for instanceof and casts. */
  readonly supertypes: readonly TypeRef[];
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  readonly constructors: readonly MethodInfo[];
  /** For an enum: its values in order. */
  readonly values: readonly string[];
}

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface AnnotationInfo {
  /** Lower case: 'istest', 'auraenabled'. */
  readonly name: string;
  /** Lower-case parameter names: { cacheable: 'true' }. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface FieldInfo {
  readonly name: string;
  readonly type: TypeRef;
  readonly static: boolean;
  readonly transient: boolean;
  readonly access: Access;
  /** Properties with accessor bodies read and write through calls; plain fields directly. */
  readonly property: boolean;
  readonly annotations: readonly AnnotationInfo[];
}

export interface MethodInfo {
  readonly name: string;
  /** signatureText with the method name in lower case: the JavaScript name of the method. */
  readonly key: string;
  readonly static: boolean;
  readonly access: Access;
  readonly parameters: readonly TypeRef[];
  readonly parameterNames: readonly string[];
  readonly returns: TypeRef;
  readonly annotations: readonly AnnotationInfo[];
}
