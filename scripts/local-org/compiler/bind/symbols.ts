/** What a project declares, as binding sees it: one symbol per class and member, names compared without case. */
import type { Access } from '../../contracts/class-info';
import type { PackageSource } from '../../contracts/program';
import type { TypeRef } from '../../contracts/type-ref';
import type { At, Modifiers, TypeDeclaration } from '../ast';

export interface ClassSymbol {
  /** Canonical: 'tokenward.Custody.Row'. */
  readonly name: string;
  readonly simpleName: string;
  readonly namespace: string;
  readonly source: PackageSource;
  readonly file: string;
  readonly declaration: TypeDeclaration;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly outer: ClassSymbol | undefined;
  readonly access: Access;
  readonly isTest: boolean;
  readonly type: TypeRef;
  readonly inner: Map<string, ClassSymbol>;
  /** Set once all classes are known. */
  superclass: TypeRef | undefined;
  interfaces: readonly TypeRef[];
  /** Fields, properties and enum values, by lower-case name. */
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
}

export interface MemberFacts {
  readonly name: string;
  readonly at: At;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  readonly access: Access;
  readonly modifiers: Modifiers;
}

export interface FieldSymbol extends MemberFacts {
  readonly kind: 'field' | 'property' | 'enum-value';
  readonly type: TypeRef;
  readonly final: boolean;
  /** A property with accessor bodies. */
  readonly accessors: boolean;
  readonly readable: Access | undefined;
  readonly writable: Access | undefined;
}

export interface MethodSymbol extends MemberFacts {
  /** As MethodInfo.key. */
  readonly key: string;
  readonly parameters: readonly TypeRef[];
  readonly parameterNames: readonly string[];
  readonly returns: TypeRef;
  readonly abstract: boolean;
  /** May be overridden, or overrides: dispatched on the receiver. */
  readonly virtual: boolean;
  /** Declared nowhere: the constructors that Apex gives. */
  readonly implicit: boolean;
}

/** The type of what could not be resolved: a problem is already reported, so nothing else complains about it. */
export const UNKNOWN: TypeRef = { name: '<unknown>', args: [] };

export function isUnknown(type: TypeRef): boolean {
  return type.name === UNKNOWN.name || type.args.some(isUnknown);
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}
