import type { LibraryEntry, PlainImplementation } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { localData } from '../../platform/data-access';
import { SObjectFieldValue } from '../../platform/sobject/tokens';
import type { SObjectTypeValue } from '../../platform/sobject/tokens';
import type { ApexException } from '../../runtime/exceptions';
import { argument, notNull, throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { SObjectValue } from '../../runtime/sobject';
import { DatabaseError } from '../database/results';
import { instanceMethods } from '../system/nulls';

type Name = string | SObjectFieldValue;

function nameOf(name: Name | null): string {
  const value = argument(name, 1);
  return value instanceof SObjectFieldValue ? value.field.name : value;
}

function get(rt: Runtime, row: SObjectValue | null, name: Name | null): unknown {
  return rt.data.getField(rt, notNull(row), nameOf(name));
}

function put(rt: Runtime, row: SObjectValue | null, name: Name | null, value: unknown): unknown {
  return rt.data.putField(rt, notNull(row), nameOf(name), value);
}

/** By relationship name, or by the token of the lookup. */
function related(rt: Runtime, row: SObjectValue | null, name: Name | null): unknown {
  const asked = argument(name, 1);
  const relationship = asked instanceof SObjectFieldValue ? asked.field.relationshipName : asked;
  if (relationship === undefined) throwApex('System.SObjectException', `${nameOf(name)} is not a relationship.`);
  return localData(rt).rows.read(notNull(row), relationship, localData(rt).db.homeNamespace);
}

function relatedRow(rt: Runtime, row: SObjectValue | null, name: Name | null): SObjectValue | null {
  const value = related(rt, row, name);
  if (value === null || value instanceof SObjectValue) return value;
  throwApex('System.SObjectException', `Invalid relationship ${nameOf(name)} for ${notNull(row).objectName}`);
}

function relatedRows(rt: Runtime, row: SObjectValue | null, name: Name | null): ApexList | null {
  const value = related(rt, row, name);
  if (value === null || (value instanceof ApexList && !isSet(rt, row, name))) return null;
  if (value instanceof ApexList) return value;
  throwApex('System.SObjectException', `Invalid aggregate relationship ${nameOf(name)} for ${notNull(row).objectName}`);
}

function isSet(rt: Runtime, row: SObjectValue | null, name: Name | null): boolean {
  const { db, rows } = localData(rt);
  const value = notNull(row);
  const member = rows.member(db.object(value.objectName), nameOf(name), db.homeNamespace);
  return member !== undefined && value.isSet(member.name);
}

function addError(_rt: Runtime, row: SObjectValue | null, message: string | ApexException | null): void {
  const text = message === null || typeof message === 'string' ? message : message.apexMessage;
  notNull(row).errors.push({ field: undefined, message: text ?? '' });
}

function addFieldError(rt: Runtime, row: SObjectValue | null, field: Name | null, message: string | null): void {
  const { db, rows } = localData(rt);
  const value = notNull(row);
  const member = rows.member(db.object(value.objectName), nameOf(field), db.homeNamespace);
  if (!member) throwApex('System.SObjectException', `Invalid field ${nameOf(field)} for ${value.objectName}`);
  value.errors.push({ field: member.name, message: message ?? '' });
}

/** Where the next reader looks: on the row until the DML statement has taken the errors over. */
function errorList(row: SObjectValue): ApexList {
  const errors = row.errors.map(({ field, message }) => {
    const fields = field === undefined ? [] : [field];
    return new DatabaseError({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields });
  });
  return new ApexList(typeRef('Database.Error'), errors);
}

/** Copies of clones remember whom they were made of. */
const sources = new WeakMap<SObjectValue, SObjectValue>();

type Flags = readonly (boolean | null | undefined)[];

/** Id, read-only times and auto-numbers are kept on demand. */
function copyOf(rt: Runtime, source: SObjectValue, [keepId, keepStamps, keepNumber]: Flags): SObjectValue {
  const copy = source.copy(keepId === true);
  if (keepStamps !== true) for (const field of STAMPS) copy.fields.delete(field);
  if (keepNumber !== true)
    for (const field of localData(rt).db.object(source.objectName).autoNumbers.keys()) copy.fields.delete(field);
  return copy;
}

/** deepClone(preserveId, preserveReadonlyTimestamps, preserveAutonumber): rows are copied, everything else is shared. */
function deepClone(rt: Runtime, list: ApexList | null, ...flags: Flags): ApexList {
  const { elementType, items } = notNull(list);
  const copies = items.map((item) => (item instanceof SObjectValue ? copyOf(rt, item, flags) : item));
  return new ApexList(elementType, copies);
}

/** clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber). */
function clone(rt: Runtime, row: SObjectValue | null, ...flags: Flags): SObjectValue {
  const [keepId, deep, keepStamps, keepNumber] = flags;
  const source = notNull(row);
  const copy = copyOf(rt, source, [keepId, keepStamps, keepNumber]);
  if (deep === true)
    for (const [name, value] of copy.fields)
      copy.fields.set(name, value instanceof SObjectValue ? value.copy(true) : value);
  sources.set(copy, source);
  return copy;
}

const STAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

function populated(rt: Runtime, row: SObjectValue): ApexMap {
  const map = new ApexMap(typeRef('String'), typeRef('Object'), 'spelled');
  for (const [name, value] of row.populated()) map.put(rt, name, value);
  return map;
}

const forNames = (
  name: string,
  call: PlainImplementation,
  tail = ''
): Readonly<Record<string, PlainImplementation>> => ({
  [`${name}(String${tail})`]: call,
  [`${name}(Schema.SObjectField${tail})`]: call
});

export const rowMethods: readonly LibraryEntry[] = implement('SObject', {
  ...forNames('get', get),
  ...forNames('put', put, ',Object'),
  ...forNames('getSObject', relatedRow),
  ...forNames('getSObjects', relatedRows),
  ...forNames('putSObject', put, ',SObject'),
  ...forNames('isSet', isSet),
  'addError(String)': addError,
  'addError(String,Boolean)': addError,
  'addError(System.Exception)': addError,
  'addError(System.Exception,Boolean)': addError,
  ...forNames('addError', addFieldError, ',String'),
  ...forNames('addError', addFieldError, ',String,Boolean'),
  'clone()': clone,
  'clone(Boolean)': clone,
  'clone(Boolean,Boolean)': clone,
  'clone(Boolean,Boolean,Boolean)': clone,
  'clone(Boolean,Boolean,Boolean,Boolean)': clone,
  ...instanceMethods({
    'hasErrors()': (_rt, row: SObjectValue) => row.errors.length > 0,
    'getErrors()': (_rt, row: SObjectValue) => errorList(row),
    'clear()': (_rt, row: SObjectValue) => row.fields.clear(),
    'isClone()': (_rt, row: SObjectValue) => sources.has(row),
    'getCloneSourceId()': (_rt, row: SObjectValue) => sources.get(row)?.id ?? null,
    'getSObjectType()': (rt, row: SObjectValue): SObjectTypeValue => localData(rt).sobjectType(rt, row.objectName),
    'getPopulatedFieldsAsMap()': populated
  })
});

export const rowLists = implement('List', {
  'deepClone()': deepClone,
  'deepClone(Boolean)': deepClone,
  'deepClone(Boolean,Boolean)': deepClone,
  'deepClone(Boolean,Boolean,Boolean)': deepClone
});

export const fieldErrors = implement('System.FieldErrorMethods', {
  'addError(String)': addFieldError,
  'addError(String,Boolean)': addFieldError
});

export const staticRowMethods = implement('System.SObjectStaticMethods', {
  'getSObjectType()': (rt, object: string) => localData(rt).sobjectType(rt, object)
});
