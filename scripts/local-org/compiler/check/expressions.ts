import { sameType, type TypeRef } from '../../contracts/type-ref';
import type { AssignExpression, CastExpression, ConditionalExpression, Expression, IndexExpression, InstanceOfExpression, LiteralExpression } from '../ast'; // prettier-ignore
import { isUnknown, UNKNOWN } from '../bind/symbols';
import { listOf, TYPE } from '../bind/world';
import { checkAssign } from './assign';
import { checkCall } from './calls';
import type { CheckContext, Denotation } from './context';
import { checkAs, checkCondition } from './convert';
import { assignable, castable, commonType, displayType } from './conversions';
import { checkConstructorCall, checkNew, checkNewCollection, checkNewSObject } from './creation';
import { denoteMember } from './members';
import { denoteName, value, valueType } from './names';
import { arithmetic, checkBinary, checkUnary } from './operators';
import { checkSoql } from './soql';

/** The static type of an expression, noted on it. */
export function checkExpression(context: CheckContext, expression: Expression): TypeRef {
  const type = typeOf(context, expression);
  expression.type = type;
  return type;
}

export function denoteExpression(context: CheckContext, expression: Expression): Denotation {
  if (expression.kind !== 'name' && expression.kind !== 'member') return value(checkExpression(context, expression));
  const denotation = expression.kind === 'name' ? denoteName(context, expression) : denoteMember(context, expression);
  if ('type' in denotation && denotation.kind !== 'type') expression.type = denotation.type;
  return denotation;
}

function typeOf(context: CheckContext, expression: Expression): TypeRef {
  switch (expression.kind) {
    case 'literal':
      return literalType(expression);
    case 'name':
    case 'member':
      return valueType(context, expression.at, denoteExpression(context, expression));
    case 'call':
      return checkCall(context, expression);
    case 'constructor-call':
      return checkConstructorCall(context, expression);
    case 'new':
      return checkNew(context, expression);
    case 'new-collection':
      return checkNewCollection(context, expression);
    case 'new-sobject':
      return checkNewSObject(context, expression);
    case 'index':
      return checkIndex(context, expression);
    case 'unary':
      return checkUnary(context, expression);
    case 'binary':
      return checkBinary(context, expression);
    case 'assign':
      return checkAssign(context, expression, { checkAs, compound: checkCompound });
    case 'conditional':
      return checkConditional(context, expression);
    case 'cast':
      return checkCast(context, expression);
    case 'instance-of':
      return checkInstanceOf(context, expression);
    case 'this':
      return checkThis(context, expression);
    case 'super':
      return checkSuper(context, expression);
    case 'type-literal':
      context.type(expression.typeName);
      return TYPE.type;
    case 'soql':
      return checkSoql(context, expression);
    case 'sosl':
      return listOf(listOf(TYPE.sobject));
  }
}

function literalType(expression: LiteralExpression): TypeRef {
  const { value: literal } = expression;
  if (literal === null) return TYPE.null;
  switch (typeof literal) {
    case 'boolean':
      return TYPE.boolean;
    case 'number':
      return TYPE.integer;
    case 'bigint':
      return TYPE.long;
    case 'string':
      return TYPE.string;
    default:
      return /d$/i.test(literal.decimal) ? TYPE.double : TYPE.decimal;
  }
}

function checkThis(context: CheckContext, expression: Expression): TypeRef {
  if (context.symbol && !context.facts.frame.static) return context.symbol.type;
  context.report(expression.at, 'static', 'This cannot be referenced in a static context');
  return UNKNOWN;
}

function checkSuper(context: CheckContext, expression: Expression): TypeRef {
  const { symbol } = context;
  if (symbol && !context.facts.frame.static) return symbol.superclass ?? TYPE.object;
  context.report(expression.at, 'static', 'Super cannot be referenced in a static context');
  return UNKNOWN;
}

