import type { OrgUser } from '../../contracts/org';
import { ApexId } from '../../runtime/id';
import type { OrgDatabase } from '../store/database';
import type { DataSession } from '../store/data-session';
import type { Row } from '../store/rows';

/** A user that code has inserted, as far as a session sees it; undefined where there is none with this id. */
export function userFromRow(db: OrgDatabase, session: DataSession, id: string): OrgUser | undefined {
  const row = session.get(db.object('User').name, id);
  if (!row) return undefined;
  const profile = row['ProfileId'] instanceof ApexId ? session.get('Profile', row['ProfileId'].value) : undefined;
  return {
    id,
    username: text(row, 'Username'),
    name: text(row, 'Name') || [text(row, 'FirstName'), text(row, 'LastName')].filter(Boolean).join(' '),
    email: text(row, 'Email'),
    alias: text(row, 'Alias'),
    userType: text(row, 'UserType') || 'Standard',
    profileName: profile ? text(profile, 'Name') : '',
    timeZone: text(row, 'TimeZoneSidKey') || 'GMT',
    locale: text(row, 'LocaleSidKey') || 'en_US',
    language: text(row, 'LanguageLocaleKey') || 'en_US'
  };
}

function text(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}
