/** What generated code calls to make and take apart collections and rows. */
import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { typeRef } from '../contracts/type-ref';
import { notNull, throwApex, throwNull } from '../runtime/exceptions';
import { ApexId } from '../runtime/id';
import { ApexList } from '../runtime/list';
import { ApexMap } from '../runtime/map';
import { ApexSet } from '../runtime/set';
import { SObjectValue } from '../runtime/sobject';

const OBJECT = typeRef('Object');

function argument(type: TypeRef, position: number): TypeRef {
  return type.args[position] ?? OBJECT;
}

export function itemsOf(collection: unknown): readonly unknown[] {
  if (collection instanceof ApexList) return collection.items;
  if (collection instanceof ApexSet) return collection.items();
  return throwNull();
}

export function listOf(type: TypeRef, items: unknown[]): ApexList {
  return new ApexList(argument(type, 0), items);
}

export function listOfSize(type: TypeRef, size: number | null): ApexList {
  return new ApexList(argument(type, 0), new Array<unknown>(notNull(size)).fill(null));
}

/** `new List<T>()`, `new List<T>(collection)`; a number only reserves space. */
export function newList(type: TypeRef, source?: unknown): ApexList {
  if (source === undefined) return new ApexList(argument(type, 0));
  return typeof source === 'number' ? listOfSize(type, source) : new ApexList(argument(type, 0), [...itemsOf(source)]);
}

export function setOf(rt: Runtime, type: TypeRef, items: readonly unknown[]): ApexSet {
  return ApexSet.from(rt, argument(type, 0), items);
}

export function newSet(rt: Runtime, type: TypeRef, source?: unknown): ApexSet {
  return setOf(rt, type, source === undefined || typeof source === 'number' ? [] : itemsOf(source));
}

/** Keys and values in turn. */
export function mapOf(rt: Runtime, type: TypeRef, entries: readonly unknown[]): ApexMap {
  const map = new ApexMap(argument(type, 0), argument(type, 1));
  for (let i = 0; i < entries.length; i += 2) map.put(rt, entries[i], entries[i + 1]);
  return map;
}

/** `new Map<K, V>()`, `(map)`, or `(rows)`, which files rows under their ids. */
export function newMap(rt: Runtime, type: TypeRef, source?: unknown): ApexMap {
  const map = new ApexMap(argument(type, 0), argument(type, 1));
  if (source === undefined) return map;
  if (source instanceof ApexMap) for (const { key, value } of source.entries()) map.put(rt, key, value);
  else for (const [index, row] of [...itemsOf(source)].entries()) putRow(rt, map, row, index);
  return map;
}

function putRow(rt: Runtime, map: ApexMap, row: unknown, index: number): void {
  const id = notNull(row) instanceof SObjectValue ? (row as SObjectValue).id : null;
  if (!(id instanceof ApexId)) throwApex('System.ListException', `Row with null Id at index: ${index}`);
  const key = map.keyType.name === 'String' ? id.value : id;
  if (map.has(rt, key)) throwApex('System.ListException', `Row with duplicate Id at index: ${index}`);
  map.put(rt, key, row);
}

export function elementAt(list: unknown, index: number | null): unknown {
  return (list as ApexList).get(index);
}

export function setElement(list: unknown, index: number | null, value: unknown): unknown {
  return (list as ApexList).set(index, value);
}

/** One row where a list was queried. */
export function singleRow(rows: unknown): unknown {
  const { items } = rows as ApexList;
  if (items.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
  if (items.length > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return items[0];
}

/** Elements for a loop, and the test after each round that the loop has not changed what it walks over. */
export interface Iteration {
  readonly items: readonly unknown[];
  check(): void;
}

export function iterate(collection: unknown): Iteration {
  const items = itemsOf(collection);
  const watched = collection as ApexList | ApexSet;
  const { modifications } = watched;
  return {
    items,
    check() {
      if (watched.modifications === modifications) return;
      throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  };
}

const CHUNK = 200;

export function iterateChunks(rows: unknown): Iteration {
  const { items, elementType } = rows as ApexList;
  const chunks: ApexList[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    chunks.push(new ApexList(elementType, items.slice(start, start + CHUNK)));
  }
  return { items: chunks, check: () => undefined };
}
