import { throwApex } from '../../runtime/exceptions';
import type { SchemaObject } from '../../project/schema-object';
import type { Access } from '../security/access';
import type { Row } from '../store/rows';
import type { QueryEnv } from './env';
import { noSuchColumn, noSuchObject } from './names';
import type { QueryPlan } from './plan-types';

/** What of a query's answer the running code may see. */
export interface Visibility {
  /** Throws as the platform does when the user may not read an object or field that the query names. */
  check(plan: QueryPlan): void;
  /** Whose sharing limits the rows; undefined for all rows. */
  readonly sharing: Access | undefined;
}

export type QueryMode = 'user' | 'system' | 'security-enforced';

/** `withSharing` is what the class says; user mode applies sharing whatever the class says. */
export function visibilityOf(mode: QueryMode, withSharing: boolean, access: () => Access): Visibility {
  if (mode === 'system' && !withSharing) return { check: () => undefined, sharing: undefined };
  const user = access();
  const sharing = mode === 'user' || withSharing ? user : undefined;
  if (mode === 'system') return { check: () => undefined, sharing };
  return { check: (plan) => (mode === 'user' ? checkUserMode(plan, user) : checkEnforced(plan, user)), sharing };
}

export function visibleTo(visibility: Visibility, _env: QueryEnv, object: SchemaObject, row: Row): boolean {
  return visibility.sharing === undefined || visibility.sharing.row(object, row, 'viewAll');
}

function checkUserMode(plan: QueryPlan, user: Access): void {
  for (const { object, field } of plan.uses) {
    if (!user.object(object, 'read')) noSuchObject(object.name);
    if (field && !user.field(object, field, 'read')) noSuchColumn(field.name, object.name);
  }
  for (const child of plan.select.children) checkUserMode(child.plan, user);
}

function checkEnforced(plan: QueryPlan, user: Access): void {
  const denied = plan.uses.some(
    ({ object, field }) => !user.object(object, 'read') || (field !== undefined && !user.field(object, field, 'read'))
  );
  if (denied) throwApex('System.QueryException', 'Insufficient permissions: secure query included inaccessible field');
  for (const child of plan.select.children) checkEnforced(child.plan, user);
}
