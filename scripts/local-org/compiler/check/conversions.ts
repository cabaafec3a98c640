import { sameType, type TypeRef } from '../../contracts/type-ref';
import type { TypeIndex } from '../bind/members';
import { isUnknown } from '../bind/symbols';
import { objectName } from '../bind/world';

export { displaySignature, displayType } from '../bind/display';

/** Widening between numbers; Double and Decimal convert into each other. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Id: ['String'],
  String: ['Id'],
  Date: ['Datetime']
};

const NUMERIC: ReadonlySet<string> = new Set(['Integer', 'Long', 'Double', 'Decimal']);
const COLLECTIONS: ReadonlySet<string> = new Set(['List', 'Set', 'Map', 'Iterable', 'Iterator']);

export function isNumeric(type: TypeRef): boolean {
  return NUMERIC.has(type.name);
}

export function isSObject(index: TypeIndex, type: TypeRef): boolean {
  return type.name === 'SObject' || isSObjectRow(index, type);
}

/**
 * How far an implicit conversion goes, for choosing among overloads: 0 for the same type, undefined for none.
 */
export function conversionCost(index: TypeIndex, from: TypeRef, to: TypeRef): number | undefined {
  if (sameType(from, to) || isUnknown(from) || isUnknown(to)) return 0;
  if (from.name === 'void' || to.name === 'void') return undefined;
  if (from.name === 'null') return 1;
  if (to.name === 'Object') return 50;
  const widened = WIDER[from.name]?.indexOf(to.name) ?? -1;
  if (widened >= 0) return 1 + widened;
  if (isSObjectRow(index, from) && to.name === 'SObject') return 1;
  const level = index.hierarchy(from).findIndex((type) => matches(index, type, to));
  return level >= 0 ? 1 + level : undefined;
}

export function assignable(index: TypeIndex, from: TypeRef, to: TypeRef): boolean {
  return conversionCost(index, from, to) !== undefined;
}

/** Whether one level of a hierarchy is the wanted type, up to what collections may differ in. */
function matches(index: TypeIndex, type: TypeRef, to: TypeRef): boolean {
  if (type.name !== to.name || type.args.length !== to.args.length) return false;
  if (type.name === 'Map' && !sameKey(type.args[0]!, to.args[0]!)) return false;
  return type.args.every((arg, i) => elementConverts(index, type.name, arg, to.args[i]!));
}

/** The keys of a map do not even convert between Id and String. */
function sameKey(from: TypeRef, to: TypeRef): boolean {
  return sameType(from, to) || isUnknown(from) || isUnknown(to);
}

/** Lists and maps go up to their elements' supertypes, lists between rows of SObject and of one object both ways. */
function elementConverts(index: TypeIndex, collection: string, from: TypeRef, to: TypeRef): boolean {
  if (sameType(from, to) || isUnknown(from) || isUnknown(to)) return true;
  if (isSObjectRow(index, from) && to.name === 'SObject') return true;
  if (collection === 'Set') return false;
  // The platform does not look into iterables of Object.
  if (collection === 'Iterable' && from.name === 'Object') return true;
  if (from.name === 'SObject' && isSObjectRow(index, to)) return collection !== 'Map';
  if (COLLECTIONS.has(from.name) && from.name === to.name) return matches(index, from, to);
  const both = [from.name, to.name];
  if (both.includes('Id') && both.includes('String')) return true;
  if (NUMERIC.has(from.name) || NUMERIC.has(to.name)) return to.name === 'Object';
  return assignable(index, from, to);
}

function isSObjectRow(index: TypeIndex, type: TypeRef): boolean {
  return objectName(index.world, type) !== undefined;
}

/** What an explicit cast may do: anything that could succeed at run time. */
export function castable(index: TypeIndex, from: TypeRef, to: TypeRef): boolean {
  if (assignable(index, from, to) || assignable(index, to, from)) return from.name !== 'void';
  if (NUMERIC.has(from.name) && NUMERIC.has(to.name)) return true;
  if (isSObject(index, from) && isSObject(index, to)) return from.name === 'SObject' || to.name === 'SObject';
  if (COLLECTIONS.has(from.name) && COLLECTIONS.has(to.name)) {
    return from.args.length === to.args.length && from.args.every((arg, i) => castable(index, arg, to.args[i]!));
  }
  if (isValueType(from) || isValueType(to)) return false;
  return index.isInterface(from) || index.isInterface(to);
}

function isValueType(type: TypeRef): boolean {
  return NUMERIC.has(type.name) || ['String', 'Id', 'Boolean', 'Date', 'Datetime', 'Time', 'Blob'].includes(type.name);
}

/** The type that two branches share: of a ternary, of `??`, of list elements. */
export function commonType(index: TypeIndex, a: TypeRef, b: TypeRef): TypeRef | undefined {
  if (a.name === 'null') return b;
  if (b.name === 'null') return a;
  if (isNumeric(a) && isNumeric(b)) return promote(a, b);
  if (assignable(index, b, a)) return a;
  if (assignable(index, a, b)) return b;
  if (isSObject(index, a) && isSObject(index, b)) return { name: 'SObject', args: [] };
  return index.hierarchy(a).find((type) => assignable(index, b, type));
}

const RANK = ['Integer', 'Long', 'Double', 'Decimal'];

export function promote(a: TypeRef, b: TypeRef): TypeRef {
  return RANK.indexOf(a.name) >= RANK.indexOf(b.name) ? a : b;
}