function checkIndex(context: CheckContext, expression: IndexExpression): TypeRef {
  const type = context.expression(expression.receiver);
  const notInteger = (from: TypeRef): string => `List index must be of type Integer: ${displayType(from)}`;
  checkAs(context, expression.index, TYPE.integer, expression.at, notInteger);
  if (isUnknown(type)) return UNKNOWN;
  const [element] = type.args;
  if (type.name === 'List' && element) return element;
  context.report(expression.at, 'type', `Expression must be a list type: ${displayType(type)}`);
  return UNKNOWN;
}

function checkCompound(context: CheckContext, expression: AssignExpression, left: TypeRef, right: TypeRef): void {
  const found = arithmetic(expression.operator, left, right);
  if (typeof found === 'string') context.report(expression.at, 'type', found);
  else if (!assignable(context.index, found.type, left)) {
    context.report(expression.at, 'type', `Illegal assignment from ${displayType(found.type)} to ${displayType(left)}`);
  } else expression.operation = found.operation;
}

function checkConditional(context: CheckContext, expression: ConditionalExpression): TypeRef {
  checkCondition(context, expression.condition);
  const then = context.expression(expression.then);
  const otherwise = context.expression(expression.otherwise);
  if (isUnknown(then) || isUnknown(otherwise)) return UNKNOWN;
  const common = commonType(context.index, then, otherwise);
  if (common && common.name !== 'void') return common;
  const types = `${displayType(otherwise)}, ${displayType(then)}`;
  context.report(expression.at, 'type', `Incompatible types in ternary operator: ${types}`);
  return UNKNOWN;
}

function checkCast(context: CheckContext, expression: CastExpression): TypeRef {
  const sign = expression.operand.kind === 'unary' || expression.operand.kind === 'literal';
  const [name] = expression.typeName.parts;
  if (sign && name !== undefined && expression.typeName.parts.length === 1 && context.scope.find(name)) {
    context.report(
      expression.at,
      'syntax',
      `(${name}) followed by a sign reads as a cast: leave out the parentheses around ${name}`
    );
    return UNKNOWN;
  }
  const type = context.type(expression.typeName);
  const from = context.expression(expression.operand, type);
  if (isUnknown(type) || isUnknown(from) || castable(context.index, from, type)) return type;
  if (
    from.name === 'List' &&
    from.args[0] &&
    (expression.operand.kind === 'soql' || expression.operand.kind === 'call')
  ) {
    if (castable(context.index, from.args[0], type)) {
      checkAs(context, expression.operand, type, expression.at, castMessage(type));
      return type;
    }
  }
  context.report(expression.at, 'type', castMessage(type)(from));
  return type;
}

function castMessage(to: TypeRef): (from: TypeRef) => string {
  return (from) =>
    `Incompatible types since an instance of ${displayType(from)} is never an instance of ${displayType(to)}`;
}

function checkInstanceOf(context: CheckContext, expression: InstanceOfExpression): TypeRef {
  const from = context.expression(expression.operand);
  const type = context.type(expression.typeName);
  if (isUnknown(from) || isUnknown(type)) return TYPE.boolean;
  const [one, other] = [displayType(from), displayType(type)];
  if (!castable(context.index, from, type)) {
    const text = `Operation instanceof is always false since an instance of ${one} is never an instance of ${other}`;
    context.report(expression.at, 'type', text);
  } else if (isAlways(context, from, type)) {
    const text = `Operation instanceof is always true since an instance of ${one} is always an instance of ${other}`;
    context.report(expression.at, 'type', text);
  }
  return TYPE.boolean;
}

/** Strings may or may not be ids, and rows of SObject may or may not be of one object: only run time knows. */
function isAlways(context: CheckContext, from: TypeRef, to: TypeRef): boolean {
  if (from.name === 'String' && to.name === 'Id') return false;
  if (holdsGenericRows(from) && !sameType(from, to)) return to.name === 'Object';
  return assignable(context.index, from, to);
}

function holdsGenericRows(type: TypeRef): boolean {
  return type.args.some((arg) => arg.name === 'SObject' || holdsGenericRows(arg));
}
