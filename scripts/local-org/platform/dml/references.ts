import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { NAME_POINTER } from '../../types/corrections';
import { ApexId } from '../../runtime/id';
import { SObjectValue } from '../../runtime/sobject';
import type { DmlContext, WorkRow } from './context';

/** Turns `Account = new Account(Code__c = 'x')` into the id of the record with that external id. */
export function resolveParents(context: DmlContext, object: SchemaObject, { item, row }: WorkRow): void {
  for (const field of object.fields()) {
    if (field.relationshipName === undefined) continue;
    const parent = row.get(field.relationshipName);
    if (!(parent instanceof SObjectValue) || row.get(field.name) !== null || parent.id) continue;
    const key = externalKey(context, parent);
    if (!key) continue;
    const found = context.session
      .find(parent.objectName, key.field, key.value)
      .filter((match) => match['IsDeleted'] !== true);
    const [only] = found;
    if (only && found.length === 1) row.put(field.name, only['Id']);
    else {
      item.fail(
        'INVALID_FIELD',
        `Foreign key external ID: ${String(key.value)} not found for field ${key.field} in entity ${parent.objectName}`
      );
    }
  }
}

function externalKey(context: DmlContext, parent: SObjectValue): { field: string; value: unknown } | undefined {
  for (const field of context.db.object(parent.objectName).fields()) {
    if (field.externalId && parent.get(field.name) !== null)
      return { field: field.name, value: parent.get(field.name) };
  }
  return undefined;
}

/** Lookups that the statement sets have to point at records of the right kind that exist. */
export function checkReferences(context: DmlContext, object: SchemaObject, { item, row, before }: WorkRow): void {
  for (const field of object.fields()) {
    if (field.referenceTo.length === 0 || field.kind === 'MetadataRelationship') continue;
    const id = row.get(field.name);
    if (!(id instanceof ApexId)) continue;
    const unchanged = before?.[field.name];
    if (unchanged instanceof ApexId && unchanged.value === id.value) continue;
    const problem = problemOf(context, field, id);
    if (problem) item.fail(problem.code, problem.message, problem.fields);
  }
}

/** The tables do not say what some lookups point at: these take any record. */
function pointsAt(field: FieldSchema, target: SchemaObject): boolean {
  const name = target.name.toLowerCase();
  return field.referenceTo.some((each) => each === NAME_POINTER || each.toLowerCase() === name);
}

interface ReferenceProblem {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

function problemOf(context: DmlContext, field: FieldSchema, id: ApexId): ReferenceProblem | undefined {
  const target = context.db.schema.byKeyPrefix(id.keyPrefix);
  if (!target || !pointsAt(field, target)) {
    const message = `${field.label}: id value of incorrect type: ${id.value}`;
    return { code: 'FIELD_INTEGRITY_EXCEPTION', message, fields: [field.name] };
  }
  const row = context.session.get(target.name, id.value);
  if (!row) return { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] };
  if (row['IsDeleted'] === true) return { code: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] };
  return undefined;
}
