import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { ObjectSchema } from '../../contracts/schema';
import type { SoqlExpression } from '../ast';
import type { SelectItem, SoqlQuery, SoqlValue } from '../ast-soql';
import { isUnknown } from '../bind/symbols';
import { listOf, TYPE } from '../bind/world';
import type { CheckContext } from './context';
import { assignable, displayType } from './conversions';
import { checkBinds } from './soql-binds';
import { checkCondition, checkItem } from './soql-fields';

/** List of rows, Integer for COUNT(), List<AggregateResult> where rows are grouped or aggregated. */
export function checkSoql(context: CheckContext, expression: SoqlExpression): TypeRef {
  const { query } = expression;
  checkBinds(context, query);
  checkCount(context, query.limit, 'LIMIT');
  checkCount(context, query.offset, 'OFFSET');
  const object = context.world.schema.object(query.from.name, context.namespace);
  if (object) checkQuery(context, query, object);
  else context.report(query.from.at, 'soql', `sObject type '${query.from.name}' is not supported.`);
  if (isCount(query)) return TYPE.integer;
  if (isAggregate(query)) return listOf(typeRef('Schema.AggregateResult'));
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

function checkCount(context: CheckContext, count: SoqlValue | undefined, clause: string): void {
  if (count?.kind !== 'bind') return;
  const type = count.expression.type ?? TYPE.null;
  if (isUnknown(type) || assignable(context.index, type, TYPE.long)) return;
  context.report(
    count.expression.at,
    'soql',
    `${clause} expression must be of type Integer, found ${displayType(type)}`
  );
}

/** Names of fields and relationships everywhere in a query, subqueries included. */
function checkQuery(context: CheckContext, query: SoqlQuery, object: ObjectSchema): void {
  const aliases = aliasesOf(query);
  const place = { context, object, query, aliases };
  const plain = { ...place, aliases: new Set<string>() };
  const grouped = isAggregate(query);
  for (const item of query.select) {
    if (item.kind === 'subquery') checkChildren(context, item.query, object);
    else {
      checkItem(plain, item);
      if (grouped && item.kind === 'field') checkGrouped(context, query, item);
    }
  }
  if (query.where) checkCondition(plain, query.where, (inner) => checkSemiJoin(context, inner));
  for (const item of query.groupBy) checkItem(plain, item);
  if (query.having) checkCondition(place, query.having, (inner) => checkSemiJoin(context, inner));
  for (const { item } of query.orderBy) checkItem(place, item);
}

/** Ordering and HAVING may name what SELECT named. */
function aliasesOf(query: SoqlQuery): ReadonlySet<string> {
  const named = query.select.flatMap((item) =>
    'alias' in item && item.alias !== undefined ? [item.alias.toLowerCase()] : []
  );
  return new Set(named);
}

function checkGrouped(context: CheckContext, query: SoqlQuery, item: Extract<SelectItem, { kind: 'field' }>): void {
  const text = item.path.join('.').toLowerCase();
  const grouped = query.groupBy.some((each) => each.kind === 'field' && each.path.join('.').toLowerCase() === text);
  if (grouped) return;
  context.report(item.at, 'soql', `Field must be grouped or aggregated: ${item.path.join('.')}`);
}

function checkChildren(context: CheckContext, query: SoqlQuery, parent: ObjectSchema): void {
  const path = query.from.name.split('.');
  const name = path[path.length - 1] ?? query.from.name;
  const child = parent.childRelationship(name, context.namespace);
  const object = child && context.world.schema.object(child.object, context.namespace);
  if (object) return checkQuery(context, query, object);
  context.report(
    query.from.at,
    'soql',
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`
  );
}

/** `WHERE Id IN (SELECT AccountId FROM Contact)`: one field, of a real object. */
function checkSemiJoin(context: CheckContext, query: SoqlQuery): void {
  const object = context.world.schema.object(query.from.name, context.namespace);
  if (!object) {
    context.report(query.from.at, 'soql', `sObject type '${query.from.name}' is not supported.`);
    return;
  }
  checkQuery(context, query, object);
  const [only] = query.select;
  if (query.select.length === 1 && only?.kind === 'field') return;
  context.report(query.at, 'soql', 'A semi join subquery must select exactly one field');
}
