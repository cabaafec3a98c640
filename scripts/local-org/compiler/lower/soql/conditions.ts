import type {
  ComparisonOperatorContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  WhereLogicalExpressionContext
} from '@apexdevtools/apex-parser';
import type { Condition } from '../../ast-soql';
import { lowerItem } from './items';
import { atContext, NotSupported, optional } from './position';
import { lowerValue, type LowerSubquery, type SoqlLowering } from './values';

type Operator = Extract<Condition, { kind: 'compare' }>['operator'];

export function lowerWhere(
  context: WhereLogicalExpressionContext,
  lowering: SoqlLowering,
  subquery: LowerSubquery
): Condition {
  const parts = context.whereConditionalExpression_list().map((part): Condition => {
    const nested = optional(part.whereLogicalExpression());
    if (nested) return lowerWhere(nested, lowering, subquery);
    const comparison = part.whereFieldExpression();
    const field = optional(comparison.fieldExpression());
    if (!field) throw new NotSupported(atContext(comparison), 'FORMULA in a SOQL condition');
    return lowerComparison(field, lowering, subquery);
  });
  return combine(parts, context);
}

/** HAVING: the same shape, without formulas. */
export function lowerCondition(
  context: LogicalExpressionContext,
  lowering: SoqlLowering,
  subquery: LowerSubquery
): Condition {
  const parts = context.conditionalExpression_list().map((part): Condition => {
    const nested = optional(part.logicalExpression());
    return nested
      ? lowerCondition(nested, lowering, subquery)
      : lowerComparison(part.fieldExpression(), lowering, subquery);
  });
  return combine(parts, context);
}

function combine(
  parts: readonly Condition[],
  context: WhereLogicalExpressionContext | LogicalExpressionContext
): Condition {
  const [first] = parts;
  if (first === undefined) throw new NotSupported(atContext(context), 'an empty SOQL condition');
  if (optional(context.NOT())) return { kind: 'not', part: first };
  if (parts.length === 1) return first;
  return { kind: context.SOQLOR_list().length > 0 ? 'or' : 'and', parts };
}

function lowerComparison(context: FieldExpressionContext, lowering: SoqlLowering, subquery: LowerSubquery): Condition {
  const left = lowerItem(optional(context.fieldName()) ?? null, optional(context.soqlFunction()) ?? null);
  if (!left) throw new NotSupported(atContext(context), 'this SOQL comparison');
  return {
    kind: 'compare',
    at: atContext(context),
    left,
    operator: operatorOf(context.comparisonOperator()),
    right: lowerValue(context.value(), lowering, subquery)
  };
}

function operatorOf(context: ComparisonOperatorContext): Operator {
  const text = context.getText().toUpperCase();
  if (text === 'NOTIN') return 'NOT IN';
  return text === '<>' ? '!=' : (text as Operator);
}
