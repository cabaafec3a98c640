import type { LiteralContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import type { At, Expression, LiteralExpression } from '../ast';
import { atContext, NotSupported, optional } from './soql/position';
import { unquote } from './soql/strings';

/** One more than the largest Integer, written as the operand of a minus, is the smallest Integer. */
const INTEGER_BOUND = 2147483648;

export function lowerLiteral(context: LiteralContext): LiteralExpression {
  const at = atContext(context);
  const text = context.getText();
  if (optional(context.NULL())) return literal(at, null);
  if (optional(context.BooleanLiteral())) return literal(at, text.toLowerCase() === 'true');
  if (optional(context.IntegerLiteral())) return literal(at, integerValue(at, text));
  if (optional(context.LongLiteral())) return literal(at, BigInt(text.slice(0, -1)));
  if (optional(context.NumberLiteral())) return literal(at, { decimal: text });
  return literal(at, unquote(text));
}

export function literal(at: At, value: LiteralExpression['value']): LiteralExpression {
  return { kind: 'literal', at, value };
}

function integerValue(at: At, text: string): number {
  const value = Number(text);
  if (value > INTEGER_BOUND) throw new NotSupported(at, `${text} is an illegal integer; append L for a Long`);
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
  if (long) return literal(at, BigInt(sign) * BigInt(long.getText().slice(0, -1)));
  const name = optional(context.qualifiedName());
  if (!name) return literal(at, unquote(context.getText()));
  const [first, ...rest] = name.id_list().map((id) => id.getText());
  if (first === undefined) throw new NotSupported(at, 'an empty name in when');
  return rest.reduce<Expression>((receiver, part) => ({ kind: 'member', at, receiver, name: part, safe: false }), {
    kind: 'name',
    at,
    name: first
  });
}
