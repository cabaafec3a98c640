import type { SchemaObject } from '../../project/schema-object';
import { throwApex } from '../../runtime/exceptions';
import { indexKey } from '../store/keys';
import type { DmlContext } from './context';
import type { DmlItem } from './results';

export interface UpsertParts {
  readonly inserts: readonly DmlItem[];
  readonly updates: readonly DmlItem[];
}

/** Which rows of an upsert exist: by id, or by the external id that the statement names. */
export function splitUpsert(context: DmlContext, object: SchemaObject, items: readonly DmlItem[]): UpsertParts {
  const { upsertField, code } = context.options;
  const field = upsertField === undefined ? undefined : object.field(upsertField, code.namespace);
  if (upsertField !== undefined && !field) {
    throwApex('System.SObjectException', `Invalid field ${upsertField} for ${object.name}`);
  }
  if (!field || field.name === 'Id') {
    const inserts = items.filter((item) => !item.row.id);
    for (const item of inserts) item.created = true;
    return { inserts, updates: items.filter((item) => item.row.id) };
  }
  const inserts: DmlItem[] = [];
  const updates: DmlItem[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const value = item.row.get(field.name);
    const key = indexKey(value);
    if (key === undefined) {
      item.fail('MISSING_ARGUMENT', `${field.name} not specified`, []);
      continue;
    }
    if (seen.has(key)) {
      item.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
      continue;
    }
    seen.add(key);
    const found = context.session.find(object.name, field.name, value).filter((row) => row['IsDeleted'] !== true);
    if (found.length > 1) {
      const ids = found.map((row) => String(row['Id'])).join(', ');
      item.fail('DUPLICATE_EXTERNAL_ID', `${field.name}: more than one record found for external id field: [${ids}]`);
    } else if (found.length === 1) {
      const id = found[0]?.['Id'];
      item.row.fields.set('Id', id);
      item.id = item.row.id;
      updates.push(item);
    } else {
      item.created = true;
      inserts.push(item);
    }
  }
  return { inserts, updates };
}
