import { ApexId } from '../../runtime/id';
import type { DataSession } from '../store/data-session';
import type { Row } from '../store/rows';
import type { FieldRight, Grants, ObjectRight } from './permissions';
import { NO_GRANTS } from './permissions';

const OBJECT_COLUMNS: readonly (readonly [string, ObjectRight])[] = [
  ['PermissionsCreate', 'create'],
  ['PermissionsRead', 'read'],
  ['PermissionsEdit', 'edit'],
  ['PermissionsDelete', 'delete'],
  ['PermissionsViewAllRecords', 'viewAll'],
  ['PermissionsModifyAllRecords', 'modifyAll']
];

/** Grants that code gave a permission set by inserting ObjectPermissions, FieldPermissions and SetupEntityAccess rows. */
export function rowGrants(session: DataSession, permissionSet: ApexId): Grants {
  const objects = session.find('ObjectPermissions', 'ParentId', permissionSet).filter(isLive);
  const fields = session.find('FieldPermissions', 'ParentId', permissionSet).filter(isLive);
  return {
    ...NO_GRANTS,
    objects: new Map(objects.map((row) => [text(row['SobjectType']), objectRights(row)])),
    fields: new Map(fields.map((row) => [text(row['Field']), fieldRights(row)])),
    customPermissions: new Set(customPermissions(session, permissionSet))
  };
}

function customPermissions(session: DataSession, permissionSet: ApexId): readonly string[] {
  return session
    .find('SetupEntityAccess', 'ParentId', permissionSet)
    .filter(isLive)
    .flatMap(({ SetupEntityId: id }) => {
      const row = id instanceof ApexId ? session.get('CustomPermission', id.value) : undefined;
      return row ? [prefixed(text(row['NamespacePrefix']), text(row['DeveloperName']))] : [];
    });
}

function prefixed(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}__${name}`;
}

function objectRights(row: Row): ReadonlySet<ObjectRight> {
  return new Set(OBJECT_COLUMNS.filter(([column]) => row[column] === true).map(([, right]) => right));
}

function fieldRights(row: Row): ReadonlySet<FieldRight> {
  const rights = new Set<FieldRight>();
  if (row['PermissionsRead'] === true) rights.add('read');
  if (row['PermissionsEdit'] === true) rights.add('edit');
  return rights;
}

function isLive(row: Row): boolean {
  return row['IsDeleted'] !== true;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
