import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { equalValues, hashCode } from '../../../runtime/equality';
import { argument } from '../../../runtime/exceptions';
import { ApexIterator } from '../../../runtime/iterator';
import { ApexList } from '../../../runtime/list';
import type { ApexSet } from '../../../runtime/set';
import { textOf } from '../../../runtime/text';
import { instanceMethods } from '../nulls';
import { sortList, sortWith } from './sorting';

function indexOf(rt: Runtime, list: ApexList, value: unknown): number {
  return list.items.findIndex((item) => equalValues(rt, item, value));
}

function sobjectType(rt: Runtime, list: ApexList): object | null {
  const { name } = list.elementType;
  return name.startsWith('Schema.') ? rt.data.sobjectType(rt, name.slice('Schema.'.length)) : null;
}

export const lists = [
  ...implement('List', {
    'add(T)': (_rt, list: ApexList, value: unknown) => list.add(value),
    'add(Integer,T)': (_rt, list: ApexList, index: number | null, value: unknown) => list.insert(index, value),
    'addAll(List<T>)': (_rt, list: ApexList, other: ApexList) =>
      argument(other, 1)
        .items.slice()
        .forEach((v) => list.add(v)),
    'addAll(Set<T>)': (_rt, list: ApexList, other: ApexSet) =>
      argument(other, 1)
        .items()
        .forEach((v) => list.add(v)),
    'clear()': (_rt, list: ApexList) => list.clear(),
    'clone()': (_rt, list: ApexList) => new ApexList(list.elementType, [...list.items]),
    'contains(T)': (rt, list: ApexList, value: unknown) => indexOf(rt, list, value) >= 0,
    'equals(List<T>)': (rt, list: ApexList, other: unknown) => equalValues(rt, list, other),
    'get(Integer)': (_rt, list: ApexList, index: number | null) => list.get(index),
    'getSObjectType()': sobjectType,
    'hashCode()': (rt, list: ApexList) => hashCode(rt, list),
    'indexOf(T)': indexOf,
    'isEmpty()': (_rt, list: ApexList) => list.size === 0,
    'iterator()': (_rt, list: ApexList) => new ApexIterator(list),
    'remove(Integer)': (_rt, list: ApexList, index: number | null) => list.remove(index),
    'set(Integer,T)': (_rt, list: ApexList, index: number | null, value: unknown) => {
      list.set(index, value);
    },
    'size()': (_rt, list: ApexList) => list.size,
    'sort()': sortList,
    'toString()': (rt, list: ApexList) => textOf(rt, list)
  }),
  ...implement('List', instanceMethods({ 'sort(System.Comparator<T>)': sortWith }))
];

export const iterators = implement('Iterator', {
  'hasNext()': (_rt, iterator: ApexIterator) => iterator.hasNext(),
  'next()': (_rt, iterator: ApexIterator) => iterator.next()
});

export const iterables = implement('Iterable', {
  'iterator()': (_rt, collection: ApexList | ApexSet) => new ApexIterator(collection)
});
