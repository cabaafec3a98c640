import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { platformTx } from '../../platform/current';
import { localData } from '../../platform/data-access';
import { storedRow } from '../../platform/dml/triggers';
import { asDataSession } from '../../platform/store/database';
import type { Row } from '../../platform/store/rows';
import type { SchemaObject } from '../../project/schema-object';
import { throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import { ApexMap } from '../../runtime/map';
import { SObjectValue } from '../../runtime/sobject';

function settingOf(
  rt: Runtime,
  name: string,
  kind: 'setting-list' | 'setting-hierarchy',
  method: string
): SchemaObject {
  const object = localData(rt).db.object(name);
  if (object.kind === kind) return object;
  const needed = kind === 'setting-list' ? 'list' : 'hierarchy';
  throwApex('System.TypeException', `${method} is for ${needed} custom settings, and ${object.name} is none.`);
}

/** Reading a setting costs no query: the platform keeps them in its application cache. */
function rowsOf(rt: Runtime, object: SchemaObject): readonly Row[] {
  return asDataSession(platformTx(rt).session)
    .rows(object.name)
    .filter((row) => row['IsDeleted'] !== true);
}

function getAll(rt: Runtime, name: string): ApexMap {
  const object = settingOf(rt, name, 'setting-list', 'getAll()');
  const map = new ApexMap(typeRef('String'), typeRef(`Schema.${object.name}`));
  for (const row of rowsOf(rt, object)) map.put(rt, row['Name'], storedRow(object, row, false));
  return map;
}

function byName(rt: Runtime, object: SchemaObject, wanted: unknown): SObjectValue | null {
  const row = asDataSession(platformTx(rt).session)
    .find(object.name, 'Name', String(wanted))
    .find((found) => found['IsDeleted'] !== true);
  return row ? storedRow(object, row, false) : null;
}

function byOwner(rt: Runtime, object: SchemaObject, owner: string): SObjectValue | null {
  const row = rowsOf(rt, object).find(
    (found) => found['SetupOwnerId'] instanceof ApexId && found['SetupOwnerId'].value === owner
  );
  return row ? storedRow(object, row, false) : null;
}

/** The user's own value, else the profile's, else the org's, field by field; an empty row where there is none. */
function effective(rt: Runtime, object: SchemaObject, userId: string): SObjectValue {
  const { db } = localData(rt);
  const session = asDataSession(platformTx(rt).session);
  const profile = session.get('User', userId)?.['ProfileId'];
  const owners = [userId, profile instanceof ApexId ? profile.value : '', db.orgId];
  const levels = owners.map((owner) => byOwner(rt, object, owner)).filter((row) => row !== null);
  const [nearest] = levels;
  if (!nearest) return emptyRow(object, ApexId.parse(userId));
  for (const level of levels.slice(1)) {
    for (const [field, value] of level.fields) if (nearest.get(field) === null) nearest.fields.set(field, value);
  }
  return nearest;
}

function emptyRow(object: SchemaObject, owner: ApexId): SObjectValue {
  const row = new SObjectValue(object.name);
  row.fields.set('SetupOwnerId', owner);
  return row;
}

/** getInstance(x): by name for a list setting, by user or profile for a hierarchy. */
function getInstance(rt: Runtime, name: string, wanted?: string | ApexId | null): SObjectValue | null {
  const object = localData(rt).db.object(name);
  if (object.kind === 'setting-list') return byName(rt, object, wanted);
  settingOf(rt, name, 'setting-hierarchy', 'getInstance()');
  if (wanted === undefined || wanted === null) return effective(rt, object, platformTx(rt).user.id);
  const id = idOf(wanted);
  return id.keyPrefix === '005'
    ? effective(rt, object, id.value)
    : (byOwner(rt, object, id.value) ?? byOwner(rt, object, localData(rt).db.orgId) ?? emptyRow(object, id));
}

/** Without the levels above: null where this very owner has no value. */
function getValues(rt: Runtime, name: string, wanted: string | ApexId): SObjectValue | null {
  const object = localData(rt).db.object(name);
  return object.kind === 'setting-list' ? byName(rt, object, wanted) : byOwner(rt, object, idOf(wanted).value);
}

function getOrgDefaults(rt: Runtime, name: string): SObjectValue {
  const object = settingOf(rt, name, 'setting-hierarchy', 'getOrgDefaults()');
  const { orgId } = localData(rt).db;
  return byOwner(rt, object, orgId) ?? emptyRow(object, ApexId.parse(orgId));
}

function idOf(value: string | ApexId): ApexId {
  return value instanceof ApexId ? value : ApexId.parse(value);
}

export const customSettings = implement('System.CustomSettingMethods', {
  'getAll()': getAll,
  'getInstance()': getInstance,
  'getInstance(String)': getInstance,
  'getInstance(Id)': getInstance,
  'getValues(String)': getValues,
  'getValues(Id)': getValues,
  'getOrgDefaults()': getOrgDefaults
});

/** The store keeps of every row more than a metadata type has fields for. */
function metadataRow(object: SchemaObject, row: Row): SObjectValue {
  const own = Object.fromEntries(Object.entries(row).filter(([name]) => object.field(name, '')));
  return storedRow(object, own, false);
}

/** Keys are the developer name, and for records of another package its prefix with it. */
function keyOf(rt: Runtime, row: SObjectValue): string {
  const home = localData(rt).db.homeNamespace;
  const own = row.get('NamespacePrefix') === (home === '' ? null : home);
  return String(row.get(own ? 'DeveloperName' : 'QualifiedApiName'));
}

function allMetadata(rt: Runtime, name: string): ApexMap {
  const object = localData(rt).db.object(name);
  const map = new ApexMap(typeRef('String'), typeRef(`Schema.${object.name}`));
  for (const stored of rowsOf(rt, object)) {
    const row = metadataRow(object, stored);
    map.put(rt, keyOf(rt, row), row);
  }
  return map;
}

/** By developer name, qualified name or id. */
function metadataInstance(rt: Runtime, name: string, wanted: string | ApexId | null): SObjectValue | null {
  const object = localData(rt).db.object(name);
  const key = String(wanted instanceof ApexId ? wanted.value : wanted).toLowerCase();
  const names = ['DeveloperName', 'QualifiedApiName', 'Id'];
  const stored = rowsOf(rt, object).find((row) => names.some((field) => textOf(row[field]).toLowerCase() === key));
  return stored ? metadataRow(object, stored) : null;
}

function textOf(value: unknown): string {
  return value instanceof ApexId ? value.value : String(value);
}

export const customMetadata = implement('System.CustomMetadataMethods', {
  'getAll()': allMetadata,
  'getInstance(String)': metadataInstance,
  'getInstance(Id)': metadataInstance
});
