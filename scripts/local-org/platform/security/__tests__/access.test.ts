import { ApexException } from '../../../runtime/exceptions';
import { ApexId } from '../../../runtime/id';
import { FixtureOrg } from '../../store/__tests__/org-fixture';
import type { FixtureTransaction } from '../../store/__tests__/org-fixture';
import type { SObjectValue } from '../../../runtime/sobject';
import { inaccessibleFields } from '../../soql/access';
import { userFromRow } from '../org-user';
import { assignPermissionSet } from '../seed';

const PARCEL = 'pkg__Parcel__c';
const good = { Name: 'good', Code__c: 'g', Addressee__c: 'ann' };

/** Ned may read and edit parcels but write none of their optional fields; Olga has nothing. */
function clerks(): FixtureOrg {
  const org = new FixtureOrg();
  assignPermissionSet(org.db, org.user('nobody').id, 'Clerk');
  const setup = org.begin();
  setup.insert(PARCEL, good, { ...good, Code__c: 'ned', OwnerId: ApexId.parse(org.user('nobody').id) });
  setup.commit();
  return org;
}

const userMode = (tx: FixtureTransaction, fields: string): unknown =>
  tx.query(`SELECT ${fields} FROM Parcel__c WITH USER_MODE`);

test('profiles belong to a licence', () => {
  const rows = new FixtureOrg().begin().rows('SELECT Name, UserLicense.Name FROM Profile ORDER BY Name LIMIT 2');
  expect(rows.map((row) => (row.get('UserLicense') as SObjectValue).get('Name'))).toEqual(['Salesforce', 'Salesforce']);
});

describe('a query in user mode', () => {
  test('hides an object that the user may not read', () => {
    expect(() => userMode(clerks().begin('observer'), 'Id')).toThrow("sObject type 'pkg__Parcel__c' is not supported");
  });

  test('hides a field that the user may not read, also in conditions', () => {
    const tx = clerks().begin('nobody');
    expect(() => userMode(tx, 'Weight__c')).toThrow("No such column 'pkg__Weight__c' on entity 'pkg__Parcel__c'");
    expect(() => tx.query('SELECT Id FROM Parcel__c WHERE Weight__c > 1 WITH USER_MODE')).toThrow(
      "No such column 'pkg__Weight__c'"
    );
  });

  test('tells all fields that the user may not read', () => {
    const refused = (alias: string): unknown => {
      try {
        return userMode(clerks().begin(alias), 'Id, Code__c, Weight__c, Size__c');
      } catch (error) {
        if (!(error instanceof ApexException)) throw error;
        return [...inaccessibleFields(error)].map(([object, fields]) => [object, ...fields]);
      }
    };
    expect(refused('nobody')).toEqual([[PARCEL, 'pkg__Weight__c', 'pkg__Size__c']]);
    expect(refused('observer')).toEqual([[PARCEL, 'Id', 'pkg__Code__c', 'pkg__Weight__c', 'pkg__Size__c']]);
  });

  test('hides standard fields too, but not what every record must have', () => {
    const org = clerks();
    const setup = org.begin();
    const { id } = setup.insert('PermissionSet', { Name: 'Reader', Label: 'Reader' })[0] ?? {};
    setup.insert('ObjectPermissions', { ParentId: id, SobjectType: 'Account', PermissionsRead: true });
    setup.insert('PermissionSetAssignment', { PermissionSetId: id, AssigneeId: ApexId.parse(org.user('nobody').id) });
    setup.commit();
    const tx = org.begin('nobody');
    expect(() => tx.query('SELECT Name, AnnualRevenue FROM Account WITH USER_MODE')).toThrow(
      "No such column 'AnnualRevenue' on entity 'Account'"
    );
    expect(tx.rows('SELECT Name, CreatedDate FROM Account WITH USER_MODE')).toEqual([]);
  });

  test('gives rows of a private object to their owner only', () => {
    const org = clerks();
    expect(org.begin('nobody').values('Code__c', 'SELECT Code__c FROM Parcel__c WITH USER_MODE')).toEqual(['ned']);
    expect(
      org.begin('admin').values('Code__c', 'SELECT Code__c FROM Parcel__c WITH USER_MODE ORDER BY Code__c')
    ).toEqual(['g', 'ned']);
  });

  test('says less with SECURITY_ENFORCED', () => {
    const tx = clerks().begin('nobody');
    expect(() => tx.query('SELECT Weight__c FROM Parcel__c WITH SECURITY_ENFORCED')).toThrow(
      'Insufficient permissions: secure query included inaccessible field'
    );
  });

  test('hides asynchronous jobs without View Setup, which system mode does not need', () => {
    const org = clerks();
    const tx = org.begin('nobody');
    expect(() => tx.query('SELECT Id FROM AsyncApexJob WITH USER_MODE')).toThrow(
      "sObject type 'AsyncApexJob' is not supported"
    );
    expect(tx.rows('SELECT Id FROM AsyncApexJob WITH SYSTEM_MODE')).toEqual([]);
    expect(org.begin('admin').rows('SELECT Id FROM AsyncApexJob WITH USER_MODE')).toEqual([]);
  });
});

