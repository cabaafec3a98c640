import {
  IdPrimaryContext, LiteralPrimaryContext, SoqlPrimaryContext, SoslPrimaryContext, SuperPrimaryContext,
  ThisPrimaryContext, TypeRefPrimaryContext, VoidPrimaryContext, type ExpressionContext, type PrimaryContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { Expression } from '../ast';
import { lowerLiteral } from './literals';
import { atContext, NotSupported, sourceText } from './soql/position';
import { lowerQuery } from './soql/query';
import { lowerType, plainType } from './types';

export function lowerPrimary(context: PrimaryContext, lower: (context: ExpressionContext) => Expression): Expression {
  const at = atContext(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', at, name: context.getText() };
  if (context instanceof LiteralPrimaryContext) return lowerLiteral(context.literal());
  if (context instanceof ThisPrimaryContext) return { kind: 'this', at };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', at };
  if (context instanceof TypeRefPrimaryContext)
    return { kind: 'type-literal', at, typeName: lowerType(context.typeRef()) };
  if (context instanceof VoidPrimaryContext) return { kind: 'type-literal', at, typeName: plainType(at, ['void']) };
  if (context instanceof SoqlPrimaryContext) {
    const query = lowerQuery(context.soqlLiteral().query(), { expression: (bound) => lower(bound.expression()) });
    return { kind: 'soql', at, query };
  }
  if (context instanceof SoslPrimaryContext) return { kind: 'sosl', at, text: sourceText(context) };
  throw new NotSupported(at, context.getText());
}
