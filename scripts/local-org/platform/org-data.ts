import type { Schema } from '../contracts/schema';
import type { OrgData } from './org';
import { DataSession } from './store/data-session';
import type { Row } from './store/rows';
import type { StoreSession } from './store/session';
import type { OrgStore } from './store/store';
import { ApexId } from '../runtime/id';

/** The store as the platform itself uses it: rows that it writes without triggers, limits or permissions. */
export function createOrgData(store: OrgStore, schema: Schema, newId: (objectName: string) => string): OrgData {
  /** The row may be uncommitted in the session that is given, or committed. */
  const change = (session: StoreSession | undefined, object: string, id: string, next: (row: Row) => Row | undefined): void => {
    const name = canonical(schema, object);
    const row = session === undefined ? store.table(name).get(id) : dataSession(session).get(name, id);
    if (!row) return;
    const changed = next(row);
    if (session === undefined) store.apply([{ object: name, id, row: changed }]);
    else if (changed) dataSession(session).put(name, id, changed);
    else dataSession(session).remove(name, id);
  };
  return {
    session: (transaction) => new DataSession(store, transaction),
    newId,
    insertSystemRow(session, object, fields) {
      const id = fields['Id'];
      if (!(id instanceof ApexId)) throw new Error(`A system row of ${object} needs an Id: take one from newId.`);
      dataSession(session).put(canonical(schema, object), id.value, { IsDeleted: false, ...fields });
    },
    updateSystemRow: (session, object, id, fields) => change(session, object, id, (row) => ({ ...row, ...fields })),
    deleteSystemRow: (session, object, id) => change(session, object, id, () => undefined)
  };
}

function canonical(schema: Schema, object: string): string {
  return schema.object(object, '')?.name ?? object;
}

function dataSession(session: StoreSession): DataSession {
  if (session instanceof DataSession) return session;
  throw new Error('This session does not belong to the store of an org.');
}
