import type { LiteralContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import type { At, Expression, LiteralExpression } from '../ast';
import { atContext, NotSupported, optional, SyntaxProblem } from './soql/position';
import { unquote } from './soql/strings';

/** One more than the largest Integer, written as the operand of a minus, is the smallest Integer. */
const INTEGER_BOUND = 2147483648;
const LONG_BOUND = 2n ** 63n;

export function lowerLiteral(context: LiteralContext): LiteralExpression {
  const at = atContext(context);
  const text = context.getText();
  if (optional(context.NULL())) return literal(at, null);
  if (optional(context.BooleanLiteral())) return literal(at, text.toLowerCase() === 'true');
  if (optional(context.IntegerLiteral())) return literal(at, integerValue(at, text));
  if (optional(context.LongLiteral())) return literal(at, longValue(at, text));
  if (optional(context.NumberLiteral())) return literal(at, { decimal: text });
  return literal(at, unquote(text));
}

export function literal(at: At, value: LiteralExpression['value']): LiteralExpression {
  return { kind: 'literal', at, value };
}

function integerValue(at: At, text: string): number {
  const value = Number(text);
  if (value > INTEGER_BOUND) throw new SyntaxProblem(at, 'Illegal integer');
  return value;
}

function longValue(at: At, text: string): bigint {
  const value = BigInt(text.slice(0, -1));
  if (value > LONG_BOUND) throw new SyntaxProblem(at, 'Illegal long');
  return value;
}

/** `when 1, -2, 'a', null, RED`: an enum's value is a bare name. */
export function lowerWhenLiteral(context: WhenLiteralContext): Expression {
  const at = atContext(context);
  const inner = optional(context.whenLiteral());
  if (inner) return lowerWhenLiteral(inner);
  if (optional(context.NULL())) return literal(at, null);
  const sign = context.SUB_list().length % 2 === 1 ? -1 : 1;
  const integer = optional(context.IntegerLiteral());
  if (integer) return literal(at, sign * integerValue(at, integer.getText()));
  const long = optional(context.LongLiteral());
  if (long) return literal(at, BigInt(sign) * longValue(at, long.getText()));
  const name = optional(context.qualifiedName());
  if (!name) return literal(at, unquote(context.getText()));
  const [first, ...rest] = name.id_list();
  if (first === undefined) throw new NotSupported(at, 'an empty name in when');
  return rest.reduce<Expression>(
    (receiver, id) => ({ kind: 'member', at: atContext(id), receiver, name: id.getText(), safe: false }),
    { kind: 'name', at, name: first.getText() }
  );
}