describe('DML in user mode', () => {
  test('is refused for an object without the right', () => {
    const tx = clerks().begin('nobody');
    const rows = [tx.row(PARCEL, good)];
    expect(() => tx.dml('insert', rows, { access: 'user' })).toThrow(
      'DML operation INSERT not allowed on pkg__Parcel__c'
    );
  });

  test('names every field that is not writable', () => {
    const org = clerks();
    const tx = org.begin('nobody');
    const [own] = tx.rows("SELECT Id FROM Parcel__c WHERE Code__c = 'ned'");
    const change = tx.row(PARCEL, { Id: own?.id, Addressee__c: 'bob', Weight__c: null, Code__c: 'x' });

    const error = exceptionOf(() => tx.dml('update', [change], { access: 'user' }));

    expect(error?.apexMessage).toBe(
      'Operation failed due to fields being inaccessible on Sobject pkg__Parcel__c, check errors on Exception or Result!'
    );
    expect(error?.dml[0]?.fields).toEqual(['pkg__Code__c', 'pkg__Weight__c']);
  });

  test('does not reach rows of other owners', () => {
    const tx = clerks().begin('nobody');
    const rows = tx.rows("SELECT Id FROM Parcel__c WHERE Code__c = 'g'");
    const changes = rows.map((row) => tx.row(PARCEL, { Id: row.id, Addressee__c: 'bob' }));
    expect(() => tx.dml('update', changes, { access: 'user' })).toThrow('INSUFFICIENT_ACCESS_OR_READONLY');
  });
});

describe('permissions', () => {
  test('count as soon as they are assigned, in the same transaction too', () => {
    const org = new FixtureOrg();
    const tx = org.begin('observer');
    const may = (): boolean => org.db.access(tx.session, org.user('observer')).customPermission('pkg__Stamp');
    const [set] = tx.rows("SELECT Id FROM PermissionSet WHERE Name = 'Clerk'");
    expect(may()).toBe(false);
    tx.insert('PermissionSetAssignment', {
      AssigneeId: ApexId.parse(org.user('observer').id),
      PermissionSetId: set?.id
    });
    expect(may()).toBe(true);
  });

  test('that are custom are not an administrator’s by nature', () => {
    const org = new FixtureOrg();
    const access = org.db.access(org.begin().session, org.user('admin'));
    expect([access.customPermission('pkg__Stamp'), access.userPermission('ViewSetup')]).toEqual([false, true]);
  });

  test('granted by rows of a permission set made in code count too', () => {
    const org = new FixtureOrg();
    const tx = org.begin('admin');
    const [set] = tx.insert('PermissionSet', { Name: 'Made', Label: 'Made' });
    tx.insert('ObjectPermissions', { ParentId: set?.id, SobjectType: PARCEL, PermissionsRead: true });
    tx.insert('PermissionSetAssignment', {
      AssigneeId: ApexId.parse(org.user('observer').id),
      PermissionSetId: set?.id
    });
    const access = org.db.access(tx.session, org.user('observer'));
    const parcel = org.db.object(PARCEL);
    expect([access.object(parcel, 'read'), access.object(parcel, 'edit')]).toEqual([true, false]);
  });

  test('an unknown permission set is named with those there are', () => {
    const org = new FixtureOrg();
    expect(() => assignPermissionSet(org.db, org.user('nobody').id, 'Clark')).toThrow(
      'No permission set Clark; the org has Clerk.'
    );
  });
});

describe('a user', () => {
  const fields = {
    Username: 'eve@local.example', FirstName: 'Eve', LastName: 'Extra', Email: 'eve@local.example', Alias: 'eve',
    TimeZoneSidKey: 'Asia/Tokyo', LocaleSidKey: 'ja_JP', EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'ja'
  }; // prettier-ignore

  test('inserted by a test can be run as, with the profile it was given', () => {
    const org = new FixtureOrg();
    const tx = org.begin();
    const [profile] = tx.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const [eve] = tx.insert('User', { ...fields, ProfileId: profile?.id });
    expect(userFromRow(org.db, tx.session, eve?.id?.value ?? '')).toMatchObject({
      name: 'Eve Extra',
      profileName: 'Standard User',
      timeZone: 'Asia/Tokyo',
      userType: 'Standard'
    });
  });

  test('needs a profile and a name that is free', () => {
    const org = new FixtureOrg();
    const tx = org.begin();
    expect(() => tx.insert('User', fields)).toThrow('Required fields are missing: [ProfileId]');
    const taken = org.user('nobody').username;
    const [profile] = tx.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    expect(() => tx.insert('User', { ...fields, Username: taken, ProfileId: profile?.id })).toThrow('DUPLICATE_VALUE');
  });
});

function exceptionOf(action: () => unknown): ApexException | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  return undefined;
}
