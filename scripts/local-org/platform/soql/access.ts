import { ApexException, throwApex } from '../../runtime/exceptions';
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

type Inaccessible = ReadonlyMap<string, ReadonlySet<string>>;

/** The exception's message names the first, QueryException.getInaccessibleFields() all of them, by object. */
const inaccessible = new WeakMap<ApexException, Inaccessible>();

export function inaccessibleFields(exception: ApexException): Inaccessible {
  return inaccessible.get(exception) ?? new Map();
}

function checkUserMode(plan: QueryPlan, user: Access): void {
  const denied = deniedUses(plan, user);
  const [first] = denied;
  if (!first) return;
  const fields = new Map<string, Set<string>>();
  for (const { object, field } of denied) {
    const names = fields.get(object.name) ?? new Set<string>();
    if (field) names.add(field.name);
    fields.set(object.name, names);
  }
  try {
    if (!first.field || !user.object(first.object, 'read')) noSuchObject(first.object.name);
    noSuchColumn(first.field.name, first.object.name);
  } catch (error) {
    if (error instanceof ApexException) inaccessible.set(error, fields);
    throw error;
  }
}

function deniedUses(plan: QueryPlan, user: Access): QueryPlan['uses'] {
  const own = plan.uses.filter(
    ({ object, field }) => !user.object(object, 'read') || (field !== undefined && !user.field(object, field, 'read'))
  );
  return [...own, ...plan.select.children.flatMap((child) => deniedUses(child.plan, user))];
}

function checkEnforced(plan: QueryPlan, user: Access): void {
  if (deniedUses(plan, user).length > 0)
    throwApex('System.QueryException', 'Insufficient permissions: secure query included inaccessible field');
}
