import { ApexId } from '../../runtime/id';
import type { Project } from '../../project/model';
import type { DataSession } from '../store/data-session';
import type { Row } from '../store/rows';
import type { ExternalCredential, Principal } from './model';
import { nameOf } from './model';

type Rows = Pick<DataSession, 'get' | 'find' | 'rows'>;

/** A permission set that lets its users call out with a principal. */
export interface PrincipalGrant {
  readonly permissionSetId: string;
  readonly name: string;
}

/** Whether one of the user's permission sets opens the principal. Administrators need one as everybody does. */
export function mayUsePrincipal(
  rows: Rows,
  projects: readonly Project[],
  userId: string,
  external: ExternalCredential,
  principal: Principal
): boolean {
  return rows
    .find('PermissionSetAssignment', 'AssigneeId', ApexId.parse(userId))
    .filter(isLive)
    .some(({ PermissionSetId: id }) => id instanceof ApexId && opens(rows, projects, id, external, principal));
}

export function grantsOfPrincipal(
  rows: Rows,
  projects: readonly Project[],
  external: ExternalCredential,
  principal: Principal
): readonly PrincipalGrant[] {
  return rows
    .rows('PermissionSet')
    .filter(isLive)
    .flatMap(({ Id: id, Name: name }) =>
      id instanceof ApexId && opens(rows, projects, id, external, principal)
        ? [{ permissionSetId: id.value, name: String(name) }]
        : []
    );
}

/** By its metadata, or by a row that an administrator has added. */
function opens(
  rows: Rows,
  projects: readonly Project[],
  permissionSet: ApexId,
  external: ExternalCredential,
  principal: Principal
): boolean {
  const set = rows.get('PermissionSet', permissionSet.value);
  if (set && deployed(projects, set, external, principal)) return true;
  return rows
    .find('SetupEntityAccess', 'ParentId', permissionSet)
    .filter(isLive)
    .some(({ SetupEntityId: id }) => id instanceof ApexId && id.value === principal.id);
}

/** Permission sets name a principal as 'ExternalCredential-Principal', without the prefix of their own package. */
function deployed(projects: readonly Project[], set: Row, external: ExternalCredential, principal: Principal): boolean {
  const namespace = set['NamespacePrefix'] ?? '';
  const own = external.namespace === namespace ? [external.developerName] : [];
  const wanted = [nameOf(external), ...own].map((name) => `${name}-${principal.name}`.toLowerCase());
  return projects
    .filter((project) => project.namespace === namespace)
    .flatMap(({ permissionSets }) => permissionSets)
    .filter(({ name }) => name === set['Name'])
    .flatMap(({ externalCredentialPrincipals }) => externalCredentialPrincipals)
    .some((name) => wanted.includes(name.toLowerCase()));
}

function isLive(row: Row): boolean {
  return row['IsDeleted'] !== true;
}
