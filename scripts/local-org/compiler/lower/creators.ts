import type { ArrayCreatorRestContext, CreatorContext, ExpressionContext } from '@apexdevtools/apex-parser';
import { AssignExpressionContext, IdPrimaryContext, PrimaryExpressionContext } from '@apexdevtools/apex-parser';
import type { At, Expression, NewCollectionExpression, NewSObjectExpression, TypeName } from '../ast';
import { atContext, NotSupported, optional } from './soql/position';
import { arrayOf, lowerCreatedName } from './types';

type LowerExpression = (context: ExpressionContext) => Expression;

/** `at` is the place of `new`. */
export function lowerCreator(at: At, context: CreatorContext, lower: LowerExpression): Expression {
  const typeName = lowerCreatedName(context.createdName());
  const array = optional(context.arrayCreatorRest());
  if (array) return lowerArray(at, typeName, array, lower);
  const pairs = optional(context.mapCreatorRest())?.mapCreatorRestPair_list();
  if (pairs) {
    const entries = pairs.map((pair) => ({ key: lower(pair.expression(0)), value: lower(pair.expression(1)) }));
    return collection(at, typeName, { entries });
  }
  const elements = optional(context.setCreatorRest())?.expression_list();
  if (elements) return collection(at, typeName, { elements: elements.map(lower) });
  const call = optional(context.classCreatorRest());
  if (!call) return collection(at, typeName, {});
  const args = optional(call.arguments().expressionList())?.expression_list() ?? [];
  const fields = args.map((arg) => lowerFieldArgument(arg, lower));
  if (fields.length > 0 && fields.every((field) => field !== undefined)) {
    return { kind: 'new-sobject', at, typeName, fields };
  }
  return { kind: 'new', at, typeName, args: args.map(lower) };
}

/** `Name = 'x'` among the arguments: only SObjects are made like that. */
function lowerFieldArgument(
  context: ExpressionContext,
  lower: LowerExpression
): NewSObjectExpression['fields'][number] | undefined {
  if (!(context instanceof AssignExpressionContext) || !optional(context.ASSIGN())) return undefined;
  const [target, value] = context.expression_list();
  if (!(target instanceof PrimaryExpressionContext) || !value) return undefined;
  const name = target.primary();
  if (!(name instanceof IdPrimaryContext)) return undefined;
  return { at: atContext(name), name: name.getText(), value: lower(value) };
}

function lowerArray(at: At, element: TypeName, rest: ArrayCreatorRestContext, lower: LowerExpression): Expression {
  const typeName = arrayOf(element, 1);
  const size = optional(rest.expression());
  if (size) return collection(at, typeName, { size: lower(size) });
  const initializer = optional(rest.arrayInitializer());
  if (!initializer) throw new NotSupported(at, 'an array creation without size or elements');
  return collection(at, typeName, { elements: initializer.expression_list().map(lower) });
}

function collection(
  at: At,
  typeName: TypeName,
  content: Partial<Pick<NewCollectionExpression, 'elements' | 'entries' | 'size'>>
): NewCollectionExpression {
  const { elements = [], entries = [], size } = content;
  return { kind: 'new-collection', at, typeName, elements, entries, size };
}
