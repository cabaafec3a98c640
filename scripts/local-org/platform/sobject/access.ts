import type { FieldSchema } from '../../contracts/schema';
import { typeRef } from '../../contracts/type-ref';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { SObjectValue } from '../../runtime/sobject';
import { UnsupportedCall } from '../../runtime/unsupported';
import { notNull } from '../../runtime/exceptions';
import type { SchemaObject } from '../../project/schema-object';
import type { OrgDatabase } from '../store/database';
import { assigned } from './convert';

/** What a name on a row means. */
type Member =
  | { readonly kind: 'field'; readonly name: string; readonly field: FieldSchema }
  | { readonly kind: 'parent'; readonly name: string }
  /** Code reads an empty list where no children were queried. */
  | { readonly kind: 'children'; readonly name: string; readonly object: string };

/** Reading and writing fields of rows by name, as generated code and SObject.get/put do. */
export class RowAccess {
  readonly #db: OrgDatabase;

  constructor(db: OrgDatabase) {
    this.#db = db;
  }

  row(value: unknown): SObjectValue {
    const row = notNull(value);
    if (row instanceof SObjectValue) return row;
    throw new Error('A field of an SObject was asked of a value that is none.');
  }

  read(target: unknown, name: string, namespace: string): unknown {
    const row = this.row(target);
    if (row.objectName === 'AggregateResult') return readAggregate(row, name);
    const object = this.#db.object(row.objectName);
    // An event has no Id, but a row of no declared object is asked for it all the same.
    if (object.kind === 'event' && name.toLowerCase() === 'id') return null;
    const member = this.member(object, name, namespace) ?? invalidField(name, object);
    if (member.kind === 'field') refuseUnsupported(object, member.field);
    if (!row.canRead(member.name)) {
      throwApex(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${object.name}.${member.name}`
      );
    }
    const value = row.get(member.name);
    if (value === null && member.kind === 'children') return new ApexList(typeRef(`Schema.${member.object}`));
    return value === null && member.kind === 'field' && !row.queried ? unsetValue(member.field) : value;
  }

  /** The previous value, as put() returns it. */
  write(target: unknown, name: string, value: unknown, namespace: string): unknown {
    const row = this.row(target);
    if (row.objectName === 'AggregateResult')
      throwApex('System.SObjectException', 'AggregateResult rows are read-only');
    if (row.readOnly) throwApex('System.FinalException', 'Record is read-only');
    const object = this.#db.object(row.objectName);
    const member = this.member(object, name, namespace) ?? invalidField(name, object);
    if (member.kind !== 'field') return row.put(member.name, value ?? null);
    if (member.field.formula !== undefined || isComputed(object, member.field)) {
      throwApex('System.SObjectException', `Field ${member.name} is not editable`);
    }
    refuseUnsupported(object, member.field);
    return row.put(member.name, assigned(member.field, value));
  }

  member(object: SchemaObject, name: string, namespace: string): Member | undefined {
    const field = object.field(name, namespace);
    if (field) return { kind: 'field', name: field.name, field };
    const parent = object.parentRelationship(name, namespace);
    if (parent) return { kind: 'parent', name: parent.relationshipName ?? name };
    const children = object.childRelationship(name, namespace);
    return children && { kind: 'children', name: children.name, object: children.object };
  }
}

/** Fields whose values the local org cannot work out: refused by name instead of being read as empty. */
export function refuseUnsupported(object: { readonly name: string }, field: FieldSchema): void {
  if (field.formula !== undefined) throw new UnsupportedCall(object.name, `${field.name} (formula field)`);
  if (field.kind === 'Location') throw new UnsupportedCall(object.name, `${field.name} (geolocation field)`);
}

export function invalidField(name: string, object: { readonly name: string }): never {
  throwApex('System.SObjectException', `Invalid field ${name} for ${object.name}`);
}

/** Checkboxes of a row made by code are false, not null. */
function unsetValue(field: FieldSchema): unknown {
  return field.type.name === 'Boolean' ? false : null;
}

/** Written only by the platform; code that builds rows in memory may still set audit fields for tests. */
function isComputed(object: SchemaObject, field: FieldSchema): boolean {
  return field.kind === 'AutoNumber' && object.autoNumbers.has(field.name);
}

function readAggregate(row: SObjectValue, name: string): unknown {
  const wanted = name.toLowerCase();
  for (const [column, value] of row.fields) if (column.toLowerCase() === wanted) return value;
  const local = wanted.replace(/^[a-z]\w*?__(?=\w+__c$)/, '');
  for (const [column, value] of row.fields) if (column.toLowerCase() === local) return value;
  throwApex('System.SObjectException', `Invalid field ${name} for AggregateResult`);
}
