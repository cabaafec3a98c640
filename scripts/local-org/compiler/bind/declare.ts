import type { PackageSource } from '../../contracts/program';
import { typeRef } from '../../contracts/type-ref';
import type { TypeDeclaration } from '../ast';
import { hasAnnotation, type ClassSymbol } from './symbols';

/** Where a declaration stands. */
export interface DeclarationPlace {
  readonly source: PackageSource;
  readonly file: string;
  readonly outer: ClassSymbol | undefined;
}

/** A duplicate is reported by the checker; here the first of two classes of a name wins. */
export function declareType(declaration: TypeDeclaration, place: DeclarationPlace): ClassSymbol {
  const { source, file, outer } = place;
  const prefix = outer ? outer.name : source.namespace || 'c';
  const name = `${prefix}.${declaration.name}`;
  declaration.canonicalName = name;
  const { modifiers } = declaration;
  const symbol: ClassSymbol = {
    name,
    simpleName: declaration.name,
    namespace: source.namespace,
    source,
    file,
    declaration,
    kind: declaration.kind,
    outer,
    access: modifiers.access ?? 'private',
    isTest: hasAnnotation(modifiers, 'istest') || (outer?.isTest ?? false),
    type: typeRef(name),
    inner: new Map(),
    superclass: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: []
  };
  if (declaration.kind === 'class') declareInner(symbol, declaration.members);
  return symbol;
}

function declareInner(symbol: ClassSymbol, members: readonly { readonly kind: string }[]): void {
  for (const member of members) {
    if (!isType(member)) continue;
    const key = member.name.toLowerCase();
    const inner = declareType(member, { source: symbol.source, file: symbol.file, outer: symbol });
    if (!symbol.inner.has(key)) symbol.inner.set(key, inner);
  }
}

function isType(member: { readonly kind: string }): member is TypeDeclaration {
  return member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';
}
