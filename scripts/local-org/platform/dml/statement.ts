import type { CodeContext } from '../../contracts/data';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import { notNull, throwApex, throwNull } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import { ApexList } from '../../runtime/list';
import { SObjectValue } from '../../runtime/sobject';
import { platformTx } from '../current';
import { sharingOf } from '../soql/queries';
import type { OrgDatabase } from '../store/database';
import { asDataSession } from '../store/database';
import type { DmlContext, DmlOptions } from './context';
import { runDml } from './pipeline';
import { DmlItem, dmlException } from './results';

/** A DML statement or Database method: rows in, rows with results out. With allOrNone a failure is thrown. */
export function* dmlStatement(
  db: OrgDatabase,
  rt: Runtime,
  target: unknown,
  options: DmlOptions
): Waiting<readonly DmlItem[]> {
  const items = rowsOf(target).map((row, index) => new DmlItem(index, row));
  for (const { row } of items) {
    if (row.readOnly)
      throwApex('System.SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
  }
  yield* runDml(contextOf(db, rt, options), items);
  if (options.allOrNone && items.some((item) => item.failed)) throw dmlException(options.operation, items);
  return items;
}

function rowsOf(target: unknown): readonly SObjectValue[] {
  const value = notNull(target);
  const values = value instanceof ApexList ? value.items : [value];
  return values.map((row) => (row instanceof SObjectValue ? row : throwNull()));
}

function contextOf(db: OrgDatabase, rt: Runtime, options: DmlOptions): DmlContext {
  const tx = platformTx(rt);
  const session = asDataSession(tx.session);
  const access = db.access(session, tx.user);
  const user = options.access === 'user' ? access : undefined;
  const sharing = user ?? (sharingOf(options.code) ? access : undefined);
  return { rt, db, session, options, user, sharing, userId: ApexId.parse(tx.user.id) };
}

/** Rows that stand for ids, for Database.delete(Id) and its list form. */
export function rowsOfIds(db: OrgDatabase, target: unknown): unknown {
  if (target instanceof ApexId || typeof target === 'string') return rowOfId(db, target);
  if (target instanceof ApexList && target.items.some((item) => item instanceof ApexId || typeof item === 'string')) {
    const rows = target.items.map((item) => (item instanceof SObjectValue ? item : rowOfId(db, item)));
    return new ApexList(target.elementType, rows);
  }
  return target;
}

function rowOfId(db: OrgDatabase, value: unknown): SObjectValue {
  const id = value instanceof ApexId ? value : ApexId.parse(String(notNull(value)));
  const object = db.schema.byKeyPrefix(id.keyPrefix);
  if (!object) throwApex('System.StringException', `Invalid id: ${id.value}`);
  const row = new SObjectValue(object.name);
  row.fields.set('Id', id);
  return row;
}

/** Code of which nothing is known but that it belongs to the org's own package: what library methods run for. */
export function homeCode(db: OrgDatabase): CodeContext {
  return { namespace: db.homeNamespace, className: 'anonymous', sharing: undefined };
}
