import type { Waiting } from '../../contracts/effect';
import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexId } from '../../runtime/id';
import { indexKey } from '../store/keys';
import type { Row } from '../store/rows';
import type { DmlContext, WorkRow } from './context';
import { UNABLE_TO_LOCK } from './results';
import { lock } from './waits';

/**
 * Values that must be unique. A value that another transaction has inserted and not committed is waited for, as a unique
 * index of a database does: which of two racing inserts fails is known only when the first one has ended.
 */
export function* checkUnique(context: DmlContext, object: SchemaObject, { item, row }: WorkRow): Waiting<void> {
  for (const field of uniqueFields(object)) {
    const value = row.get(field.name);
    const key = indexKey(value);
    if (key === undefined) continue;
    const claimed = yield* lock(context, object.name, [`${object.name}.${field.name}=${key}`]);
    if (!claimed) {
      item.fail('UNABLE_TO_LOCK_ROW', UNABLE_TO_LOCK);
      continue;
    }
    const other = context.session
      .find(object.name, field.name, value)
      .find((found) => clashes(field, found, value, item.id));
    const id = other?.['Id'];
    if (id instanceof ApexId) {
      const message = `duplicate value found: ${field.name} duplicates value on record with id: ${id.value15}`;
      item.fail('DUPLICATE_VALUE', message);
    }
  }
}

function uniqueFields(object: SchemaObject): readonly FieldSchema[] {
  const unique = object.fields().filter((field) => field.unique);
  const owner = object.kind === 'setting-hierarchy' ? object.field('SetupOwnerId', '') : undefined;
  return owner ? [...unique, owner] : unique;
}

function clashes(field: FieldSchema, found: Row, value: unknown, own: ApexId | null): boolean {
  if (found['IsDeleted'] === true) return false;
  if (found['Id'] instanceof ApexId && found['Id'].value === own?.value) return false;
  return !field.caseSensitive || found[field.name] === value;
}
