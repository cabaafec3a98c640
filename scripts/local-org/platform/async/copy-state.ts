import type { Runtime } from '../../contracts/runtime';
import { ApexException, throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { ApexObject, PlatformObject } from '../../runtime/object';
import { ApexSet } from '../../runtime/set';
import { SObjectValue } from '../../runtime/sobject';

/** Platform objects that survive serialization: they are values in all but name. */
const SERIALIZABLE = new Set([
  'System.Type',
  'Schema.SObjectType',
  'Schema.SObjectField',
  'System.PageReference',
  // Jobs of public frameworks keep these as members and are queued.
  'System.QueueableContext',
  'System.FinalizerContext',
  'System.QueueableDuplicateSignature'
]);

/** And those that can be changed afterwards: the copy must not change with them. */
const COPIED = new Set(['System.AsyncOptions']);

/**
 * A deep copy as serialization makes it: transient members are null, objects met twice stay one object, and what the
 * platform cannot serialise is an error.
 */
export function copyState(rt: Pick<Runtime, 'classes'>, target: object): object {
  return new Copier(rt as Runtime).copy(target) as object;
}

/** The same for any value, such as one that is put into a cache. */
export function copyValue(rt: Pick<Runtime, 'classes'>, value: unknown): unknown {
  return value === null || typeof value !== 'object' ? value : new Copier(rt as Runtime).copy(value);
}

class Copier {
  readonly #rt: Runtime;
  readonly #copies = new Map<object, object>();

  constructor(rt: Runtime) {
    this.#rt = rt;
  }

  copy(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const known = this.#copies.get(value);
    if (known) return known;
    if (value instanceof ApexList) return this.#list(value);
    if (value instanceof ApexSet) return this.#set(value);
    if (value instanceof ApexMap) return this.#map(value);
    if (value instanceof SObjectValue) return this.#row(value);
    if (value instanceof ApexObject) return this.#object(value);
    if (value instanceof ApexException) return value;
    if (value instanceof PlatformObject && COPIED.has(value.apexType.name)) return this.#platformObject(value);
    if (value instanceof PlatformObject && !SERIALIZABLE.has(value.apexType.name)) {
      throwApex('System.SerializationException', `Not Serializable: ${value.apexType.name}`);
    }
    return value;
  }

  #platformObject(value: PlatformObject): PlatformObject {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(value) as object) as PlatformObject, value);
    this.#copies.set(value, copy);
    return copy;
  }

  #list(list: ApexList): ApexList {
    const copy = new ApexList(list.elementType);
    this.#copies.set(list, copy);
    for (const item of list.items) copy.add(this.copy(item));
    return copy;
  }

  #set(set: ApexSet): ApexSet {
    const copy = new ApexSet(set.elementType);
    this.#copies.set(set, copy);
    for (const item of set.items()) copy.add(this.#rt, this.copy(item));
    return copy;
  }

  #map(map: ApexMap): ApexMap {
    const copy = new ApexMap(map.keyType, map.valueType, map.ignoreCase);
    this.#copies.set(map, copy);
    for (const { key, value } of map.entries()) copy.put(this.#rt, this.copy(key), this.copy(value));
    return copy;
  }

  #row(row: SObjectValue): SObjectValue {
    const copy = row.copy(true);
    this.#copies.set(row, copy);
    for (const [field, value] of copy.fields) copy.fields.set(field, this.copy(value));
    return copy;
  }

  #object(object: ApexObject): object {
    const { classes } = this.#rt;
    const info = classes.classOf(object);
    if (!info) throw new Error('An object of a project has no class: the engine has not registered it.');
    const copy = classes.allocate(info.name);
    this.#copies.set(object, copy);
    classes.copyStored(object, copy, (value) => this.copy(value));
    return copy;
  }
}
