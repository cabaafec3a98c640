import type { SoqlQuery } from '../compiler/ast-soql';
import type { DataAccess } from '../contracts/data';
import { throwApex } from '../runtime/exceptions';
import { SObjectValue } from '../runtime/sobject';
import { dmlStatement } from './dml/statement';
import { SchemaTokens } from './sobject/tokens';
import type { SObjectFieldValue, SObjectTypeValue } from './sobject/tokens';
import { RowAccess } from './sobject/access';
import { indexedBinds, QueryEngine } from './soql/queries';
import type { OrgDatabase } from './store/database';

/** What generated code and the library ask of an org's data; the library finds the rest on it. */
export class LocalData implements DataAccess {
  readonly queries: QueryEngine;
  readonly rows: RowAccess;
  readonly tokens = new SchemaTokens();

  constructor(readonly db: OrgDatabase) {
    this.queries = new QueryEngine(db);
    this.rows = new RowAccess(db);
  }

  query(...[rt, query, binds, code]: Parameters<DataAccess['query']>): ReturnType<DataAccess['query']> {
    return this.queries.run(rt, query as SoqlQuery, indexedBinds(binds), code);
  }

  *dml(...[rt, target, options, code]: Parameters<DataAccess['dml']>): ReturnType<DataAccess['dml']> {
    const { operation, access, upsertField } = options;
    yield* dmlStatement(this.db, rt, target, {
      operation,
      allOrNone: true,
      access: access ?? 'system',
      upsertField,
      code
    });
  }

  newSObject(_rt: unknown, objectName: string): SObjectValue {
    return new SObjectValue(this.db.object(objectName).name);
  }

  getField(_rt: unknown, row: unknown, field: string): unknown {
    return this.rows.read(row, field, this.db.homeNamespace);
  }

  putField(_rt: unknown, row: unknown, field: string, value: unknown): unknown {
    return this.rows.write(row, field, value, this.db.homeNamespace);
  }

  sobjectType(_rt: unknown, objectName: string): SObjectTypeValue {
    return this.tokens.type(this.db.object(objectName));
  }

  fieldToken(_rt: unknown, objectName: string, fieldName: string): SObjectFieldValue {
    const object = this.db.object(objectName);
    const field = object.field(fieldName, this.db.homeNamespace);
    if (!field) throwApex('System.SObjectException', `Invalid field ${fieldName} for ${object.name}`);
    return this.tokens.field(object, field);
  }

  label(_rt: unknown, namespace: string, name: string): string {
    const text = this.db.label(namespace, name);
    if (text === undefined)
      throw new Error(`The org has no label ${namespace}.${name}: is its file part of the project?`);
    return text;
  }
}

export function createDataAccess(db: OrgDatabase): LocalData {
  return new LocalData(db);
}

/** The data access of the running org, as this folder made it. */
export function localData(rt: { readonly data: DataAccess }): LocalData {
  if (rt.data instanceof LocalData) return rt.data;
  throw new Error('The data library needs the data access that createDataAccess makes.');
}
