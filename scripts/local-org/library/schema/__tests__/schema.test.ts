import type { LibraryEntry } from '../../../contracts/library';
import { FixtureOrg } from '../../../platform/store/__tests__/org-fixture';
import type { FixtureTransaction } from '../../../platform/store/__tests__/org-fixture';
import type { SObjectTypeValue } from '../../../platform/sobject/tokens';
import { typeRef } from '../../../contracts/type-ref';
import { assignPermissionSet } from '../../../platform/security/seed';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexEnumValue } from '../../../runtime/enum';
import { ApexId } from '../../../runtime/id';
import { ApexList } from '../../../runtime/list';
import type { ApexMap } from '../../../runtime/map';
import type { SObjectValue } from '../../../runtime/sobject';
import { databaseLibrary } from '../../database';
import { schemaLibrary } from '..';

const entries: readonly LibraryEntry[] = [...databaseLibrary, ...schemaLibrary].flat();

/** Calls a library method as generated code does. */
function call(tx: FixtureTransaction, type: string, key: string, ...args: readonly unknown[]): unknown {
  const entry = entries.find((candidate) => candidate.type === type && candidate.key === key);
  if (!entry) throw new Error(`${type}.${key} is not registered.`);
  return entry.call(tx.rt, ...(args as never[]));
}

const begin = (): FixtureTransaction => new FixtureOrg().begin();
const RATE = 'pkg__Rate__c';

describe('custom settings', () => {
  test('are read without a query, by name in any case, own changes included', () => {
    const tx = begin();
    tx.insert(RATE, { Name: 'Express', Cents__c: 900 }, { Name: 'Slow', Cents__c: 100 });
    const all = call(tx, 'System.CustomSettingMethods', 'getAll()', RATE) as ApexMap;
    const slow = call(tx, 'System.CustomSettingMethods', 'getInstance(String)', RATE, 'SLOW') as SObjectValue;
    expect(all.keys()).toEqual(['Express', 'Slow']);
    expect((slow.get('pkg__Cents__c') as ApexDecimal).toPlainText()).toBe('100');
    expect(tx.rt.tx.limits.used('queries')).toBe(0);
  });

  test('need a name that is free', () => {
    const tx = begin();
    tx.insert(RATE, { Name: 'Slow' }, { Name: 'Express' });
    expect(() => tx.insert(RATE, { Name: 'slow' })).toThrow('DUPLICATE_VALUE');
    expect(() => tx.insert(RATE, {})).toThrow('REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]');
  });

  test('leave nothing in the recycle bin', () => {
    const tx = begin();
    tx.dml('delete', tx.insert(RATE, { Name: 'Slow' }));
    expect(tx.query('SELECT COUNT() FROM Rate__c ALL ROWS')).toBe(0);
  });

  test('of a list have no defaults for the org', () => {
    expect(() => call(begin(), 'System.CustomSettingMethods', 'getOrgDefaults()', RATE)).toThrow(
      'is for hierarchy custom settings'
    );
  });
});

describe('custom metadata', () => {
  test.each(['north', 'pkg__North'])('is found by %s', (name) => {
    const row = call(
      begin(),
      'System.CustomMetadataMethods',
      'getInstance(String)',
      'pkg__Route__mdt',
      name
    ) as SObjectValue;
    expect([row.get('MasterLabel'), (row.get('pkg__Days__c') as ApexDecimal).toNumber()]).toEqual(['North & East', 3]);
  });

  test('lists its records by developer name; an unknown one is null', () => {
    const tx = begin();
    expect((call(tx, 'System.CustomMetadataMethods', 'getAll()', 'pkg__Route__mdt') as ApexMap).keys()).toEqual([
      'North'
    ]);
    expect(call(tx, 'System.CustomMetadataMethods', 'getInstance(String)', 'pkg__Route__mdt', 'South')).toBeNull();
  });
});

