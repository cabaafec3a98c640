import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { Block, ClassDeclaration, ConstructorDeclaration, FieldDeclaration, Member, MethodDeclaration, Parameter, PropertyDeclaration, Statement } from '../ast'; // prettier-ignore
import { UNKNOWN, type ClassSymbol } from '../bind/symbols';
import { classNamed } from '../bind/world';
import type { CheckContext, Frame } from './context';
import { checkAs } from './convert';
import { chooseConstructor, superConstructors } from './creation';
import { completes, reportUnreachable } from './flow';
import { Scope } from './scope';
import { checkBody, declareLocal } from './statements';

/** The bodies of a class and of its inner classes. Headers are bound, hierarchy rules are checked elsewhere. */
export function checkClassBodies(outer: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind !== 'class') return;
  const context = outer.with({ symbol, scope: new Scope() });
  for (const member of declaration.members) checkMember(context, symbol, declaration, member);
  checkDefaultConstructor(context, symbol, declaration);
}

function checkMember(context: CheckContext, symbol: ClassSymbol, owner: ClassDeclaration, member: Member): void {
  switch (member.kind) {
    case 'field':
      return checkField(context, member);
    case 'property':
      return checkProperty(context, symbol, member);
    case 'method':
      return checkMethod(context, member);
    case 'constructor':
      return checkConstructor(context, symbol, member);
    case 'initializer': {
      const frame: Frame = { static: member.static, returns: undefined, kind: 'initializer', property: undefined };
      return checkFunction(context, frame, [], member.body);
    }
    default: {
      const inner = symbol.inner.get(member.name.toLowerCase());
      if (inner?.declaration === member) return checkClassBodies(context, inner);
      return context.report(member.at, 'duplicate', `Duplicate type name in ${owner.name}: ${member.name}`);
    }
  }
}

function checkField(outer: CheckContext, member: FieldDeclaration): void {
  const frame: Frame = {
    static: member.modifiers.static,
    returns: undefined,
    kind: 'initializer',
    property: undefined
  };
  const context = outer.with({ frame, scope: new Scope() });
  const type = member.type.type ?? UNKNOWN;
  for (const declarator of member.declarators) if (declarator.value) checkAs(context, declarator.value, type);
}

function checkProperty(context: CheckContext, symbol: ClassSymbol, member: PropertyDeclaration): void {
  const property = symbol.fields.get(member.name.toLowerCase());
  const type = member.type.type ?? UNKNOWN;
  const isStatic = member.modifiers.static;
  if (member.getter?.body) {
    const frame: Frame = { static: isStatic, returns: type, kind: 'accessor', property };
    checkFunction(context, frame, [], member.getter.body);
    reportMissingReturn(context, member.getter.body, member.at, member.name);
  }
  const variable = { name: 'value', type };
  member.valueVariable = variable;
  if (!member.setter?.body) return;
  const scope = new Scope();
  member.valueVariable = scope.declare(variable.name, type) ?? variable;
  const frame: Frame = { static: isStatic, returns: typeRef('void'), kind: 'accessor', property };
  checkBody(context.with({ frame, scope: new Scope(scope) }), member.setter.body);
}

export function checkMethod(context: CheckContext, member: MethodDeclaration): void {
  if (!member.body) return;
  const returns = member.returns.type ?? UNKNOWN;
  const frame: Frame = { static: member.modifiers.static, returns, kind: 'method', property: undefined };
  checkFunction(context, frame, member.parameters, member.body);
  if (returns.name !== 'void') reportMissingReturn(context, member.body, member.at, member.name);
}

function reportMissingReturn(context: CheckContext, body: Block, at: Block['at'], name: string): void {
  if (!completes(body)) return;
  context.report(
    at,
    'flow',
    `Non-void method might not return a value or might have statement after a return statement: ${name}`
  );
}

function checkConstructor(context: CheckContext, symbol: ClassSymbol, member: ConstructorDeclaration): void {
  const frame: Frame = { static: false, returns: undefined, kind: 'constructor', property: undefined };
  checkFunction(context, frame, member.parameters, member.body);
  const [first, ...rest] = member.body.statements;
  for (const statement of rest) {
    if (!isConstructorCall(statement)) continue;
    context.report(
      statement.at,
      'type',
      'Call to this() or super() must be the first statement in a constructor method'
    );
  }
  if (!first || !isConstructorCall(first)) checkImplicitSuper(context.with({ frame }), symbol, member.at);
}

function isConstructorCall(statement: Statement): boolean {
  return statement.kind === 'expression-statement' && statement.expression.kind === 'constructor-call';
}

/** Without a constructor of its own a class runs its superclass's, which must take no arguments. */
function checkDefaultConstructor(context: CheckContext, symbol: ClassSymbol, declaration: ClassDeclaration): void {
  if (declaration.members.some((member) => member.kind === 'constructor')) return;
  const frame: Frame = { static: false, returns: undefined, kind: 'constructor', property: undefined };
  checkImplicitSuper(context.with({ frame }), symbol, declaration.at);
}

function checkImplicitSuper(context: CheckContext, symbol: ClassSymbol, at: Block['at']): void {
  const { superclass } = symbol;
  if (!superclass || classNamed(context.world, superclass.name)?.kind !== 'class') return;
  chooseConstructor(context, { at, args: [] }, superclass, superConstructors(context, superclass), [], 'super');
}

/** Parameters and body of any function; the parameters' variables are noted on their declarations. */
export function checkFunction(outer: CheckContext, frame: Frame, parameters: readonly Parameter[], body: Block): void {
  const context = outer.with({ frame, scope: new Scope(), loop: false });
  for (const parameter of parameters) {
    const type: TypeRef = parameter.type.type ?? UNKNOWN;
    parameter.variable = declareLocal(context, parameter.at, parameter.name, type, parameter.final ?? false);
  }
  checkBody(context, body);
  reportUnreachable(body, (at, rule, message) => context.report(at, rule, message));
}
