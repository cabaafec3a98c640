import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { equalValues, hashCode } from '../../../runtime/equality';
import { throwNullArgument } from '../../../runtime/exceptions';
import { ApexIterator } from '../../../runtime/iterator';
import { ApexList } from '../../../runtime/list';
import { ApexSet } from '../../../runtime/set';
import { textOf } from '../../../runtime/text';

type Collection = ApexList | ApexSet | null;

function itemsOf(collection: Collection): readonly unknown[] {
  if (collection === null) throwNullArgument(1);
  return collection instanceof ApexList ? [...collection.items] : collection.items();
}

/** Whether any step changed the set; every step runs. */
function changed(items: readonly unknown[], step: (item: unknown) => boolean): boolean {
  return items.reduce<boolean>((any, item) => step(item) || any, false);
}

const addAll = (rt: Runtime, set: ApexSet, other: Collection): boolean =>
  changed(itemsOf(other), (item) => set.add(rt, item));
const removeAll = (rt: Runtime, set: ApexSet, other: Collection): boolean =>
  changed(itemsOf(other), (item) => set.remove(rt, item));
const containsAll = (rt: Runtime, set: ApexSet, other: Collection): boolean =>
  itemsOf(other).every((item) => set.has(rt, item));

function retainAll(rt: Runtime, set: ApexSet, other: Collection): boolean {
  const kept = ApexSet.from(rt, set.elementType, itemsOf(other));
  return changed(set.items(), (item) => !kept.has(rt, item) && set.remove(rt, item));
}

export const sets = implement('Set', {
  'add(T)': (rt, set: ApexSet, value: unknown) => set.add(rt, value),
  'addAll(List<T>)': addAll,
  'addAll(Set<T>)': addAll,
  'clear()': (_rt, set: ApexSet) => set.clear(),
  'clone()': (rt, set: ApexSet) => ApexSet.from(rt, set.elementType, set.items()),
  'contains(T)': (rt, set: ApexSet, value: unknown) => set.has(rt, value),
  'containsAll(List<T>)': containsAll,
  'containsAll(Set<T>)': containsAll,
  'equals(Set<T>)': (rt, set: ApexSet, other: unknown) => equalValues(rt, set, other),
  'hashCode()': (rt, set: ApexSet) => hashCode(rt, set),
  'isEmpty()': (_rt, set: ApexSet) => set.size === 0,
  'iterator()': (_rt, set: ApexSet) => new ApexIterator(set),
  'remove(T)': (rt, set: ApexSet, value: unknown) => set.remove(rt, value),
  'removeAll(List<T>)': removeAll,
  'removeAll(Set<T>)': removeAll,
  'retainAll(List<T>)': retainAll,
  'retainAll(Set<T>)': retainAll,
  'size()': (_rt, set: ApexSet) => set.size,
  'toString()': (rt, set: ApexSet) => textOf(rt, set)
});