describe('rows', () => {
  test('take values by name as the field holds them, and give back the old one', () => {
    const tx = begin();
    const row = tx.row('pkg__Parcel__c', { Name: 'first' });
    expect(call(tx, 'SObject', 'put(String,Object)', row, 'name', 'second')).toBe('first');
    call(tx, 'SObject', 'put(String,Object)', row, 'Weight__c', 7);
    expect(call(tx, 'SObject', 'get(String)', row, 'weight__C')).toBeInstanceOf(ApexDecimal);
    expect(call(tx, 'SObject', 'isSet(String)', row, 'Code__c')).toBe(false);
  });

  test('refuse a value of the wrong kind and a field that does not exist', () => {
    const tx = begin();
    const row = tx.row('pkg__Parcel__c', {});
    expect(() => call(tx, 'SObject', 'put(String,Object)', row, 'Weight__c', 'heavy')).toThrow(
      'Illegal assignment from String to Decimal'
    );
    expect(() => call(tx, 'SObject', 'get(String)', row, 'Nope__c')).toThrow(
      'Invalid field Nope__c for pkg__Parcel__c'
    );
  });

  test('are cloned without id unless asked', () => {
    const tx = begin();
    const [row] = tx.insert('pkg__Box__c', { Name: 'one' });
    const copies = [
      call(tx, 'SObject', 'clone()', row),
      call(tx, 'SObject', 'clone(Boolean)', row, true)
    ] as SObjectValue[];
    expect(copies.map((copy) => copy.id?.value)).toEqual([undefined, row?.id?.value]);
    expect(call(tx, 'SObject', 'getCloneSourceId()', copies[0])).toBe(row?.id);
  });
});

test('the populated fields of a row keep their spelling, and are found in any', () => {
  const tx = begin();
  const map = call(tx, 'SObject', 'getPopulatedFieldsAsMap()', tx.row('Account', { Name: 'one' })) as ApexMap;
  expect([map.keys(), map.entries()[0]?.key, map.get(tx.rt, 'NAME')]).toEqual([['Name'], 'Name', 'one']);
});

test('a list of rows is cloned deeply, what the platform numbers and dates on demand only', () => {
  const tx = begin();
  const row = tx.row('Account', { Name: 'one', Id: '001000000000001AAA', CreatedDate: null });
  const list = new ApexList(typeRef('Schema.Account'), [row]);
  const clone = (key: string): readonly string[] => {
    const [copy] = (call(tx, 'List', key, list, true, true, true) as ApexList).items;
    return [...(copy as SObjectValue).fields.keys()];
  };
  expect(call(tx, 'List', 'deepClone()', list)).not.toBe(list);
  expect(clone('deepClone(Boolean,Boolean,Boolean)')).toEqual(['Name', 'Id', 'CreatedDate']);
  const [plain] = (call(tx, 'List', 'deepClone()', list) as ApexList).items;
  expect([...(plain as SObjectValue).fields.keys()]).toEqual(['Name']);
});

test('an id knows its object, used before or not', () => {
  const tx = begin();
  const objectOf = (id: string): unknown => {
    const type = call(tx, 'Id', 'getSobjectType()', ApexId.parse(id)) as SObjectTypeValue;
    return type.object.name;
  };
  expect(objectOf('006000000000001')).toBe('Opportunity');
  expect(() => objectOf('0zz000000000001')).toThrow('key prefix 0zz');
});

test('children that were not queried read as an empty list, by getSObjects as null', () => {
  const tx = begin();
  const row = tx.row('Account', { Name: 'one' });
  const children = tx.org.data.getField(tx.rt, row, 'Contacts') as ApexList;
  expect([children.size, children.elementType.name]).toEqual([0, 'Schema.Contact']);
  expect(call(tx, 'SObject', 'getSObjects(String)', row, 'Contacts')).toBeNull();
});

describe('child relationships of a standard object', () => {
  const children = (tx: FixtureTransaction, object: string): readonly unknown[] => {
    const type = tx.org.data.sobjectType(tx.rt, object);
    const describe = call(tx, 'Schema.SObjectType', 'getDescribe()', type);
    return (call(tx, 'Schema.DescribeSObjectResult', 'getChildRelationships()', describe) as ApexList).items;
  };
  const names = (tx: FixtureTransaction, object: string): readonly unknown[] =>
    children(tx, object).map((child) => call(tx, 'Schema.ChildRelationship', 'getRelationshipName()', child));

  test('are the same objects in every description', () => {
    const tx = begin();
    const [first] = children(tx, 'Contact');
    expect(first).toBe(children(tx, 'Contact')[0]);
    expect(first).not.toBe(children(tx, 'Account')[0]);
  });

  test('include those by lookups that may point at anything, and no person accounts', () => {
    const tx = begin();
    expect(names(tx, 'Opportunity')).toContain('ListEmails');
    expect(names(tx, 'Account')).not.toContain('PersonUsers');
    expect(names(tx, 'Account')).toContain('Users');
  });
});

