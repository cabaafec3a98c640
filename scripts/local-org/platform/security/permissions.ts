import type { FieldGrant, ObjectGrant, PermissionSetMetadata } from '../../project/model';
import { fullName } from '../../project/names';

export type ObjectRight = 'create' | 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';
export type FieldRight = 'read' | 'edit';

/** What a profile or a permission set grants, by full names in lower case. */
export interface Grants {
  readonly objects: ReadonlyMap<string, ReadonlySet<ObjectRight>>;
  readonly fields: ReadonlyMap<string, ReadonlySet<FieldRight>>;
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
}

export const NO_GRANTS: Grants = {
  objects: new Map(),
  fields: new Map(),
  classes: new Set(),
  customPermissions: new Set(),
  userPermissions: new Set()
};

export function grantsOf(set: PermissionSetMetadata, namespace: string): Grants {
  const full = (name: string): string => fullName(name, namespace).toLowerCase();
  const prefixed = (name: string): string =>
    (namespace === '' || name.includes('__') ? name : `${namespace}__${name}`).toLowerCase();
  return {
    objects: new Map(set.objects.map((grant) => [full(grant.object), objectRights(grant)])),
    fields: new Map(set.fields.map((grant) => [fieldKey(grant.field, full), fieldRights(grant)])),
    classes: new Set(set.classes.map(prefixed)),
    customPermissions: new Set(set.customPermissions.map(prefixed)),
    userPermissions: new Set(set.userPermissions.map((name) => name.toLowerCase()))
  };
}

function fieldKey(field: string, full: (name: string) => string): string {
  return field.split('.').map(full).join('.');
}

/** Each right brings the lesser ones along, as the platform enforces when a permission set is saved. */
function objectRights(grant: ObjectGrant): ReadonlySet<ObjectRight> {
  const rights = new Set<ObjectRight>();
  if (grant.modifyAll)
    for (const right of ['modifyAll', 'viewAll', 'delete', 'edit', 'read'] as const) rights.add(right);
  if (grant.viewAll) rights.add('viewAll').add('read');
  if (grant.delete) rights.add('delete').add('edit').add('read');
  if (grant.edit) rights.add('edit').add('read');
  if (grant.create) rights.add('create').add('read');
  if (grant.read) rights.add('read');
  return rights;
}

function fieldRights(grant: FieldGrant): ReadonlySet<FieldRight> {
  return new Set<FieldRight>(grant.editable ? ['read', 'edit'] : grant.readable ? ['read'] : []);
}

/** A user may do what any of the profile and the assigned sets allows. */
export function mergeGrants(all: readonly Grants[]): Grants {
  return {
    objects: mergeRights(all.map((grants) => grants.objects)),
    fields: mergeRights(all.map((grants) => grants.fields)),
    classes: union(all.map((grants) => grants.classes)),
    customPermissions: union(all.map((grants) => grants.customPermissions)),
    userPermissions: union(all.map((grants) => grants.userPermissions))
  };
}

function mergeRights<R>(maps: readonly ReadonlyMap<string, ReadonlySet<R>>[]): ReadonlyMap<string, ReadonlySet<R>> {
  const merged = new Map<string, Set<R>>();
  for (const map of maps) {
    for (const [key, rights] of map) {
      const into = merged.get(key) ?? new Set<R>();
      for (const right of rights) into.add(right);
      merged.set(key, into);
    }
  }
  return merged;
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
