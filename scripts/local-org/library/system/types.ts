import { implement, implementWaiting } from '../../contracts/library';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import type { TypeRef } from '../../contracts/type-ref';
import { SIMPLE_TYPE_NAMES, sameType, typeRef } from '../../contracts/type-ref';
import { hashCode } from '../../runtime/equality';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { ApexSet } from '../../runtime/set';
import { typeName } from '../../runtime/type-name';
import { TypeValue } from '../../runtime/type-value';
import { UnsupportedCall } from '../../runtime/unsupported';
import { instanceMethods } from './nulls';

/** 'Map<String, List<Foo>>' into its parts; undefined where a part has no type. */
function parseType(rt: Runtime, text: string, namespace: string | undefined): TypeRef | undefined {
  const generic = /^\s*(\w+)\s*<(.*)>\s*$/.exec(text);
  if (!generic) return named(rt, text.trim(), namespace);
  const args = splitArguments(generic[2] ?? '').map((part) => parseType(rt, part, namespace));
  const name = simpleName(generic[1] ?? '');
  return name === undefined || args.includes(undefined)
    ? undefined
    : typeRef(
        name,
        args.filter((arg) => arg !== undefined)
      );
}

/** At the commas outside of brackets. */
function splitArguments(text: string): readonly string[] {
  let depth = 0;
  const parts = [''];
  for (const character of text) {
    depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function simpleName(text: string): string | undefined {
  return SIMPLE_TYPE_NAMES.find((name) => name.toLowerCase() === text.toLowerCase());
}

function named(rt: Runtime, text: string, namespace: string | undefined): TypeRef | undefined {
  const known = namespaces(rt, namespace)
    .map((candidate) => rt.classes.resolve(text, candidate))
    .find((info) => info);
  if (known) return typeRef(known.name);
  const simple = simpleName(text.replace(/^system\./i, ''));
  if (simple !== undefined) return typeRef(simple);
  const object = namespaces(rt, namespace)
    .map((candidate) => rt.org.schema.object(text.replace(/^schema\./i, ''), candidate))
    .find((schema) => schema);
  return object && typeRef(`Schema.${object.name}`);
}

/** The caller's namespace is not known here: its own code comes first in a program, so its classes do too. */
function namespaces(rt: Runtime, namespace: string | undefined): readonly string[] {
  if (namespace !== undefined) return [namespace];
  return [...new Set([...rt.classes.all().map((info) => info.namespace), ''])];
}

function forName(rt: Runtime, namespace: string | null | undefined, name: string | null): TypeValue | null {
  if (name === null) return null;
  const type = parseType(rt, name, namespace ?? undefined);
  return type ? new TypeValue(type) : null;
}

/** Whether a variable of `target` can hold values of `source`. */
function isAssignable(rt: Runtime, target: TypeRef, source: TypeRef): boolean {
  if (target.name === 'Object' || sameType(target, source)) return true;
  if (target.name === 'SObject') return source.name.startsWith('Schema.');
  return rt.classes.info(source.name)?.supertypes.some((supertype) => sameType(supertype, target)) ?? false;
}

const OBJECT = typeRef('Object');

function* newInstance(rt: Runtime, type: TypeValue): Waiting<unknown> {
  const { name, args } = type.ref;
  const [first = OBJECT, second = OBJECT] = args;
  if (name === 'List') return new ApexList(first);
  if (name === 'Set') return new ApexSet(first);
  if (name === 'Map') return new ApexMap(first, second);
  if (name.startsWith('Schema.')) return rt.data.newSObject(rt, name.slice('Schema.'.length));
  const info = rt.classes.info(name);
  if (!info) throw new UnsupportedCall('System.Type', `newInstance() of ${name}`);
  if (info.kind !== 'class' || info.abstract)
    throwApex('System.TypeException', `Type cannot be constructed: ${typeName(rt, type.ref)}`);
  const constructible = info.constructors.length === 0 || info.constructors.some((c) => c.parameters.length === 0);
  if (!constructible) throwApex('System.TypeException', `Type cannot be constructed: ${typeName(rt, type.ref)}`);
  return yield* rt.constructWaiting(name, '<init>()', []);
}

export const types = [
  ...implement('System.Type', {
    ...instanceMethods({
      'getName()': (rt, type: TypeValue) => typeName(rt, type.ref),
      'toString()': (rt, type: TypeValue) => typeName(rt, type.ref),
      'hashCode()': (rt, type: TypeValue) => hashCode(rt, type),
      'isAssignableFrom(System.Type)': (rt, type: TypeValue, other: TypeValue) => isAssignable(rt, type.ref, other.ref)
    }),
    'equals(Object)': (rt, type: TypeValue, other: unknown) => other !== null && type.equalTo(rt, other)
  }),
  ...implement(
    'System.Type',
    {
      'forName(String)': (rt, name: string | null) => forName(rt, undefined, name),
      'forName(String,String)': forName
    },
    { fidelity: 'approximate', note: 'Finds classes, SObjects and simple types, not other platform types.' }
  ),
  ...implementWaiting('System.Type', { 'newInstance()': newInstance })
];
