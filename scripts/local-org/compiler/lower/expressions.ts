import {
  ArrayExpressionContext, AssignExpressionContext, CastExpressionContext, CondExpressionContext, DotExpressionContext,
  InstanceOfExpressionContext, MethodCallExpressionContext, NegExpressionContext, NewExpressionContext,
  PostOpExpressionContext, PreOpExpressionContext, PrimaryExpressionContext, SubExpressionContext,
  type ExpressionContext, type ExpressionListContext, type MethodCallContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { At, Expression, LiteralExpression, UnaryExpression } from '../ast';
import { lowerCreator } from './creators';
import { binaryParts, terminals } from './operators';
import { lowerPrimary } from './primaries';
import { atContext, atNode, NotSupported, optional } from './soql/position';
import { lowerType } from './types';

export function lowerExpression(context: ExpressionContext): Expression {
  const binary = binaryParts(context);
  if (binary) {
    const left = lowerExpression(binary.left);
    return {
      kind: 'binary',
      at: startOf(left),
      operator: binary.operator,
      left,
      right: lowerExpression(binary.right)
    };
  }
  if (context instanceof PrimaryExpressionContext) return lowerPrimary(context.primary(), lowerExpression);
  if (context instanceof DotExpressionContext) return lowerDot(context);
  if (context instanceof MethodCallExpressionContext) return lowerCall(context.methodCall());
  if (context instanceof SubExpressionContext) return lowerExpression(context.expression());
  if (context instanceof NewExpressionContext)
    return lowerCreator(atContext(context), context.creator(), lowerExpression);
  if (context instanceof AssignExpressionContext) return lowerAssignment(context);
  if (context instanceof CastExpressionContext) {
    const typeName = lowerType(context.typeRef());
    return { kind: 'cast', at: atContext(context), typeName, operand: lowerExpression(context.expression()) };
  }
  return lowerRare(context);
}

export function lowerArguments(context: ExpressionListContext | null): readonly Expression[] {
  return context?.expression_list().map(lowerExpression) ?? [];
}

/** Where messages about what is done with an expression point: the platform skips a leading `this.`. */
function startOf(expression: Expression): At {
  if (expression.kind !== 'member' || expression.receiver.kind === 'this') return expression.at;
  return startOf(expression.receiver);
}

function lowerDot(context: DotExpressionContext): Expression {
  const receiver = lowerExpression(context.expression());
  const safe = optional(context.QUESTIONDOT()) !== undefined;
  const call = optional(context.dotMethodCall());
  if (!call) return { kind: 'member', at: atContext(context.anyId()), receiver, name: context.anyId().getText(), safe };
  const name = call.anyId().getText();
  return { kind: 'call', at: atContext(call), receiver, name, args: lowerArguments(call.expressionList()), safe };
}

function lowerCall(context: MethodCallContext): Expression {
  const at = atContext(context);
  const args = lowerArguments(context.expressionList());
  if (optional(context.THIS())) return { kind: 'constructor-call', at, to: 'this', args };
  if (optional(context.SUPER())) return { kind: 'constructor-call', at, to: 'super', args };
  return { kind: 'call', at, receiver: undefined, name: context.id().getText(), args, safe: false };
}

function lowerAssignment(context: AssignExpressionContext): Expression {
  const [target, value] = context.expression_list();
  const [token] = terminals(context);
  if (!target || !value || !token) throw new NotSupported(atContext(context), 'this assignment');
  const text = token.getText();
  const operator = text === '=' ? '=' : text.slice(0, -1);
  const place = lowerExpression(target);
  return { kind: 'assign', at: startOf(place), operator, target: place, value: lowerExpression(value) };
}

function lowerRare(context: ExpressionContext): Expression {
  if (context instanceof ArrayExpressionContext) {
    const [receiver, index] = context.expression_list().map(lowerExpression);
    if (!receiver || !index) throw new NotSupported(atContext(context), 'this subscript');
    return { kind: 'index', at: startOf(receiver), receiver, index };
  }
  if (context instanceof CondExpressionContext) {
    const [condition, then, otherwise] = context.expression_list().map(lowerExpression);
    if (!condition || !then || !otherwise) throw new NotSupported(atContext(context), 'this ternary');
    return { kind: 'conditional', at: startOf(condition), condition, then, otherwise };
  }
  if (context instanceof InstanceOfExpressionContext) {
    const operand = lowerExpression(context.expression());
    return { kind: 'instance-of', at: startOf(operand), operand, typeName: lowerType(context.typeRef()) };
  }
  const unary = lowerUnary(context);
  if (unary) return unary;
  throw new NotSupported(atContext(context), `the expression ${context.getText().slice(0, 40)}`);
}

function lowerUnary(context: ExpressionContext): Expression | undefined {
  if (context instanceof PostOpExpressionContext) {
    return unary(context, optional(context.INC()) ? 'x++' : 'x--', context.expression());
  }
  if (context instanceof NegExpressionContext) {
    return unary(context, optional(context.BANG()) ? '!' : '~', context.expression());
  }
  if (!(context instanceof PreOpExpressionContext)) return undefined;
  if (optional(context.INC())) return unary(context, '++x', context.expression());
  if (optional(context.DEC())) return unary(context, '--x', context.expression());
  return unary(context, optional(context.SUB()) ? '-' : '+', context.expression());
}

function unary(
  context: ExpressionContext,
  operator: UnaryExpression['operator'],
  operandContext: ExpressionContext
): Expression {
  const operand = lowerExpression(operandContext);
  const [token] = terminals(context);
  const at = token ? atNode(token) : atContext(context);
  const folded = operator === '-' && operand.kind === 'literal' ? negate(operand) : undefined;
  return folded ? { ...folded, at } : { kind: 'unary', at, operator, operand };
}

/** Folded, since the smallest Integer and Long are only reachable with their sign. */
function negate(operand: LiteralExpression): LiteralExpression | undefined {
  const { value } = operand;
  if (typeof value === 'number') return { ...operand, value: 0 - value };
  return typeof value === 'bigint' ? { ...operand, value: -value } : undefined;
}
