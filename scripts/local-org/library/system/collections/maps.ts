import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { equalValues, hashCode } from '../../../runtime/equality';
import { argument } from '../../../runtime/exceptions';
import type { ApexList } from '../../../runtime/list';
import { ApexList as List } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import { ApexSet } from '../../../runtime/set';
import { SObjectValue } from '../../../runtime/sobject';
import { textOf } from '../../../runtime/text';

/** Rows by their ids. Unlike the constructor of a map, this takes rows without one: they share the key null. */
export function putRows(rt: Runtime, map: ApexMap, rows: ApexList | null): void {
  for (const row of argument(rows, 1).items) {
    const id = row instanceof SObjectValue ? row.id : null;
    map.put(rt, id !== null && map.keyType.name === 'String' ? id.value : id, row);
  }
}

function copyOf(rt: Runtime, map: ApexMap, value: (value: unknown) => unknown): ApexMap {
  const copy = new ApexMap(map.keyType, map.valueType, map.ignoreCase);
  for (const entry of map.entries()) copy.put(rt, entry.key, value(entry.value));
  return copy;
}

function sobjectType(rt: Runtime, map: ApexMap): object | null {
  const { name } = map.valueType;
  return name.startsWith('Schema.') ? rt.data.sobjectType(rt, name.slice('Schema.'.length)) : null;
}

export const maps = [
  ...implement('Map', {
    'clear()': (_rt, map: ApexMap) => map.clear(),
    'clone()': (rt, map: ApexMap) => copyOf(rt, map, (value) => value),
    'containsKey(K)': (rt, map: ApexMap, key: unknown) => map.has(rt, key),
    'equals(Map<K,V>)': (rt, map: ApexMap, other: unknown) => equalValues(rt, map, other),
    'get(K)': (rt, map: ApexMap, key: unknown) => map.get(rt, key),
    'getSObjectType()': sobjectType,
    'hashCode()': (rt, map: ApexMap) => hashCode(rt, map),
    'isEmpty()': (_rt, map: ApexMap) => map.size === 0,
    'put(K,V)': (rt, map: ApexMap, key: unknown, value: unknown) => map.put(rt, key, value),
    'putAll(Map<K,V>)': (rt, map: ApexMap, other: ApexMap | null) => {
      for (const { key, value } of argument(other, 1).entries()) map.put(rt, key, value);
    },
    'putAll(List<SObject>)': putRows,
    'remove(K)': (rt, map: ApexMap, key: unknown) => map.remove(rt, key),
    'size()': (_rt, map: ApexMap) => map.size,
    'toString()': (rt, map: ApexMap) => textOf(rt, map),
    'values()': (_rt, map: ApexMap) => new List(map.valueType, [...map.values()])
  }),
  ...implement(
    'Map',
    {
      'keySet()': (rt, map: ApexMap) => ApexSet.from(rt, map.keyType, map.keys()),
      'deepClone()': (rt, map: ApexMap) =>
        copyOf(rt, map, (value) => (value instanceof SObjectValue ? value.copy(true) : value))
    },
    { fidelity: 'approximate', note: 'keySet() is a copy: removing from it leaves the map alone.' }
  )
];
