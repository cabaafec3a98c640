import type { TypeRef } from '../../contracts/type-ref';
import type { At, ConstructorCallExpression, Expression, NewCollectionExpression, NewExpression, NewSObjectExpression } from '../ast'; // prettier-ignore
import type { CallTarget } from '../bindings';
import type { MethodMember } from '../bind/members';
import { isUnknown, UNKNOWN } from '../bind/symbols';
import { classNamed, objectName, TYPE } from '../bind/world';
import { mayUse } from './access';
import { chooseFor } from './arguments';
import type { CheckContext } from './context';
import { checkAs } from './convert';
import { displaySignature, displayType } from './conversions';
import { parentType } from './row-members';

export function checkNew(context: CheckContext, expression: NewExpression): TypeRef {
  const type = context.type(expression.typeName);
  const args = expression.args.map((arg) => context.expression(arg));
  if (isUnknown(type)) return type;
  if (objectName(context.world, type) !== undefined) {
    if (args.length > 0) {
      context.report(expression.at, 'type', `Type requires name=value pair construction: ${displayType(type)}`);
    }
    return type;
  }
  if (!mayBeConstructed(context, expression.at, type)) return type;
  const candidates = context.index.constructors(type);
  const target = chooseConstructor(context, expression, type, candidates, args, 'none');
  if (target) expression.target = { ...target, returns: type };
  return type;
}

function mayBeConstructed(context: CheckContext, at: At, type: TypeRef): boolean {
  const symbol = classNamed(context.world, type.name);
  const platform = symbol ? undefined : context.world.platform.byCanonicalName(type.name);
  const kind = symbol?.kind ?? platform?.kind;
  const abstract = symbol ? isAbstract(symbol.declaration) : platform?.abstract === true && kind === 'class';
  if (abstract && type.name !== TYPE.exception.name) {
    context.report(at, 'type', `Abstract classes cannot be constructed: ${displayType(type)}`);
    return false;
  }
  const constructors = context.index.constructors(type);
  if (kind !== 'class' || abstract || type.name === 'Object' || (platform && constructors.length === 0)) {
    context.report(at, 'type', `Type cannot be constructed: ${displayType(type)}`);
    return false;
  }
  return true;
}

function isAbstract(declaration: {
  readonly kind: string;
  readonly modifiers: { readonly abstract: boolean };
}): boolean {
  return declaration.kind === 'class' && declaration.modifiers.abstract;
}

/** Where constructors are called: with the arguments as written, none for an implicit super(). */
export interface ConstructorUse {
  readonly at: At;
  readonly args: readonly Expression[];
}

export function chooseConstructor(
  context: CheckContext,
  { at, args: expressions }: ConstructorUse,
  type: TypeRef,
  candidates: readonly MethodMember[],
  args: readonly TypeRef[],
  receiver: CallTarget['receiver']
): CallTarget | undefined {
  const chosen = chooseFor(context, candidates, expressions, args);
  if (chosen.kind === 'ambiguous') {
    if (!args.some(isUnknown)) {
      const text = `void ${displaySignature('<init>', args)}`;
      context.report(at, 'type', `Ambiguous method signature: ${text}`);
    }
    return undefined;
  }
  if (chosen.kind === 'none') {
    if (!args.some(isUnknown)) reportNoConstructor(context, at, type, args);
    return undefined;
  }
  const { symbol, owner, key, parameters } = chosen.method;
  const common = { owner, key, static: false, receiver, parameters, returns: TYPE.void };
  if (!symbol) return { kind: 'platform', ...common };
  if (!mayUse(context.world, context.names, symbol, symbol.access)) {
    const text = displaySignature('<init>', parameters);
    context.report(at, 'access', `Method is not visible: void ${displayType(type)}.${text}`);
    return undefined;
  }
  return { kind: 'project', virtual: false, ...common };
}

function reportNoConstructor(context: CheckContext, at: At, type: TypeRef, args: readonly TypeRef[]): void {
  const [only] = args;
  if (only && args.length === 1 && ['List', 'Set', 'Map'].includes(type.name)) {
    context.report(at, 'type', initializerText(type, only));
    return;
  }
  const text = displaySignature('<Constructor>', args);
  context.report(at, 'unknown-method', `Constructor not defined: [${displayType(type)}].${text}`);
}

