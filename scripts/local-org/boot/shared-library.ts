import type { ClassInfo } from '../contracts/class-info';
import type { Library, LibraryEntry } from '../contracts/library';
import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { hostOf } from '../platform/host';
import { SObjectTypeValue } from '../platform/sobject/tokens';
import { throwApex } from '../runtime/exceptions';
import { ApexList } from '../runtime/list';
import { ApexMap } from '../runtime/map';
import { ApexObject } from '../runtime/object';
import { ApexSet } from '../runtime/set';
import { TypeValue } from '../runtime/type-value';

type Call = (rt: Runtime, ...args: readonly unknown[]) => unknown;

/** The library of an org with several packages: what is not global, or protected, cannot be reached by its name. */
export function sharedLibrary(library: Library): Library {
  const forName = library.find('System.Type', 'forName(String,String)');
  const guards: Readonly<Record<string, (original: Call) => Call>> = {
    'System.Type.forName(String)': (original) => (rt, name) =>
      visibleType(rt, forName ? (forName.call as Call)(rt, namespaceOf(rt), name) : original(rt, name)),
    'System.Type.forName(String,String)': (original) => (rt, namespace, name) =>
      visibleType(rt, original(rt, namespace, name)),
    'System.Schema.getGlobalDescribe()': (original) => (rt) => visibleObjects(rt, original(rt)),
    'System.JSON.serialize(Object)': guardSerialized,
    'System.JSON.serialize(Object,Boolean)': guardSerialized,
    'System.JSON.serializePretty(Object)': guardSerialized,
    'System.JSON.serializePretty(Object,Boolean)': guardSerialized,
    'System.JSON.deserialize(String,System.Type)': guardDeserialized,
    'System.JSON.deserializeStrict(String,System.Type)': guardDeserialized,
    'System.JSONParser.readValueAs(System.Type)': guardDeserialized,
    'System.JSONParser.readValueAsStrict(System.Type)': guardDeserialized
  };
  const missing = Object.keys(guards).find((id) => !library.entries.some(({ type, key }) => `${type}.${key}` === id));
  if (missing !== undefined) throw new Error(`The library has no ${missing} to guard: correct its name here.`);
  const entries = library.entries.map((entry) => guarded(entry, guards[`${entry.type}.${entry.key}`]));
  const index = new Map(entries.map((entry) => [`${entry.type}.${entry.key}`, entry]));
  return { entries, find: (type, key) => index.get(`${type}.${key}`) };
}

function guarded(entry: LibraryEntry, guard: ((original: Call) => Call) | undefined): LibraryEntry {
  return guard ? { ...entry, call: guard(entry.call as Call) as LibraryEntry['call'] } : entry;
}

function namespaceOf(rt: Runtime): string {
  return hostOf(rt).org.code.namespace();
}

function visibleType(rt: Runtime, found: unknown): unknown {
  return found instanceof TypeValue && !canName(rt, found.ref, namespaceOf(rt)) ? null : found;
}

function canName(rt: Runtime, { name, args }: TypeRef, namespace: string): boolean {
  const info = rt.classes.info(name);
  if (info && info.namespace !== namespace && !isGlobal(rt, info)) return false;
  const object = hostOf(rt).org.data.schema.byFullName(name.replace(/^Schema\./, ''));
  if (object?.protected === true && object.namespace !== namespace) return false;
  return args.every((arg) => canName(rt, arg, namespace));
}

/** An inner class is as visible as what it lies in. */
function isGlobal(rt: Runtime, info: ClassInfo): boolean {
  const outer = rt.classes.info(info.name.slice(0, info.name.lastIndexOf('.')));
  return info.access === 'global' && (outer === undefined || isGlobal(rt, outer));
}

/** Objects of other packages have their full name only, and protected ones none. */
function visibleObjects(rt: Runtime, all: unknown): unknown {
  if (!(all instanceof ApexMap)) return all;
  const namespace = namespaceOf(rt);
  for (const { key, value } of [...all.entries()]) {
    if (!(value instanceof SObjectTypeValue) || value.object.namespace === namespace) continue;
    if (value.object.protected || value.object.name.toLowerCase() !== key) all.remove(rt, key);
  }
  return all;
}

/** Apex Developer Guide, JsonAccess Annotation: other namespaces may only where the class says always. */
function mayTravel(info: ClassInfo, direction: 'serializable' | 'deserializable', namespace: string): boolean {
  const access = info.annotations.find(({ name }) => name === 'jsonaccess')?.parameters[direction] ?? 'sameNamespace';
  return info.namespace === namespace || access.toLowerCase() === 'always';
}

function guardSerialized(original: Call): Call {
  return (rt, value, ...rest) => {
    const namespace = namespaceOf(rt);
    for (const info of classesIn(rt, value, new Set())) {
      if (!mayTravel(info, 'serializable', namespace)) refuseJson(info);
    }
    return original(rt, value, ...rest);
  };
}

function guardDeserialized(original: Call): Call {
  return (rt, source, type) => {
    if (type instanceof TypeValue) {
      const namespace = namespaceOf(rt);
      for (const info of namedClasses(rt, type.ref)) {
        if (!mayTravel(info, 'deserializable', namespace)) refuseJson(info);
      }
    }
    return original(rt, source, type);
  };
}

function refuseJson(info: ClassInfo): never {
  throwApex('System.JSONException', `Apex Type unsupported in JSON: ${info.displayName}`);
}

function namedClasses(rt: Runtime, { name, args }: TypeRef): readonly ClassInfo[] {
  const info = rt.classes.info(name);
  return [...(info ? [info] : []), ...args.flatMap((arg) => namedClasses(rt, arg))];
}

/** Of the values in collections and, in objects, of what lies in their plain fields. */
function classesIn(rt: Runtime, value: unknown, seen: Set<unknown>): readonly ClassInfo[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof ApexList) return value.items.flatMap((item) => classesIn(rt, item, seen));
  if (value instanceof ApexSet) return value.items().flatMap((item) => classesIn(rt, item, seen));
  if (value instanceof ApexMap) return value.entries().flatMap((entry) => classesIn(rt, entry.value, seen));
  const info = value instanceof ApexObject ? rt.classes.classOf(value) : undefined;
  if (!info) return [];
  const plain = info.fields.filter((field) => !field.static && !field.transient && !field.property);
  return [info, ...plain.flatMap(({ name }) => classesIn(rt, rt.classes.getField(value, name), seen))];
}
