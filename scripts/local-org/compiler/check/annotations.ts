import type { MethodDeclaration, Modifiers } from '../ast';
import { hasAnnotation, type ClassSymbol } from '../bind/symbols';
import type { CheckContext } from './context';
import { displayType } from './conversions';

const KNOWN_ANNOTATIONS: ReadonlySet<string> = new Set([
  'auraenabled', 'deprecated', 'future', 'invocablemethod', 'invocablevariable', 'istest', 'jsonaccess',
  'namespaceaccessible', 'readonly', 'remoteaction', 'suppresswarnings', 'testsetup', 'testvisible', 'restresource',
  'httpdelete', 'httpget', 'httppatch', 'httppost', 'httpput'
]); // prettier-ignore

export function checkAnnotations(context: CheckContext, modifiers: Modifiers): void {
  const seen = new Set<string>();
  for (const { name, at, written } of modifiers.annotations) {
    if (!KNOWN_ANNOTATIONS.has(name)) context.report(at, 'modifier', `Annotation does not exist: ${written}`);
    if (seen.has(name)) context.report(at, 'modifier', `Duplicate modifier: ${written}`);
    seen.add(name);
  }
}

/** Annotations that ask something of the method they stand before. */
export function checkAnnotatedMethod(context: CheckContext, symbol: ClassSymbol, method: MethodDeclaration): void {
  const { modifiers } = method;
  if (hasAnnotation(modifiers, 'future')) checkFuture(context, method);
  if (hasAnnotation(modifiers, 'auraenabled')) checkAura(context, symbol, method);
  if (hasAnnotation(modifiers, 'invocablemethod')) checkInvocable(context, method);
  if (modifiers.testMethod || hasAnnotation(modifiers, 'testsetup')) checkTest(context, symbol, method);
  for (const [name, text] of HTTP) {
    if (hasAnnotation(modifiers, name) && modifiers.access !== 'global') {
      context.report(method.at, 'modifier', `${text} methods must be declared as global`);
    }
  }
  for (const [name, text] of [...HTTP, ['testsetup', 'TestSetup'], ['invocablemethod', 'InvocableMethod']] as const) {
    if (hasAnnotation(modifiers, name)) checkOnly(context, symbol, method, name, text);
  }
}

const HTTP = [
  ['httpdelete', 'HttpDelete'], ['httpget', 'HttpGet'], ['httppatch', 'HttpPatch'], ['httppost', 'HttpPost'],
  ['httpput', 'HttpPut']
] as const; // prettier-ignore

function checkOnly(
  context: CheckContext,
  symbol: ClassSymbol,
  method: MethodDeclaration,
  name: string,
  text: string
): void {
  const marked = [...symbol.methods.values()].flat().filter((other) => hasAnnotation(other.modifiers, name));
  if (marked.length < 2 || marked[0]?.at !== method.at) return;
  context.report(symbol.declaration.at, 'modifier', `Only one method per type can be defined with: ${text}`);
}

const FUTURE_TYPES: ReadonlySet<string> = new Set([
  'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob'
]); // prettier-ignore

function checkFuture(context: CheckContext, method: MethodDeclaration): void {
  const report = (message: string): void => context.report(method.at, 'modifier', message);
  const { type } = method.returns;
  if (!method.modifiers.static) report('Future methods must be declared as static');
  if (type && type.name !== 'void') report(`Future methods do not support return type of ${displayType(type)}`);
  for (const { type: name } of method.parameters) {
    const parameter = name.type;
    if (!parameter) continue;
    const element = parameter.name === 'List' || parameter.name === 'Set' ? parameter.args[0] : parameter;
    if (element && FUTURE_TYPES.has(element.name)) continue;
    report(`Future methods do not support parameter type of ${displayType(parameter)}`);
  }
}

function checkAura(context: CheckContext, symbol: ClassSymbol, method: MethodDeclaration): void {
  const report = (message: string): void => context.report(method.at, 'modifier', message);
  const { access, static: isStatic } = method.modifiers;
  if (access !== 'public' && access !== 'global') {
    report('AuraEnabled methods require at least one of the following global, public');
  }
  if (!isStatic && !/^get/i.test(method.name)) {
    report("Non static AuraEnabled methods must be named with a prefix 'get'");
  } else if (!isStatic && method.parameters.length > 0) {
    report('Non static AuraEnabled methods may not have parameters');
  }
  const overloads = symbol.methods.get(method.name.toLowerCase()) ?? [];
  if (overloads.filter((other) => hasAnnotation(other.modifiers, 'auraenabled')).length > 1) {
    report(`Overload of AuraEnabled method: ${method.name} overload is not permitted`);
  }
}

function checkInvocable(context: CheckContext, method: MethodDeclaration): void {
  const report = (message: string): void => context.report(method.at, 'modifier', message);
  if (!method.modifiers.static) report('InvocableMethod methods must be declared as static');
  if (method.parameters.length > 1) {
    report('Only one parameter is supported on methods with @Invocable annotation');
  }
  const type = method.parameters[0]?.type.type;
  if (!type || type.name === 'List' || method.parameters.length > 1) return;
  report(
    `Unsupported parameter type ${displayType(type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
  );
}

function checkTest(context: CheckContext, symbol: ClassSymbol, method: MethodDeclaration): void {
  const report = (message: string): void => context.report(method.at, 'modifier', message);
  const { modifiers } = method;
  const setup = hasAnnotation(modifiers, 'testsetup');
  const name = setup ? 'TestSetup' : hasAnnotation(modifiers, 'istest') ? 'IsTest' : 'testMethod';
  if (symbol.outer) report(`${name} can only be used on methods of a top level type`);
  else if (!symbol.isTest) report(`Defining type for ${name} methods must be declared as IsTest`);
  if (!modifiers.static) report(`${name} methods must be declared as static`);
  if (method.parameters.length > 0) report('Test methods must have no arguments');
  if (setup && method.returns.type?.name !== 'void') report('Test setup method must return void');
}
