import type {
  FromNameListContext,
  LimitClauseContext,
  OffsetClauseContext,
  OrderByClauseContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  WithClauseContext
} from '@apexdevtools/apex-parser';
import type { OrderItem, SelectItem, SoqlQuery, SoqlValue } from '../../ast-soql';
import { lowerCondition, lowerWhere } from './conditions';
import { lowerField, lowerFunction, lowerItem, lowerPath } from './items';
import { atContext, NotSupported, optional, sourceText } from './position';
import { lowerBind, type SoqlLowering } from './values';

export function lowerQuery(context: QueryContext, lowering: SoqlLowering): SoqlQuery {
  const group = optional(context.groupByClause());
  const having = group ? optional(group.logicalExpression()) : undefined;
  const groupItems = group?.fieldGroupByList().fieldGroupBy_list() ?? [];
  const using = optional(context.usingScope());
  const withClause = optional(context.withClause());
  return {
    ...shared(context, lowering),
    select: context
      .selectList()
      .selectEntry_list()
      .map((entry) => lowerEntry(entry, lowering)),
    using: using?.soqlId().getText(),
    with: withClause ? withText(withClause) : undefined,
    groupBy: groupItems.map((item) => required(lowerItem(item.fieldName(), item.soqlFunction()), item)),
    groupByFunction:
      group && optional(group.ROLLUP()) ? 'ROLLUP' : group && optional(group.CUBE()) ? 'CUBE' : undefined,
    having: having ? lowerCondition(having, lowering, lowerSubquery) : undefined,
    offset: lowerCount(optional(context.offsetClause()), lowering),
    allRows: optional(context.allRowsClause()) !== undefined
  };
}

export function lowerSubquery(context: SubQueryContext, lowering: SoqlLowering): SoqlQuery {
  return {
    ...shared(context, lowering),
    select: context
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => lowerEntry(entry, lowering)),
    using: undefined,
    with: undefined,
    groupBy: [],
    groupByFunction: undefined,
    having: undefined,
    offset: undefined,
    allRows: false
  };
}

function shared(context: QueryContext | SubQueryContext, lowering: SoqlLowering) {
  const where = optional(context.whereClause());
  const order = optional(context.orderByClause());
  return {
    at: atContext(context),
    from: lowerFrom(context.fromNameList()),
    where: where ? lowerWhere(where.whereLogicalExpression(), lowering, lowerSubquery) : undefined,
    orderBy: order ? lowerOrder(order) : [],
    limit: lowerCount(optional(context.limitClause()), lowering),
    forClause: forClause(context)
  };
}

function lowerFrom(context: FromNameListContext): SoqlQuery['from'] {
  const [name, join] = context.fieldName_list();
  if (name === undefined) throw new NotSupported(atContext(context), 'a query without FROM');
  if (join) throw new NotSupported(atContext(join), `a second object in FROM (${join.getText()})`);
  return { at: atContext(name), name: lowerPath(name).join('.'), alias: context.soqlId_list()[0]?.getText() };
}

function lowerEntry(entry: SelectEntryContext | SubFieldEntryContext, lowering: SoqlLowering): SelectItem {
  const alias = optional(entry.soqlId())?.getText();
  const field = optional(entry.fieldName());
  if (field) return lowerField(field, alias);
  const call = optional(entry.soqlFunction());
  if (call) return lowerFunction(call, alias);
  const nested = optional(entry.subQuery());
  if (nested) return { kind: 'subquery', at: atContext(entry), query: lowerSubquery(nested, lowering), alias };
  return { kind: 'typeof', at: atContext(entry), text: sourceText(entry) };
}

function lowerOrder(context: OrderByClauseContext): readonly OrderItem[] {
  return context
    .fieldOrderList()
    .fieldOrder_list()
    .map((order) => ({
      at: atContext(order),
      item: required(lowerItem(order.fieldName(), order.soqlFunction()), order),
      descending: optional(order.DESC()) !== undefined,
      nulls: optional(order.LAST()) ? 'LAST' : 'FIRST'
    }));
}

function lowerCount(
  context: LimitClauseContext | OffsetClauseContext | undefined,
  lowering: SoqlLowering
): SoqlValue | undefined {
  if (!context) return undefined;
  const bound = optional(context.boundExpression());
  return bound ? lowerBind(bound, lowering) : { kind: 'number', text: context.IntegerLiteral().getText() };
}

function forClause(context: QueryContext | SubQueryContext): SoqlQuery['forClause'] {
  const clauses = context.forClauses();
  if (clauses.UPDATE_list().length > 0) return 'UPDATE';
  if (clauses.VIEW_list().length > 0) return 'VIEW';
  return clauses.REFERENCE_list().length > 0 ? 'REFERENCE' : undefined;
}

function withText(context: WithClauseContext): string {
  const text = sourceText(context).replace(/^with\s+/i, '');
  return /^(user_mode|system_mode|security_enforced)$/i.test(text) ? text.toUpperCase() : text;
}

function required(item: SelectItem | undefined, context: Parameters<typeof atContext>[0]): SelectItem {
  if (item) return item;
  throw new NotSupported(atContext(context), `${context.getText()} in this place of a query`);
}
