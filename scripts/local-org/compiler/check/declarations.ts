import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { Block, ClassDeclaration, ConstructorCallExpression, ConstructorDeclaration, ExpressionStatement, FieldDeclaration, Member, MethodDeclaration, Parameter, PropertyDeclaration, Statement } from '../ast'; // prettier-ignore
import { UNKNOWN, type ClassSymbol } from '../bind/symbols';
import { classNamed } from '../bind/world';
import type { CheckContext, Frame } from './context';
import { displayType } from './conversions';
import { checkAs } from './convert';
import { chooseConstructor, superConstructors } from './creation';
import { reportUnreachable, returns } from './flow';
import { checkWords } from './modifier-words';
import { Scope } from './scope';
import { checkBody, declareLocal } from './statements';

/** The bodies of a class and of its inner classes. Headers are bound, hierarchy rules are checked elsewhere. */
export function checkClassBodies(outer: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind !== 'class') return;
  const context = outer.with({ symbol, scope: new Scope() });
  for (const member of declaration.members) checkMember(context, symbol, member);
  checkDefaultConstructor(context, symbol, declaration);
}

function checkMember(context: CheckContext, symbol: ClassSymbol, member: Member): void {
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
      if (inner?.declaration === member) {
        if (symbol.simpleName.toLowerCase() === member.name.toLowerCase()) reportTaken(context, member.at, member.name);
        return checkClassBodies(context, inner);
      }
      return reportTaken(context, member.at, `${displayType(symbol.type)}.${member.name}`);
    }
  }
}

function reportTaken(context: CheckContext, at: Block['at'], name: string): void {
  context.report(at, 'duplicate', `Type name already in use: ${name}`);
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
  for (const declarator of member.declarators)
    if (declarator.value) checkAs(context, declarator.value, type, declarator.at);
}

function checkProperty(context: CheckContext, symbol: ClassSymbol, member: PropertyDeclaration): void {
  const property = symbol.fields.get(member.name.toLowerCase());
  const type = member.type.type ?? UNKNOWN;
  const isStatic = member.modifiers.static;
  if (member.getter?.body) {
    const frame: Frame = { static: isStatic, returns: type, kind: 'accessor', property };
    checkFunction(context, frame, [], member.getter.body);
    reportMissingReturn(context, member.getter.body, member.at, type);
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
  const type = member.returns.type ?? UNKNOWN;
  const frame: Frame = { static: member.modifiers.static, returns: type, kind: 'method', property: undefined };
  checkFunction(context, frame, member.parameters, member.body);
  if (type.name !== 'void') reportMissingReturn(context, member.body, member.at, type);
}

function reportMissingReturn(context: CheckContext, body: Block, at: Block['at'], type: TypeRef): void {
  if (!returns(body)) context.report(at, 'flow', `Missing return statement required return type: ${displayType(type)}`);
}

function checkConstructor(context: CheckContext, symbol: ClassSymbol, member: ConstructorDeclaration): void {
  const frame: Frame = { static: false, returns: undefined, kind: 'constructor', property: undefined };
  checkFunction(context, frame, member.parameters, member.body);
  const [first, ...rest] = member.body.statements;
  for (const statement of rest) {
    if (!isConstructorCall(statement)) continue;
    const name = statement.expression.to;
    context.report(statement.at, 'type', `Call to '${name}()' must be the first statement in a constructor method`);
  }
  if (!first || !isConstructorCall(first)) checkImplicitSuper(context.with({ frame }), symbol, member.at);
}

type CallStatement = ExpressionStatement & { readonly expression: ConstructorCallExpression };

function isConstructorCall(statement: Statement): statement is CallStatement {
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
  const candidates = superConstructors(context, superclass);
  if (candidates.some((candidate) => candidate.parameters.length === 0)) {
    chooseConstructor(context, { at, args: [] }, superclass, candidates, [], 'super');
  } else context.report(at, 'type', `No default constructor available in super type: ${displayType(superclass)}`);
}

/** Parameters and body of any function; the parameters' variables are noted on their declarations. */
export function checkFunction(outer: CheckContext, frame: Frame, parameters: readonly Parameter[], body: Block): void {
  const context = outer.with({ frame, scope: new Scope(), loop: false });
  for (const parameter of parameters) {
    const type: TypeRef = parameter.type.type ?? UNKNOWN;
    checkWords(context, parameter.at, parameter.modifiers, 'parameters');
    parameter.variable = declareLocal(context, parameter.at, parameter.name, type);
  }
  checkBody(context, body);
  // The platform looks for unreachable statements everywhere but in anonymous Apex.
  if (frame.kind !== 'anonymous') reportUnreachable(body, (at, rule, message) => context.report(at, rule, message));
}
