import type { Member, MethodDeclaration, TypeDeclaration } from '../ast';
import type { ClassSymbol } from '../bind/symbols';
import { checkAnnotatedMethod, checkAnnotations } from './annotations';
import type { CheckContext } from './context';
import { checkIdentifier } from './identifiers';
import { checkWords, type DeclarationKind } from './modifier-words';

/** What may stand before a class and its members, and what they may be called. */
export function checkModifiers(context: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  const { at, name, modifiers } = declaration;
  checkAnnotations(context, modifiers);
  checkIdentifier(context, at, name);
  checkWords(context, at, modifiers, TYPE_KINDS[declaration.kind]);
  const { access } = modifiers;
  if (!symbol.outer && !symbol.isTest && access !== 'public' && access !== 'global') {
    context.report(at, 'modifier', 'Top-level type must have public or global visibility');
  }
  if (symbol.outer?.outer) context.report(at, 'modifier', 'Inner types are not allowed to have inner types');
  if (declaration.kind === 'enum')
    for (const value of declaration.values) checkIdentifier(context, value.at, value.name);
  if (declaration.kind === 'interface') for (const method of declaration.methods) checkInterfaceMethod(context, method);
  if (declaration.kind === 'class') for (const member of declaration.members) checkMember(context, symbol, member);
}

const TYPE_KINDS: Readonly<Record<TypeDeclaration['kind'], DeclarationKind>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums'
};

const MEMBER_KINDS = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors'
} as const;

function checkInterfaceMethod(context: CheckContext, method: MethodDeclaration): void {
  checkAnnotations(context, method.modifiers);
  checkIdentifier(context, method.at, method.name, true);
  const [word] = method.modifiers.words;
  if (word !== undefined) context.report(method.at, 'modifier', `Expecting '}' but was: '${word}'`);
}

function checkMember(context: CheckContext, symbol: ClassSymbol, member: Member): void {
  if (member.kind === 'initializer') {
    if (member.static && symbol.outer) {
      context.report(member.at, 'modifier', 'Inner types are not allowed to have static blocks');
    }
    return;
  }
  if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') return;
  checkAnnotations(context, member.modifiers);
  const kind = MEMBER_KINDS[member.kind];
  checkWords(context, member.at, member.modifiers, kind);
  checkNames(context, member);
  checkPlace(context, symbol, member, kind);
  if (member.kind === 'property') checkAccessors(context, member);
  if (member.kind === 'method') {
    checkMethod(context, symbol, member);
    checkAnnotatedMethod(context, symbol, member);
  }
}

type PlainMember = Extract<Member, { kind: keyof typeof MEMBER_KINDS }>;

function checkNames(context: CheckContext, member: PlainMember): void {
  if (member.kind === 'field') for (const { at, name } of member.declarators) checkIdentifier(context, at, name);
  else if (member.kind !== 'constructor') checkIdentifier(context, member.at, member.name, member.kind === 'method');
}

/** Static and global members, and protected ones, need a class that can have them. */
function checkPlace(context: CheckContext, symbol: ClassSymbol, member: PlainMember, kind: DeclarationKind): void {
  const { modifiers, at } = member;
  const report = (message: string): void => context.report(at, 'modifier', message);
  if (symbol.outer && modifiers.static && kind !== 'constructors') {
    report(`static can only be used on ${kind} of a top level type`);
  }
  if (modifiers.access === 'global' && symbol.access !== 'global') {
    report(`Defining type for ${modifiers.webservice ? 'webService' : 'global'} ${kind} must be declared as global`);
  }
  const own = symbol.declaration.modifiers;
  const extensible = own.virtual || own.abstract;
  const method = kind === 'methods' || kind === 'constructors';
  if (method && modifiers.words.includes('protected') && !modifiers.override && !extensible) {
    report('New protected methods cannot be defined in non-virtual classes');
  }
}

const OPENNESS = ['private', 'protected', 'public', 'global'];

/** An accessor may only be less visible than its property. */
function checkAccessors(context: CheckContext, member: Extract<Member, { kind: 'property' }>): void {
  const scope = member.modifiers.access ?? 'private';
  for (const accessor of [member.getter, member.setter]) {
    const own = accessor?.modifiers.access;
    if (!accessor || own === undefined || OPENNESS.indexOf(own) <= OPENNESS.indexOf(scope)) continue;
    context.report(accessor.at, 'modifier', `Cannot declare ${own} accessor on ${scope} property`);
  }
  if (!member.getter && !member.setter) context.report(member.at, 'syntax', "Unexpected token '}'.");
}

function checkMethod(context: CheckContext, symbol: ClassSymbol, method: MethodDeclaration): void {
  const { modifiers, at, body } = method;
  if (modifiers.abstract && body) context.report(at, 'modifier', 'Abstract methods cannot have a body');
  if (!modifiers.abstract && !body) context.report(at, 'modifier', 'Method must have a body');
  if (modifiers.abstract && !symbol.declaration.modifiers.abstract) {
    context.report(at, 'modifier', 'Defining type for abstract methods must be declared as abstract');
  }
}
