import type { PlatformType } from '../../contracts/platform-types';
import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { TypeName } from '../ast';
import { hasAnnotation, outermost, type ClassSymbol } from './symbols';
import {
  canonicalPlatformName, classNamed, simpleTypeName, sobjectType, topLevelClass, type ProgramSymbols
} from './world'; // prettier-ignore

/** Where a name is written: decides which classes it sees first, and whose private names. */
export interface NameScope {
  readonly namespace: string;
  readonly symbol: ClassSymbol | undefined;
}

export type Resolved =
  | { readonly ok: true; readonly type: TypeRef }
  | { readonly ok: false; readonly at: TypeName; readonly reason: 'unknown' | 'arguments' | 'invisible' };

/** Namespaces whose types need no prefix. */
const IMPLIED_NAMESPACES = ['System', 'Schema'] as const;

export function resolveType(world: ProgramSymbols, scope: NameScope, name: TypeName): Resolved {
  const args: TypeRef[] = [];
  for (const arg of name.args) {
    const resolved = resolveType(world, scope, arg);
    if (!resolved.ok) return resolved;
    args.push(resolved.type);
  }
  const base = resolveParts(world, scope, name.parts);
  if (!base) return { ok: false, at: name, reason: 'unknown' };
  const symbol = classNamed(world, base.name);
  if (symbol && !visible(symbol, scope)) return { ok: false, at: name, reason: 'invisible' };
  const expected = symbol ? 0 : (world.platform.byCanonicalName(base.name)?.typeParameters.length ?? 0);
  if (args.length !== expected) return rawType(base, expected, args, name);
  const type = args.length === 0 ? base : typeRef(base.name, args);
  name.type = type;
  return { ok: true, type };
}

/** `Iterable` without arguments, or too many of them. The platform takes raw iterables as those of Object. */
function rawType(base: TypeRef, expected: number, args: readonly TypeRef[], name: TypeName): Resolved {
  const collection = ['List', 'Set', 'Map'].includes(base.name);
  if (args.length > 0 || collection) return { ok: false, at: name, reason: 'arguments' };
  const type = typeRef(
    base.name,
    Array.from({ length: expected }, () => typeRef('Object'))
  );
  name.type = type;
  return { ok: true, type };
}

/** A type by its dotted name, without arguments; undefined where there is none. */
export function resolveParts(world: ProgramSymbols, scope: NameScope, parts: readonly string[]): TypeRef | undefined {
  const [first, second, third] = parts;
  if (first === undefined) return undefined;
  if (second === undefined) return resolveSimple(world, scope, first);
  const outer = resolveClass(world, scope, first);
  const inner = outer && findInner(world, outer, second);
  if (inner && third === undefined) return inner.type;
  return resolveQualified(world, scope, first, [second, ...(third === undefined ? [] : parts.slice(2))]);
}

export function resolveSimple(world: ProgramSymbols, scope: NameScope, name: string): TypeRef | undefined {
  const own = resolveClass(world, scope, name);
  if (own) return own.type;
  const simple = simpleTypeName(name);
  if (simple) return typeRef(simple);
  for (const namespace of IMPLIED_NAMESPACES) {
    const platform = world.platform.type(namespace, name);
    if (!platform) continue;
    const row = isUtility(platform) ? sobjectType(world, name, scope.namespace) : undefined;
    return row ?? typeRef(canonicalPlatformName(platform));
  }
  return sobjectType(world, name, scope.namespace);
}

/** Has static methods only: BusinessHours and Network are such classes and objects too, and the name means the object. */
function isUtility(type: PlatformType): boolean {
  if (type.kind !== 'class' || type.values.length > 0 || type.fields.length > 0) return false;
  return type.methods.length > 0 && type.methods.every((method) => method.static);
}

/** Inner classes of the enclosing classes and of their superclasses, then top-level classes of the own namespace. */
export function resolveClass(world: ProgramSymbols, scope: NameScope, name: string): ClassSymbol | undefined {
  const lower = name.toLowerCase();
  for (let current = scope.symbol; current; current = current.outer) {
    if (current.simpleName.toLowerCase() === lower) return current;
    const inner = findInner(world, current, name);
    if (inner) return inner;
  }
  return topLevelClass(world, scope.namespace, name);
}

export function findInner(world: ProgramSymbols, symbol: ClassSymbol, name: string): ClassSymbol | undefined {
  const seen = new Set<ClassSymbol>();
  for (let current: ClassSymbol | undefined = symbol; current && !seen.has(current);) {
    seen.add(current);
    const inner = current.inner.get(name.toLowerCase());
    if (inner) return inner;
    current = current.superclass ? classNamed(world, current.superclass.name) : undefined;
  }
  return undefined;
}

function resolveQualified(
  world: ProgramSymbols,
  scope: NameScope,
  namespace: string,
  rest: readonly string[]
): TypeRef | undefined {
  const [name, inner] = rest;
  if (name === undefined) return undefined;
  const project = packageNamespace(world, namespace);
  if (project !== undefined) {
    const outer = topLevelClass(world, project, name);
    const found = outer && inner !== undefined ? findInner(world, outer, inner) : outer;
    if (found) return found.type;
  }
  const platform =
    world.platform.type(namespace, rest.join('.')) ??
    world.platform.type('System', [namespace, ...rest].join('.')) ??
    world.platform.type('Schema', [namespace, ...rest].join('.'));
  if (platform) return typeRef(canonicalPlatformName(platform));
  if (inner !== undefined) return undefined;
  const lower = namespace.toLowerCase();
  if (lower === 'system' && simpleTypeName(name)) return typeRef(simpleTypeName(name) ?? name);
  return lower === 'schema' ? sobjectType(world, name, scope.namespace) : undefined;
}

/** The package namespace of this name, in its own spelling. */
export function packageNamespace(world: ProgramSymbols, name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const symbol of world.classes.values()) {
    if (symbol.namespace !== '' && symbol.namespace.toLowerCase() === lower) return symbol.namespace;
  }
  return undefined;
}

/** Between packages only `global` is visible; a private inner class only inside its outermost class, and to tests. */
export function visible(symbol: ClassSymbol, scope: NameScope): boolean {
  if (symbol.namespace !== scope.namespace) {
    return symbol.access === 'global' && (!symbol.outer || visible(symbol.outer, scope));
  }
  if (!symbol.outer || symbol.access !== 'private' || !scope.symbol) return true;
  if (outermost(symbol) === outermost(scope.symbol)) return true;
  return scope.symbol.isTest && hasAnnotation(symbol.declaration.modifiers, 'testvisible');
}
