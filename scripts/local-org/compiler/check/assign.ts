import type { TypeRef } from '../../contracts/type-ref';
import type { AssignExpression, At, Expression } from '../ast';
import { isUnknown, type FieldSymbol } from '../bind/symbols';
import { classNamed } from '../bind/world';
import { mayUse } from './access';
import type { CheckContext } from './context';
import { displayType } from './conversions';

/** Whether the expression is a place that may be written to here; reports why not. */
export function checkAssignable(context: CheckContext, target: Expression): boolean {
  if (target.kind === 'index') return true;
  if (target.kind !== 'name' && target.kind !== 'member') {
    context.report(target.at, 'type', 'Expression cannot be assigned');
    return false;
  }
  const denoted = target.target;
  if (!denoted) return false;
  switch (denoted.kind) {
    case 'local':
      return true; // The platform lets final locals change.
    case 'field':
      return checkFieldWrite(context, target);
    case 'sobject-field':
    case 'platform-field':
      return true;
    default:
      context.report(target.at, 'type', 'Expression cannot be assigned');
      return false;
  }
}

function checkFieldWrite(context: CheckContext, target: Extract<Expression, { kind: 'name' | 'member' }>): boolean {
  const denoted = target.target;
  if (denoted?.kind !== 'field') return true;
  const symbol = classNamed(context.world, denoted.owner)?.fields.get(denoted.name.toLowerCase());
  if (!symbol) return true;
  if (symbol.writable === undefined && !denoted.backing) {
    return refuseInvisible(context, target.at, symbol);
  }
  if (symbol.writable !== undefined && !mayUse(context.world, context.names, symbol, symbol.writable)) {
    return refuseInvisible(context, target.at, symbol);
  }
  if (symbol.final && !isOwnInitializer(context, symbol)) {
    context.report(
      target.at,
      'final',
      `Final members can only be assigned in their declaration, init blocks, or constructors: ${symbol.name}`
    );
    return false;
  }
  return true;
}

function refuseInvisible(context: CheckContext, at: At, symbol: FieldSymbol): false {
  context.report(at, 'access', `Variable is not visible: ${displayType(symbol.owner.type)}.${symbol.name}`);
  return false;
}

function isOwnInitializer(context: CheckContext, symbol: FieldSymbol): boolean {
  const { kind, static: isStatic } = context.facts.frame;
  if (symbol.static) return context.symbol === symbol.owner && kind === 'initializer' && isStatic;
  // The constructors of subclasses may assign what they inherit, too.
  return (kind === 'constructor' || kind === 'initializer') && inherits(context, symbol);
}

function inherits(context: CheckContext, { owner }: FieldSymbol): boolean {
  return (
    context.symbol !== undefined && context.index.hierarchy(context.symbol.type).some(({ name }) => name === owner.name)
  );
}

/** The type of what is assigned, after which the assignment has its target's type. */
export interface AssignParts {
  readonly checkAs: (context: CheckContext, value: Expression, to: TypeRef, at: At) => TypeRef;
  readonly compound: (context: CheckContext, expression: AssignExpression, left: TypeRef, right: TypeRef) => void;
}

export function checkAssign(context: CheckContext, expression: AssignExpression, parts: AssignParts): TypeRef {
  const left = context.expression(expression.target);
  const writable = checkAssignable(context, expression.target);
  if (expression.operator === '=') {
    if (writable) parts.checkAs(context, expression.value, left, expression.at);
    else context.expression(expression.value);
    return left;
  }
  const right = context.expression(expression.value);
  if (!isUnknown(left) && !isUnknown(right)) parts.compound(context, expression, left, right);
  return left;
}
