import type { Runtime } from '../../../contracts/runtime';
import { methodKey } from '../../../runtime/callbacks';
import { throwApex } from '../../../runtime/exceptions';
import type { ApexList } from '../../../runtime/list';
import { compareForSort } from '../../../runtime/ordering';

/** Stable, like the platform's. Null elements come first without asking anybody. */
export function sortList(rt: Runtime, list: ApexList): void {
  replaceItems(list, (a, b) => compareForSort(rt, a, b));
}

export function sortWith(rt: Runtime, list: ApexList, comparator: object): void {
  const key = methodKey(rt, comparator, 'compare', 2);
  if (key === undefined) return throwApex('System.ListException', 'The comparator has no compare method.');
  replaceItems(list, (a, b) => Number(rt.call(comparator, key, [a, b])));
}

/** Sorted aside first: a comparison that throws leaves the list as it was. */
function replaceItems(list: ApexList, compare: (a: unknown, b: unknown) => number): void {
  const sorted = [...list.items].sort(compare);
  list.items.splice(0, list.items.length, ...sorted);
}
