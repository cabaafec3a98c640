import type { TypeRef } from '../../contracts/type-ref';
import type { At, Expression } from '../ast';
import { isUnknown } from '../bind/symbols';
import { TYPE } from '../bind/world';
import type { CheckContext } from './context';
import { assignable, displayType, isSObject } from './conversions';

/**
 * Checks an expression where a value of type `to` is wanted, and marks a query that has to give exactly one row.
 * `at` is where a problem is reported: at the place that is assigned to rather than at the value. `illegal` makes the
 * message, since returns, casts and conditions are worded differently.
 */
export function checkAs(
  context: CheckContext,
  expression: Expression,
  to: TypeRef,
  at: At = expression.at,
  illegal: (from: TypeRef) => string = (from) => `Illegal assignment from ${displayType(from)} to ${displayType(to)}`
): TypeRef {
  const from = context.expression(expression, to);
  if (isUnknown(from) || isUnknown(to)) return from;
  if (assignable(context.index, from, to)) return from;
  if (isSingleRow(context, expression, from, to)) return to;
  context.report(at, 'type', illegal(from));
  return from;
}

/** `Account a = [SELECT ...]` and `Account a = Database.query(...)`. */
function isSingleRow(context: CheckContext, expression: Expression, from: TypeRef, to: TypeRef): boolean {
  const [row] = from.args;
  if (from.name !== 'List' || !row || !isSObject(context.index, to) || !isSObject(context.index, row)) return false;
  if (expression.kind === 'soql') {
    if (!assignable(context.index, row, to)) return false;
  } else if (!isDynamicQuery(expression)) {
    return false;
  }
  expression.single = true;
  expression.type = expression.kind === 'soql' ? row : to;
  return true;
}

function isDynamicQuery(expression: Expression): expression is Extract<Expression, { kind: 'call' }> {
  if (expression.kind !== 'call' || expression.target?.kind !== 'platform') return false;
  return expression.target.owner === 'System.Database' && /^query/i.test(expression.target.key);
}

/** A condition of if, while, ternary: Boolean and nothing else. */
export function checkCondition(context: CheckContext, expression: Expression): void {
  const type = context.expression(expression, TYPE.boolean);
  if (isUnknown(type) || type.name === 'Boolean') return;
  context.report(expression.at, 'type', `Condition expression must be of type Boolean: ${displayType(type)}`);
}
