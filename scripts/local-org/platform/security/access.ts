import type { FieldSchema } from '../../contracts/schema';
import { ApexId } from '../../runtime/id';
import { hasShares, shareName } from '../../project/shares';
import type { SchemaObject } from '../../project/schema-object';
import type { DataSession } from '../store/data-session';
import type { Row } from '../store/rows';
import type { FieldRight, Grants, ObjectRight } from './permissions';
import { NO_GRANTS, mergeGrants } from './permissions';
import { rowGrants } from './permission-rows';

/** Every right to every record: what the administrator's profile gives, and what system mode amounts to. */
export const ADMIN_PROFILE = 'System Administrator';

/** Read without a grant by whoever may read the object: the platform's own fields and fields that must have a value. */
const ALWAYS_READABLE = new Set([
  'id', 'name', 'ownerid', 'isdeleted', 'createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid',
  'systemmodstamp', 'lastactivitydate', 'lastvieweddate', 'lastreferenceddate', 'setupownerid', 'replayid', 'eventuuid', 'developername', 'masterlabel', 'label', 'language',
  'namespaceprefix', 'qualifiedapiname'
]); // prettier-ignore

/** Setup data that users read only with the permission View Setup and Configuration. */
const NEEDS_VIEW_SETUP = new Set([
  'asyncapexjob',
  'crontrigger',
  'cronjobdetail',
  'apexclass',
  'apextrigger',
  'setupaudittrail'
]);

/** Read by everybody; what a user may see of other users' rows is not emulated. */
const PUBLIC_SETUP = new Set(['user', 'organization', 'profile', 'permissionset', 'permissionsetassignment', 'group']);

export interface PermissionCatalog {
  /** Grants of the permission set with this id, as deployed. */
  permissionSet(id: string): Grants | undefined;
}

/** What one user may do, asked within a session: assignments made in the same transaction count. */
export class Access {
  readonly userId: string;
  readonly #admin: boolean;
  readonly #load: () => Grants;
  readonly #session: DataSession;
  #loaded: Grants | undefined;

  constructor(session: DataSession, catalog: PermissionCatalog, userId: string, profileName: string) {
    this.userId = userId;
    this.#session = session;
    this.#admin = profileName === ADMIN_PROFILE;
    this.#load = () => mergeGrants(assignedGrants(session, catalog, userId));
  }

  /** Asked for late: an administrator rarely needs them. */
  get #grants(): Grants {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  object(object: SchemaObject, right: ObjectRight): boolean {
    if (this.#admin) return true;
    const name = object.name.toLowerCase();
    if (right === 'read' && NEEDS_VIEW_SETUP.has(name)) return this.userPermission('ViewSetup');
    if (right === 'read' && PUBLIC_SETUP.has(name)) return true;
    // Settings and metadata types are readable by all unless protected, and then only their own package can name them.
    if (right === 'read' && isConfiguration(object)) return true;
    if (isConfiguration(object)) return this.userPermission('CustomizeApplication');
    return this.#grants.objects.get(name)?.has(right) ?? false;
  }

  field(object: SchemaObject, field: FieldSchema, right: FieldRight): boolean {
    if (this.#admin || isConfiguration(object)) return true;
    const name = field.name.toLowerCase();
    if (object.kind === 'event' || field.required || field.kind === 'MasterDetail') return true;
    if (ALWAYS_READABLE.has(name)) return right === 'read' || name === 'name' || name === 'ownerid';
    if (isSetup(object)) return this.object(object, right);
    const names = [name, ...(object.kind === 'standard' ? compoundOf(name) : [])];
    return names.some((each) => this.#grants.fields.get(`${object.name.toLowerCase()}.${each}`)?.has(right) === true);
  }

  /** By full name, 'tokenward__Use_Connection'. Administrators need an assignment as everybody does. */
  customPermission(fullName: string): boolean {
    return this.#grants.customPermissions.has(fullName.toLowerCase());
  }

  /** As the Metadata API names it: 'ViewSetup', 'CustomizeApplication'. */
  userPermission(name: string): boolean {
    return this.#admin || this.#grants.userPermissions.has(name.toLowerCase());
  }

  apexClass(fullName: string): boolean {
    return this.#admin || this.#grants.classes.has(fullName.toLowerCase());
  }

  /** Whether sharing lets the user see or change a row; `right` is 'viewAll' for reading, 'modifyAll' for changing. */
  row(object: SchemaObject, row: Row, right: 'viewAll' | 'modifyAll'): boolean {
    if (this.#admin || !isShared(object)) return true;
    if (object.sharingModel === 'ReadWrite' || object.sharingModel === 'ReadWriteTransfer') return true;
    if (object.sharingModel === 'Read' && right === 'viewAll') return true;
    const owner = row['OwnerId'];
    if (owner instanceof ApexId ? owner.value === this.userId : object.field('OwnerId', '') === undefined) return true;
    if (this.#grants.objects.get(object.name.toLowerCase())?.has(right) === true) return true;
    return hasShares(object) && this.#sharedWith(object, row, right);
  }

  /** Shares with the user; those with groups and roles are not followed. */
  #sharedWith(object: SchemaObject, { Id: id }: Row, right: 'viewAll' | 'modifyAll'): boolean {
    if (!(id instanceof ApexId)) return false;
    return this.#session.find(shareName(object.name), 'ParentId', id.value).some((share) => {
      const { UserOrGroupId: user, AccessLevel: level, IsDeleted: gone } = share;
      if (gone === true || !(user instanceof ApexId) || user.value !== this.userId) return false;
      return right === 'viewAll' || level !== 'Read';
    });
  }
}

/** Sharing concerns records of custom objects; standard ones are public read/write in this org. */
function isShared(object: SchemaObject): boolean {
  return object.kind === 'custom' && object.sharingModel !== undefined && object.sharingModel !== 'ControlledByParent';
}

/** Rights to fields are given out for what holds business data, standard objects included, and not for setup. */
function isSetup(object: SchemaObject): boolean {
  const name = object.name.toLowerCase();
  return NEEDS_VIEW_SETUP.has(name) || PUBLIC_SETUP.has(name);
}

function isConfiguration(object: SchemaObject): boolean {
  return object.kind === 'metadata' || object.kind === 'setting-list' || object.kind === 'setting-hierarchy';
}

/** Metadata API, PermissionSet: parts of an address or a name are granted with the whole. */
function compoundOf(part: string): readonly string[] {
  const address =
    /^(.*?)(street|city|state|statecode|postalcode|country|countrycode|latitude|longitude|geocodeaccuracy)$/;
  const [, prefix] = address.exec(part) ?? [];
  if (prefix !== undefined) return [`${prefix}address`];
  return ['firstname', 'lastname', 'salutation', 'middlename', 'suffix'].includes(part) ? ['name'] : [];
}

function assignedGrants(session: DataSession, catalog: PermissionCatalog, userId: string): readonly Grants[] {
  return session.find('PermissionSetAssignment', 'AssigneeId', userId).flatMap((assignment) => {
    const id = assignment['PermissionSetId'];
    if (!(id instanceof ApexId) || assignment['IsDeleted'] === true) return [];
    return [catalog.permissionSet(id.value) ?? NO_GRANTS, rowGrants(session, id)];
  });
}
