import type { BoundExpressionContext, SubQueryContext, ValueContext } from '@apexdevtools/apex-parser';
import type { Expression } from '../../ast';
import type { SoqlQuery, SoqlValue } from '../../ast-soql';
import { atContext, NotSupported, optional } from './position';
import { unquote } from './strings';

/** What lowering a query needs from outside: bind expressions of Apex code, or plain names in dynamic queries. */
export interface SoqlLowering {
  expression(context: BoundExpressionContext): Expression;
}

export type LowerSubquery = (context: SubQueryContext, lowering: SoqlLowering) => SoqlQuery;

export function lowerValue(context: ValueContext, lowering: SoqlLowering, subquery: LowerSubquery): SoqlValue {
  const nested = optional(context.subQuery());
  if (nested) return { kind: 'subquery', query: subquery(nested, lowering) };
  const list = optional(context.valueList());
  if (list) return { kind: 'list', values: list.value_list().map((value) => lowerValue(value, lowering, subquery)) };
  const bound = optional(context.boundExpression());
  if (bound) return lowerBind(bound, lowering);
  return lowerLiteral(context);
}

export function lowerBind(context: BoundExpressionContext, lowering: SoqlLowering): SoqlValue {
  return { kind: 'bind', expression: lowering.expression(context) };
}

function lowerLiteral(context: ValueContext): SoqlValue {
  const text = context.getText();
  if (optional(context.NULL())) return { kind: 'null' };
  if (optional(context.BooleanLiteral())) return { kind: 'boolean', value: text.toLowerCase() === 'true' };
  if (optional(context.signedNumber())) return { kind: 'number', text };
  if (optional(context.StringLiteral()) ?? optional(context.MultilineStringLiteral())) {
    return { kind: 'string', value: unquote(text) };
  }
  if (optional(context.DateLiteral())) return { kind: 'date', text };
  if (optional(context.DateTimeLiteral())) return { kind: 'datetime', text };
  if (optional(context.TimeLiteral())) return { kind: 'time', text };
  const formula = optional(context.dateFormula());
  if (formula) {
    const count = optional(formula.signedInteger());
    const name = formula.start.text.toUpperCase();
    return { kind: 'date-literal', name, n: count ? Number(count.getText()) : undefined };
  }
  throw new NotSupported(atContext(context), `the SOQL value ${text}`);
}
