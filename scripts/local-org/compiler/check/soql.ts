import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { SoqlExpression } from '../ast';
import type { SelectItem, SoqlQuery } from '../ast-soql';
import { listOf, TYPE } from '../bind/world';
import type { CheckContext } from './context';

/** List of rows, Integer for COUNT(), List<AggregateResult> where rows are grouped or aggregated. */
export function checkSoql(context: CheckContext, expression: SoqlExpression): TypeRef {
  const { query } = expression;
  if (isCount(query)) return TYPE.integer;
  if (isAggregate(query)) return listOf(typeRef('Schema.AggregateResult'));
  const object = context.world.schema.object(query.from.name, context.namespace);
  return listOf(object ? typeRef(`Schema.${object.name}`) : TYPE.sobject);
}

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'MIN', 'MAX', 'AVG', 'GROUPING']);

/** `SELECT COUNT() FROM X`. */
export function isCount(query: SoqlQuery): boolean {
  const [only] = query.select;
  return query.select.length === 1 && only?.kind === 'function' && only.name === 'COUNT' && only.path === undefined;
}

export function isAggregate(query: SoqlQuery): boolean {
  return query.groupBy.length > 0 || query.select.some(isAggregateItem);
}

export function isAggregateItem(item: SelectItem): boolean {
  if (item.kind !== 'function') return false;
  return AGGREGATES.has(item.name) || (item.argument !== undefined && isAggregateItem(item.argument));
}
