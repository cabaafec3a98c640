import type { ClassDeclaration, Member, MethodDeclaration, Modifiers } from '../ast';
import type { ClassSymbol } from '../bind/symbols';
import type { CheckContext } from './context';

const KNOWN_ANNOTATIONS: ReadonlySet<string> = new Set([
  'auraenabled', 'deprecated', 'future', 'invocablemethod', 'invocablevariable', 'istest', 'jsonaccess',
  'namespaceaccessible', 'readonly', 'remoteaction', 'suppresswarnings', 'testsetup', 'testvisible', 'restresource',
  'httpdelete', 'httpget', 'httppatch', 'httppost', 'httpput'
]); // prettier-ignore

/** What may stand before a class and its members. */
export function checkModifiers(context: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  checkAnnotations(context, declaration.modifiers);
  const { access, abstract, virtual } = declaration.modifiers;
  if (!symbol.outer && !symbol.isTest && access !== 'public' && access !== 'global') {
    context.report(
      declaration.at,
      'modifier',
      `Top-level type must have public or global visibility: ${declaration.name}`
    );
  }
  if (symbol.outer?.outer) {
    context.report(declaration.at, 'modifier', `Inner types are not allowed to have inner types: ${declaration.name}`);
  }
  if (abstract && virtual) {
    context.report(declaration.at, 'modifier', `A class cannot be abstract and virtual: ${declaration.name}`);
  }
  if (declaration.kind === 'interface')
    for (const method of declaration.methods) checkAnnotations(context, method.modifiers);
  if (declaration.kind === 'class')
    for (const member of declaration.members) checkMember(context, symbol, declaration, member);
}

function checkMember(context: CheckContext, symbol: ClassSymbol, owner: ClassDeclaration, member: Member): void {
  if (member.kind === 'initializer' || member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum')
    return;
  checkAnnotations(context, member.modifiers);
  if (symbol.outer && 'static' in member.modifiers && member.modifiers.static) {
    context.report(member.at, 'modifier', 'static can only be used on members of a top level class');
  }
  if (member.modifiers.access === 'global' && symbol.access !== 'global') {
    const name = 'name' in member ? member.name : (member.declarators[0]?.name ?? '');
    context.report(member.at, 'modifier', `Defining type for global members must be declared as global: ${name}`);
  }
  if (member.kind === 'method') checkMethod(context, symbol, owner, member);
}

function checkAnnotations(context: CheckContext, modifiers: Modifiers): void {
  const seen = new Set<string>();
  for (const { name, at } of modifiers.annotations) {
    if (!KNOWN_ANNOTATIONS.has(name)) context.report(at, 'modifier', `Annotation does not exist: ${name}`);
    if (seen.has(name)) context.report(at, 'modifier', `Duplicate annotation: ${name}`);
    seen.add(name);
  }
}

function checkMethod(
  context: CheckContext,
  symbol: ClassSymbol,
  owner: ClassDeclaration,
  method: MethodDeclaration
): void {
  const { modifiers, name, at } = method;
  if (modifiers.abstract && method.body) context.report(at, 'modifier', `Abstract methods cannot have a body: ${name}`);
  if (!modifiers.abstract && !method.body) context.report(at, 'modifier', `Method must have a body: ${name}`);
  if (modifiers.abstract && !owner.modifiers.abstract) {
    context.report(at, 'modifier', `Abstract method in a class that is not abstract: ${name}`);
  }
  if ((modifiers.virtual || modifiers.override || modifiers.abstract) && modifiers.static) {
    context.report(at, 'modifier', `Static methods cannot be virtual, abstract or override: ${name}`);
  }
  const has = (annotation: string): boolean => modifiers.annotations.some((each) => each.name === annotation);
  if (has('auraenabled') && !modifiers.static && symbol.outer === undefined) {
    context.report(at, 'modifier', `AuraEnabled methods must be static: ${name}`);
  }
  if (has('future')) checkFuture(context, method);
  if (
    modifiers.testMethod &&
    (!modifiers.static || method.returns.type?.name !== 'void' || method.parameters.length > 0)
  ) {
    context.report(at, 'modifier', `Test methods must be static, void, and without parameters: ${name}`);
  }
}

const FUTURE_TYPES: ReadonlySet<string> = new Set([
  'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob'
]); // prettier-ignore

function checkFuture(context: CheckContext, method: MethodDeclaration): void {
  const { modifiers, name, at } = method;
  if (!modifiers.static || method.returns.type?.name !== 'void') {
    context.report(at, 'modifier', `Future methods must be static and return void: ${name}`);
  }
  for (const parameter of method.parameters) {
    const { type } = parameter.type;
    if (!type) continue;
    const element = type.name === 'List' || type.name === 'Set' ? type.args[0] : type;
    if (element && FUTURE_TYPES.has(element.name)) continue;
    context.report(parameter.at, 'modifier', `Unsupported parameter type for a future method: ${parameter.name}`);
  }
}
