import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';

/** A type as messages, getTypeName() and Type.getName() print it: with namespace and outer class, without `c`. */
export function typeName(rt: Runtime, type: TypeRef): string {
  if (type.args.length > 0) return `${type.name}<${type.args.map((arg) => typeName(rt, arg)).join(', ')}>`;
  return className(rt, type.name);
}

export function className(rt: Runtime, canonical: string): string {
  const info = rt.classes.info(canonical);
  if (info) return info.displayName;
  if (canonical.startsWith('Schema.') && rt.org.schema.object(canonical.slice(7), '')) return canonical.slice(7);
  return canonical.startsWith('c.') ? canonical.slice(2) : canonical;
}

/** The same in messages about casts, where an untyped element is called ANY. */
export function castName(rt: Runtime, type: TypeRef): string {
  if (type.args.length === 0) return className(rt, type.name);
  return `${type.name}<${type.args.map((arg) => (arg.name === 'Object' ? 'ANY' : castName(rt, arg))).join(',')}>`;
}