describe('a description of an object', () => {
  const describeField = (tx: FixtureTransaction, field: string, key: string, object = 'pkg__Parcel__c'): unknown => {
    const token = tx.org.data.fieldToken(tx.rt, object, field);
    return call(tx, 'Schema.DescribeFieldResult', key, call(tx, 'Schema.SObjectField', 'getDescribe()', token));
  };

  test.each([
    ['pkg__Code__c', 'getLength()', 10],
    ['pkg__Code__c', 'getLocalName()', 'Code__c'],
    ['pkg__Code__c', 'isExternalId()', true],
    ['pkg__Addressee__c', 'isNillable()', false],
    ['pkg__Weight__c', 'getScale()', 2],
    ['pkg__Box__c', 'getRelationshipName()', 'pkg__Box__r'],
    ['pkg__Fragile__c', 'getDefaultValue()', true]
  ])('%s %s', (field, key, expected) => {
    expect(describeField(begin(), field, key)).toBe(expected);
  });

  test('tells the type of a field', () => {
    const type = describeField(begin(), 'pkg__Size__c', 'getType()') as ApexEnumValue;
    expect([type.enumType, type.name]).toEqual(['Schema.DisplayType', 'PICKLIST']);
  });

  test('lists the values of a picklist, and refuses to where the tables do not say whether a text is one', () => {
    const values = (object: string, field: string): unknown =>
      describeField(begin(), field, 'getPicklistValues()', object);

    expect(() => values('Account', 'Industry')).toThrow('getPicklistValues() of Account.Industry is not supported');
    expect((values('Account', 'Name') as ApexList).items).toEqual([]);
    expect((values('pkg__Parcel__c', 'pkg__Size__c') as ApexList).items.length).toBeGreaterThan(1);
  });

  test('knows what the running user may do', () => {
    const org = new FixtureOrg();
    assignPermissionSet(org.db, org.user('nobody').id, 'Clerk');
    const may = (alias: string, field: string): unknown => describeField(org.begin(alias), field, 'isUpdateable()');
    expect([may('admin', 'pkg__Code__c'), may('nobody', 'pkg__Code__c'), may('nobody', 'pkg__Addressee__c')]).toEqual([
      true,
      false,
      true
    ]);
  });

  test('finds objects by name in any case, with one token each', () => {
    const tx = begin();
    const map = call(tx, 'System.Schema', 'getGlobalDescribe()') as ApexMap;
    expect(map.get(tx.rt, 'PARCEL__C')).toBe(tx.org.data.sobjectType(tx.rt, 'pkg__Parcel__c'));
    expect([map.get(tx.rt, 'Opportunity') !== null, map.get(tx.rt, 'Nope__c')]).toEqual([true, null]);
  });
});

describe('stripInaccessible', () => {
  test('takes away what the user may not read, and says what', () => {
    const org = new FixtureOrg();
    assignPermissionSet(org.db, org.user('nobody').id, 'Clerk');
    const tx = org.begin('nobody');
    const rows = [tx.row('pkg__Parcel__c', { Code__c: 'a', Weight__c: 1 }), tx.row('pkg__Parcel__c', { Code__c: 'b' })];
    const list = new ApexList({ name: 'Schema.pkg__Parcel__c', args: [] }, rows);
    const readable = new ApexEnumValue('System.AccessType', 'READABLE', undefined);
    const decision = call(tx, 'System.Security', 'stripInaccessible(System.AccessType,List<SObject>)', readable, list);
    const records = call(tx, 'System.SObjectAccessDecision', 'getRecords()', decision) as ApexList;
    expect(records.items.map((row) => [...(row as SObjectValue).fields.keys()])).toEqual([
      ['pkg__Code__c'],
      ['pkg__Code__c']
    ]);
    expect(rows[0]?.isSet('pkg__Weight__c')).toBe(true);
  });
});

describe('savepoints', () => {
  test('bring the store back, and are over once released', () => {
    const tx = begin();
    const savepoint = call(tx, 'System.Database', 'setSavepoint()');
    tx.insert('pkg__Box__c', { Name: 'one' }, { Name: 'two' });
    call(tx, 'System.Database', 'rollback(System.Savepoint)', savepoint);
    expect(tx.query('SELECT COUNT() FROM Box__c')).toBe(0);
    call(tx, 'System.Database', 'releaseSavepoint(System.Savepoint)', savepoint);
    expect(() => call(tx, 'System.Database', 'rollback(System.Savepoint)', savepoint)).toThrow(
      'The savepoint is no longer valid'
    );
  });
});
