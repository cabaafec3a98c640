import type { SelectItem, SoqlQuery } from '../../compiler/ast-soql';
import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { typeRef } from '../../contracts/type-ref';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { SObjectValue } from '../../runtime/sobject';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { Row } from '../store/rows';
import type { QueryEnv } from './env';
import type { FieldPath, NameScope } from './names';
import { definitionRow } from './definitions';
import { parentRow } from './names';
import type { ChildPlan, PlanContext, QueryPlan, SelectPlan } from './plan-types';

/** Plans a child subquery on its object; handed in, since planning a query plans its children. */
export type PlanChild = (query: SoqlQuery, object: SchemaObject, context: PlanContext) => QueryPlan;

interface Draft {
  readonly fields: Set<string>;
  readonly parents: Map<
    string,
    {
      readonly relationship: string;
      readonly lookup: string;
      readonly definition: SchemaObject | undefined;
      readonly select: Draft;
    }
  >;
  readonly children: ChildPlan[];
}

/** Queries that list no row at all still bring the id along. */
export function planSelect(query: SoqlQuery, scope: NameScope, context: PlanContext, planChild: PlanChild): SelectPlan {
  const draft = emptyDraft();
  for (const item of query.select)
    addItem(draft, item, query, scope, (child) => childPlan(child, scope, context, planChild));
  return finish(draft);
}

function emptyDraft(): Draft {
  return { fields: new Set(['Id']), parents: new Map(), children: [] };
}

function addItem(
  draft: Draft,
  item: SelectItem,
  query: SoqlQuery,
  scope: NameScope,
  child: (query: SoqlQuery) => ChildPlan
): void {
  switch (item.kind) {
    case 'field':
      addField(draft, scope.field(item.path));
      return;
    case 'fields':
      if (item.which !== 'STANDARD' && query.limit === undefined) {
        throwApex('System.QueryException', 'The SOQL FIELDS function must have a LIMIT of at most 200');
      }
      for (const field of scope.object.fields()) if (isSelected(field, item.which)) draft.fields.add(field.name);
      return;
    case 'subquery':
      draft.children.push(child(item.query));
      return;
    case 'function':
      throw new UnsupportedCall('SOQL', `${item.name}() in a query without grouping`);
    case 'typeof':
      throw new UnsupportedCall('SOQL', 'TYPEOF');
  }
}

function addField(draft: Draft, path: FieldPath): void {
  let node = draft;
  for (const step of path.steps) {
    const known = node.parents.get(step.relationship);
    const next = known?.select ?? emptyDraft();
    if (!known)
      node.parents.set(step.relationship, {
        relationship: step.relationship,
        lookup: step.lookup.name,
        definition: step.definition ? step.to : undefined,
        select: next
      });
    node = next;
  }
  node.fields.add(path.field.name);
}

function isSelected(field: FieldSchema, which: 'ALL' | 'STANDARD' | 'CUSTOM'): boolean {
  if (field.formula !== undefined || field.kind === 'Compound') return false;
  return which === 'ALL' || field.name.endsWith('__c') === (which === 'CUSTOM');
}

function childPlan(query: SoqlQuery, scope: NameScope, context: PlanContext, planChild: PlanChild): ChildPlan {
  const name = withoutParent(query.from.name, scope);
  const child = scope.object.childRelationship(name, scope.namespace);
  const object = child && context.db.schema.byFullName(child.object);
  if (!child || !object) {
    throwApex(
      'System.QueryException',
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
        "relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or " +
        'the describe call for the appropriate names.'
    );
  }
  return { relationship: child.name, lookup: child.field, plan: planChild(query, object, context) };
}

/** `FROM Account.Contacts` inside a query on Account. */
function withoutParent(name: string, { object, alias }: NameScope): string {
  const [first = '', ...rest] = name.split('.');
  const isOwn = [object.name, alias].some((own) => own?.toLowerCase() === first.toLowerCase());
  return isOwn && rest.length > 0 ? rest.join('.') : name;
}

function finish(draft: Draft): SelectPlan {
  return {
    fields: [...draft.fields],
    parents: [...draft.parents.values()].map((parent) => ({ ...parent, select: finish(parent.select) })),
    children: draft.children
  };
}

/** Which fields of a result row may be read, shared by all rows of a plan. */
const readable = new WeakMap<SelectPlan, ReadonlySet<string>>();

function readableOf(select: SelectPlan): ReadonlySet<string> {
  const known = readable.get(select);
  if (known) return known;
  const names = [
    ...select.fields,
    ...select.parents.map((p) => p.relationship),
    ...select.children.map((c) => c.relationship)
  ];
  const fresh = new Set(names);
  readable.set(select, fresh);
  return fresh;
}

export type RunChild = (env: QueryEnv, child: ChildPlan, parent: Row) => readonly SObjectValue[];

/** The row as Apex gets it: its own copy, with parents and children attached. */
export function resultRow(
  env: QueryEnv,
  select: SelectPlan,
  objectName: string,
  row: Row,
  runChild: RunChild
): SObjectValue {
  const result = new SObjectValue(objectName);
  result.queried = readableOf(select);
  for (const field of select.fields) result.fields.set(field, row[field] ?? null);
  for (const parent of select.parents) {
    const { definition } = parent;
    const value = row[parent.lookup];
    const found = definition ? definitionRow(env.db, definition, value) : parentRow(env, env.db, value);
    const object = found && (definition ?? env.db.schema.byKeyPrefix(String(found['Id']).slice(0, 3)));
    result.fields.set(parent.relationship, object ? resultRow(env, parent.select, object.name, found, runChild) : null);
  }
  for (const child of select.children) {
    const rows = runChild(env, child, row);
    result.fields.set(child.relationship, new ApexList(typeRef(`Schema.${child.plan.object.name}`), [...rows]));
  }
  return result;
}
