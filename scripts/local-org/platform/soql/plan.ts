import type { OrderItem, SelectItem, SoqlQuery } from '../../compiler/ast-soql';
import type { SchemaObject } from '../../project/schema-object';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { LeftSide } from './conditions';
import { compileCondition } from './conditions';
import { refuseDefinitions } from './definitions';
import { dateFunction } from './functions';
import { planGroups } from './group-plan';
import { isAggregate } from './grouping';
import { NameScope, noSuchObject } from './names';
import { targetOf } from './operands';
import type { OrderPlan, PlanContext, QueryPlan, Use } from './plan-types';
import { planSelect } from './select';

export function planQuery(query: SoqlQuery, context: PlanContext): QueryPlan {
  const object = context.db.schema.object(query.from.name, context.namespace) ?? noSuchObject(query.from.name);
  return planOn(query, object, context);
}

/** A child subquery names a relationship where a query names an object. */
export function planOn(query: SoqlQuery, object: SchemaObject, context: PlanContext): QueryPlan {
  refuseUnsupported(query);
  refuseDefinitions(object);
  const scope = new TrackingScope(context.db, object, context.namespace, query.from.alias);
  const grouped = query.groupBy.length > 0 || query.having !== undefined || query.select.some(isAggregate);
  const left = (item: SelectItem): LeftSide => leftSide(item, scope);
  const where = query.where && compileCondition(query.where, left, context.runSubquery);
  const plan = {
    query,
    object,
    uses: scope.uses,
    groups: grouped ? planGroups(query, scope, context.runSubquery) : undefined,
    select: grouped ? { fields: [], parents: [], children: [] } : planSelect(query, scope, context, planOn),
    where,
    order: grouped ? [] : query.orderBy.map((item) => orderPlan(item, scope)),
    limit: query.limit,
    offset: query.offset
  };
  if (query.forClause === 'UPDATE' && query.orderBy.length > 0) {
    throwApex(
      'System.QueryException',
      'FOR UPDATE cannot be used together with ORDER BY: rows come in the order of their ids.'
    );
  }
  return plan;
}

/** Notes every field and parent object that the query names. */
export class TrackingScope extends NameScope {
  readonly uses: Use[] = [{ object: this.object, field: undefined }];

  override field(path: readonly string[]): ReturnType<NameScope['field']> {
    const found = super.field(path);
    for (const step of found.steps) {
      this.uses.push({ object: step.from, field: step.lookup }, { object: step.to, field: undefined });
    }
    this.uses.push({ object: found.object, field: found.field });
    return found;
  }
}

export function leftSide(item: SelectItem, scope: NameScope): LeftSide {
  if (item.kind === 'field') {
    const { steps, field, read } = scope.field(item.path);
    const text = field.type.name === 'Id' || field.type.name === 'String';
    const isOwn = steps.length === 0;
    const indexable = isOwn && text ? field.name : undefined;
    return { target: targetOf(field), read, indexable, ...(isOwn ? { own: field } : {}) };
  }
  if (item.kind === 'function') return dateFunction(item, scope);
  throw new UnsupportedCall('SOQL', `${item.kind} in a condition`);
}

function orderPlan({ item, descending, nulls }: OrderItem, scope: NameScope): OrderPlan {
  return { read: leftSide(item, scope).read, descending, nullsFirst: nulls === 'FIRST' };
}

function refuseUnsupported(query: SoqlQuery): void {
  if (query.groupByFunction) throw new UnsupportedCall('SOQL', `GROUP BY ${query.groupByFunction}`);
  if (query.using !== undefined) throw new UnsupportedCall('SOQL', `USING ${query.using}`);
  const mode = query.with?.toUpperCase();
  if (mode !== undefined && !MODES.has(mode)) throw new UnsupportedCall('SOQL', `WITH ${query.with}`);
}

const MODES = new Set(['USER_MODE', 'SYSTEM_MODE', 'SECURITY_ENFORCED']);