/** `this(...)` and `super(...)`. */
export function checkConstructorCall(context: CheckContext, expression: ConstructorCallExpression): TypeRef {
  const args = expression.args.map((arg) => context.expression(arg));
  const { symbol } = context;
  const type = expression.to === 'this' ? symbol?.type : symbol?.superclass;
  if (!type || context.facts.frame.kind !== 'constructor') {
    context.report(
      expression.at,
      'type',
      `Call to '${expression.to}()' must be the first statement in a constructor method`
    );
    return UNKNOWN;
  }
  const target = chooseConstructor(context, expression, type, superConstructors(context, type), args, expression.to);
  if (target) expression.target = target;
  return TYPE.void;
}

/** Platform exceptions list only the constructors that anyone may call; subclasses have the usual four. */
export function superConstructors(context: CheckContext, type: TypeRef): readonly MethodMember[] {
  const listed = context.index.constructors(type);
  if (classNamed(context.world, type.name)) return listed;
  const isException = context.index.hierarchy(type).some((level) => level.name === TYPE.exception.name);
  if (!isException) return listed.length > 0 ? listed : [platformConstructor(type.name, [])];
  const usual = [[], [TYPE.string], [TYPE.exception], [TYPE.string, TYPE.exception]];
  return usual.map((parameters) => platformConstructor(type.name, parameters));
}

function platformConstructor(owner: string, parameters: readonly TypeRef[]): MethodMember {
  const key = `<init>(${parameters.map((type) => type.name).join(',')})`;
  return {
    owner,
    name: '<init>',
    key,
    static: false,
    abstract: false,
    parameters,
    returns: TYPE.void,
    symbol: undefined
  };
}

export function checkNewCollection(context: CheckContext, expression: NewCollectionExpression): TypeRef {
  const type = context.type(expression.typeName);
  const [first, second] = type.args;
  const { at } = expression;
  if (expression.size) checkAs(context, expression.size, TYPE.integer, at, (from) => initializerText(type, from));
  const collection = type.name === 'List' || type.name === 'Set' || type.name === 'Map';
  if (!isUnknown(type) && !collection) {
    context.report(at, 'type', `Type cannot be constructed: ${displayType(type)}`);
  }
  const element = (from: TypeRef): string =>
    `Initial expression is of incorrect type, expected: ${displayType(first ?? UNKNOWN)} but was: ${displayType(from)}`;
  for (const each of expression.elements) checkAs(context, each, first ?? UNKNOWN, at, element);
  for (const { key, value } of expression.entries) {
    checkEntry(context, key, first ?? UNKNOWN, 'key');
    checkEntry(context, value, second ?? UNKNOWN, 'value');
  }
  return type;
}

function checkEntry(context: CheckContext, expression: Expression, wanted: TypeRef, part: 'key' | 'value'): void {
  const text = (from: TypeRef): string => `Invalid ${part} type ${displayType(from)} for ${displayType(wanted)}`;
  checkAs(context, expression, wanted, expression.at, text);
}

/** What a collection may be made from. */
function initializerText(type: TypeRef, from: TypeRef): string {
  const [element = UNKNOWN] = type.args;
  const wanted: Readonly<Record<string, string>> = {
    List: `expected an Integer or a List of type ${displayType(element)}`,
    Set: `expected a List or a Set of type: ${displayType(element)}`,
    Map: 'expected a Map with the same key and value types, or a valid SObject List'
  };
  return `Invalid initializer type ${displayType(from)} found for ${displayType(type)}: ${wanted[type.name] ?? ''}`;
}

export function checkNewSObject(context: CheckContext, expression: NewSObjectExpression): TypeRef {
  const type = context.type(expression.typeName);
  const object = isUnknown(type) ? undefined : objectName(context.world, type);
  if (object === undefined && !isUnknown(type)) {
    const text = displayType(type);
    context.report(
      expression.at,
      'type',
      `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${text}`
    );
  }
  const schema = object === undefined ? undefined : context.world.schema.object(object, context.namespace);
  const seen = new Set<string>();
  for (const each of expression.fields) {
    const lower = each.name.toLowerCase();
    if (seen.has(lower)) context.report(expression.at, 'duplicate', `Duplicate field initialization: ${each.name}`);
    seen.add(lower);
    const field = schema?.field(each.name, context.namespace);
    const parent = field ? undefined : schema?.parentRelationship(each.name, context.namespace);
    if (field ?? parent) each.resolved = field?.name ?? parent?.relationshipName ?? each.name;
    if (field) checkAs(context, each.value, field.type, expression.at);
    else if (parent) checkAs(context, each.value, parentType(context, parent), expression.at);
    else {
      context.expression(each.value);
      if (schema)
        context.report(expression.at, 'unknown-field', `Field does not exist: ${each.name} on ${schema.name}`);
    }
  }
  return type;
}
