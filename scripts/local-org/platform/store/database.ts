import type { Clock } from '../../contracts/clock';
import type { OrgUser } from '../../contracts/org';
import type { PermissionSetMetadata, Project } from '../../project/model';
import type { OrgSchema } from '../../project/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexId } from '../../runtime/id';
import { Access } from '../security/access';
import type { Grants } from '../security/permissions';
import { grantsOf } from '../security/permissions';
import { DataSession } from './data-session';
import { autoNumber, recordId15 } from './ids';
import { indexKey } from './keys';
import type { Row } from './rows';
import { OrgStore } from './store';
import type { StoreSession } from './session';

export interface DatabaseOptions {
  /** 18 characters. */
  readonly orgId: string;
  readonly clock: Clock;
  readonly schema: OrgSchema;
  readonly projects: readonly Project[];
}

/** The data of one org: its rows, its schema, its ids, and who may do what. Users are rows like any other. */
export class OrgDatabase {
  readonly orgId: string;
  readonly clock: Clock;
  readonly schema: OrgSchema;
  readonly store = new OrgStore(indexKey);
  readonly projects: readonly Project[];
  readonly #permissionSets = new Map<string, Grants>();
  readonly #labels = new Map<string, string>();
  readonly #apexClasses = new Map<string, ApexId>();

  constructor(options: DatabaseOptions) {
    this.orgId = options.orgId;
    this.clock = options.clock;
    this.schema = options.schema;
    this.projects = options.projects;
    for (const project of options.projects) {
      for (const label of project.labels) {
        this.#labels.set(`${project.namespace}.${label.name}`.toLowerCase(), label.value);
      }
    }
  }

  /** The namespace of the package under development: what names in dynamic calls are looked up in. */
  get homeNamespace(): string {
    return this.projects[0]?.namespace ?? '';
  }

  session(transactionId: number): DataSession {
    return new DataSession(this.store, transactionId);
  }

  object(name: string): SchemaObject {
    const found = this.schema.byFullName(name);
    if (!found) throw new Error(`The org has no object ${name}: is its metadata part of the project?`);
    return found;
  }

  /** 18 characters; never given out twice. */
  newId(objectName: string): string {
    return this.newApexId(this.object(objectName)).value;
  }

  newApexId(object: SchemaObject): ApexId {
    return ApexId.parse(recordId15(object.keyPrefix, this.orgId.slice(3, 6), this.store.next(object.keyPrefix)));
  }

  /** Of a class by its canonical name; jobs of an inner class are those of the class around it. */
  apexClassId(canonicalName: string): ApexId | undefined {
    if (this.#apexClasses.size === 0) {
      for (const [, row] of this.store.table('ApexClass').entries()) {
        // Code without a namespace is known as that of 'c'.
        const namespace = row['NamespacePrefix'] === null ? 'c' : String(row['NamespacePrefix']);
        this.#apexClasses.set(`${namespace}.${String(row['Name'])}`.toLowerCase(), row['Id'] as ApexId);
      }
    }
    return this.#apexClasses.get(canonicalName.toLowerCase().split('.').slice(0, 2).join('.'));
  }

  nextAutoNumber(object: SchemaObject, field: string): string {
    return autoNumber(object.autoNumbers.get(field) ?? '{0}', this.store.next(`${object.name}.${field}`));
  }

  now(): ApexDatetime {
    return new ApexDatetime(this.clock.now());
  }

  insertSystemRow(session: StoreSession, objectName: string, fields: Row): void {
    const object = this.object(objectName);
    const row = this.#systemRow(object, fields);
    asDataSession(session).put(object.name, idOf(row), row);
  }

  updateSystemRow(session: StoreSession | undefined, objectName: string, id: string, fields: Row): void {
    const object = this.object(objectName);
    const before = session ? asDataSession(session).get(object.name, id) : this.store.table(object.name).get(id);
    if (!before) return;
    const row = { ...before, ...fields, SystemModstamp: this.now() };
    if (session) asDataSession(session).put(object.name, id, row);
    else this.store.apply([{ object: object.name, id, row }]);
  }

  deleteSystemRow(session: StoreSession | undefined, objectName: string, id: string): void {
    const object = this.object(objectName);
    if (session) asDataSession(session).remove(object.name, id);
    else this.store.apply([{ object: object.name, id, row: undefined }]);
  }

  /** Puts a committed row into the org before anything runs: users, permission sets, fixtures of setup objects. */
  seed(objectName: string, fields: Row): ApexId {
    const object = this.object(objectName);
    const row = this.#systemRow(object, fields);
    this.store.apply([{ object: object.name, id: idOf(row), row }]);
    return ApexId.parse(idOf(row));
  }

  deployPermissionSet(set: PermissionSetMetadata, namespace: string, id: string): void {
    this.#permissionSets.set(id, grantsOf(set, namespace));
  }

  access(session: StoreSession, user: OrgUser): Access {
    return new Access(
      asDataSession(session),
      { permissionSet: (id) => this.#permissionSets.get(id) },
      user.id,
      user.profileName
    );
  }

  label(namespace: string, name: string): string | undefined {
    return this.#labels.get(`${namespace}.${name}`.toLowerCase());
  }

  #systemRow(object: SchemaObject, fields: Row): Row {
    const now = this.now();
    const id = fields['Id'] instanceof ApexId ? fields['Id'] : this.newApexId(object);
    return { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now, IsDeleted: false, ...fields, Id: id };
  }
}

/** Sessions of the local org's platform are always of this class. */
export function asDataSession(session: StoreSession): DataSession {
  if (session instanceof DataSession) return session;
  throw new Error('This store session belongs to another store.');
}

export function idOf(row: Row): string {
  const id = row['Id'];
  if (id instanceof ApexId) return id.value;
  throw new Error('A stored row has no Id.');
}
