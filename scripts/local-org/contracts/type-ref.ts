/**
 * The name of an Apex type, as every stage writes it: the type tables, the compiler, the values at run time.
 *
 * Canonical names:
 * - simple: Object, String, Integer, Long, Double, Decimal, Boolean, Id, Date, Datetime, Time, Blob,
 *   SObject, List, Set, Map, Iterable, Iterator, void, null
 * - every other platform type with its namespace: System.HttpRequest, Schema.SObjectType, Database.SaveResult,
 *   System.QueueableDuplicateSignature.Builder
 * - SObjects under Schema: Schema.Account, Schema.tokenward__Connection__c (always with the namespace prefix)
 * - classes of a project under their namespace, or `c` where the project has none: tokenward.Custody.Row, c.Greeter
 * - type variables of generic platform types, bare: T, K, V
 */
export interface TypeRef {
  readonly name: string;
  readonly args: readonly TypeRef[];
}

export const SIMPLE_TYPE_NAMES = [
  'Object', 'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob',
  'SObject', 'List', 'Set', 'Map', 'Iterable', 'Iterator', 'void', 'null'
] as const; // prettier-ignore

export type SimpleTypeName = (typeof SIMPLE_TYPE_NAMES)[number];

const noArgs: readonly TypeRef[] = [];

export function typeRef(name: string, args: readonly TypeRef[] = noArgs): TypeRef {
  return { name, args };
}

/** `Map<String,List<Id>>`: no spaces, so that it can key a table. */
export function typeText(type: TypeRef): string {
  return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(typeText).join(',')}>`;
}

/** `indexOf(String,Integer)`: the key under which a platform method is declared and implemented. */
export function signatureText(name: string, parameters: readonly TypeRef[]): string {
  return `${name}(${parameters.map(typeText).join(',')})`;
}

export function sameType(a: TypeRef, b: TypeRef): boolean {
  return a.name === b.name && a.args.length === b.args.length && a.args.every((arg, i) => sameType(arg, b.args[i]!));
}

/** Replaces type variables, as when a member of List<T> is looked at through List<String>. */
export function substitute(type: TypeRef, variables: ReadonlyMap<string, TypeRef>): TypeRef {
  const bound = variables.get(type.name);
  if (bound) return bound;
  return type.args.length === 0
    ? type
    : typeRef(
        type.name,
        type.args.map((arg) => substitute(arg, variables))
      );
}
