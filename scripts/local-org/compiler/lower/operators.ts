import {
  Arth1ExpressionContext, Arth2ExpressionContext, BitAndExpressionContext, BitExpressionContext,
  BitNotExpressionContext, BitOrExpressionContext, CmpExpressionContext, CoalExpressionContext,
  EqualityExpressionContext, LogAndExpressionContext, LogOrExpressionContext,
  type ApexParserRuleContext, type ApexTerminalNode, type ExpressionContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { BinaryExpression } from '../ast';

const BINARY_CONTEXTS = [
  Arth1ExpressionContext, Arth2ExpressionContext, BitAndExpressionContext, BitExpressionContext,
  BitNotExpressionContext, BitOrExpressionContext, CmpExpressionContext, CoalExpressionContext,
  EqualityExpressionContext, LogAndExpressionContext, LogOrExpressionContext
] as const; // prettier-ignore

export interface BinaryParts {
  readonly operator: BinaryExpression['operator'];
  readonly left: ExpressionContext;
  readonly right: ExpressionContext;
}

/** All binary operators have one shape: operand, one or more operator tokens (`>`, `>` for a shift), operand. */
export function binaryParts(context: ExpressionContext): BinaryParts | undefined {
  const match = BINARY_CONTEXTS.find((type) => context instanceof type);
  if (!match) return undefined;
  const operands = (context as Arth1ExpressionContext).expression_list();
  const [left, right] = operands;
  const tokens = terminals(context);
  if (!left || !right || tokens.length === 0) return undefined;
  const text = tokens.map((token) => token.getText()).join('');
  const operator = (text === '<>' ? '!=' : text) as BinaryExpression['operator'];
  return { operator, left, right };
}

/** The operator tokens of an expression, in order. */
export function terminals(context: ApexParserRuleContext): readonly ApexTerminalNode[] {
  return (context.children ?? []).filter((child): child is ApexTerminalNode => 'symbol' in child);
}
