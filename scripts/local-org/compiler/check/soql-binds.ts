import type { Condition, SoqlQuery, SoqlValue } from '../ast-soql';
import { isUnknown } from '../bind/symbols';
import type { CheckContext } from './context';
import { displayType } from './conversions';

/** Bind expressions are ordinary expressions; IN and NOT IN want a collection, comparisons a single value. */
export function checkBinds(context: CheckContext, query: SoqlQuery): void {
  for (const item of query.select) if (item.kind === 'subquery') checkBinds(context, item.query);
  for (const condition of [query.where, query.having]) if (condition) checkInCondition(context, condition);
  for (const count of [query.limit, query.offset]) if (count?.kind === 'bind') context.expression(count.expression);
}

function checkInCondition(context: CheckContext, condition: Condition): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) checkInCondition(context, part);
      return;
    case 'not':
      return checkInCondition(context, condition.part);
    case 'compare':
      return checkValue(context, condition, condition.right);
  }
}

function checkValue(context: CheckContext, condition: Extract<Condition, { kind: 'compare' }>, value: SoqlValue): void {
  if (value.kind === 'subquery') return checkBinds(context, value.query);
  if (value.kind === 'list') {
    for (const each of value.values) if (each.kind === 'bind') context.expression(each.expression);
    return;
  }
  if (value.kind !== 'bind') return;
  const type = context.expression(value.expression);
  const { operator } = condition;
  const many = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES' || operator === 'EXCLUDES';
  const collection = type.name === 'List' || type.name === 'Set' || type.name === 'Map';
  const iterable = collection || context.index.hierarchy(type).some((each) => each.name === 'Iterable');
  if (isUnknown(type) || type.name === 'null') return;
  if (
    many ? iterable || operator === 'INCLUDES' || operator === 'EXCLUDES' : type.name !== 'Map' && type.name !== 'void'
  )
    return;
  context.report(value.expression.at, 'soql', `Invalid bind expression type of ${displayType(type)} for ${operator}`);
}
