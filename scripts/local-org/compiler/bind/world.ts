import type { PlatformType, PlatformTypes } from '../../contracts/platform-types';
import type { Schema } from '../../contracts/schema';
import { SIMPLE_TYPE_NAMES, typeRef, type TypeRef } from '../../contracts/type-ref';
import type { ClassSymbol } from './symbols';

/** All that names can denote: the classes of all packages, the platform's types, and the org's objects. */
export interface ProgramSymbols {
  readonly platform: PlatformTypes;
  readonly schema: Schema;
  /** By canonical name in lower case, inner classes included. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  readonly labels: LabelLookup | undefined;
  readonly pages: PageLookup | undefined;
}

/** Whether a custom label exists; without a lookup every label is taken to exist. */
export type LabelLookup = (namespace: string, name: string) => boolean;

/** The name of a Visualforce page as it is declared; without a lookup every page is taken to exist. */
export type PageLookup = (name: string) => string | undefined;

const SIMPLE: ReadonlySet<string> = new Set(SIMPLE_TYPE_NAMES);
const SIMPLE_BY_LOWER = new Map(SIMPLE_TYPE_NAMES.map((name) => [name.toLowerCase(), name]));

export function simpleTypeName(name: string): string | undefined {
  return SIMPLE_BY_LOWER.get(name.toLowerCase());
}

export function canonicalPlatformName(type: PlatformType): string {
  return SIMPLE.has(type.name) && (type.namespace === 'System' || type.namespace === '')
    ? type.name
    : `${type.namespace}.${type.name}`;
}

export function classNamed(world: ProgramSymbols, canonicalName: string): ClassSymbol | undefined {
  return world.classes.get(canonicalName.toLowerCase());
}

export function topLevelClass(world: ProgramSymbols, namespace: string, name: string): ClassSymbol | undefined {
  return world.classes.get(`${namespace || 'c'}.${name}`.toLowerCase());
}

/** The object behind a type such as Schema.Account; undefined for SObject itself and for classes such as SObjectType. */
export function objectName(world: ProgramSymbols, type: TypeRef): string | undefined {
  if (!type.name.startsWith('Schema.') || world.platform.byCanonicalName(type.name)) return undefined;
  return type.name.slice('Schema.'.length);
}

/** An SObject type by API name, as code of `namespace` may write it. */
export function sobjectType(world: ProgramSymbols, name: string, namespace: string): TypeRef | undefined {
  const object = world.schema.object(name, namespace);
  return object ? typeRef(`Schema.${object.name}`) : undefined;
}

export const TYPE = {
  object: typeRef('Object'),
  string: typeRef('String'),
  integer: typeRef('Integer'),
  long: typeRef('Long'),
  double: typeRef('Double'),
  decimal: typeRef('Decimal'),
  boolean: typeRef('Boolean'),
  id: typeRef('Id'),
  date: typeRef('Date'),
  datetime: typeRef('Datetime'),
  time: typeRef('Time'),
  sobject: typeRef('SObject'),
  void: typeRef('void'),
  null: typeRef('null'),
  exception: typeRef('System.Exception'),
  type: typeRef('System.Type'),
  sobjectType: typeRef('Schema.SObjectType'),
  sobjectField: typeRef('Schema.SObjectField')
} as const;

export function listOf(element: TypeRef): TypeRef {
  return typeRef('List', [element]);
}
