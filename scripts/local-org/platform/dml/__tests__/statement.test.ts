import type { FaultPoint } from '../../../contracts/fault';
import { faultAt } from '../../../contracts/fault';
import { ApexId } from '../../../runtime/id';
import { FixtureOrg } from '../../store/__tests__/org-fixture';
import type { FixtureTransaction } from '../../store/__tests__/org-fixture';

const BOX = 'pkg__Box__c';
const begin = (): FixtureTransaction => new FixtureOrg().begin();

describe('a DML statement', () => {
  test('counts once, with all its rows, and stands in the way of a callout', () => {
    const tx = begin();
    tx.insert(BOX, { Name: 'one' }, { Name: 'two' });
    const { limits } = tx.rt.tx;
    expect([limits.used('dmlStatements'), limits.used('dmlRows'), tx.pending]).toEqual([1, 2, ['dml']]);
  });

  test('of no rows does nothing at all', () => {
    const tx = begin();
    tx.dml('insert', []);
    expect([tx.rt.tx.limits.used('dmlStatements'), tx.pending]).toEqual([0, []]);
  });

  test('is refused while the org is in read-only mode', () => {
    const tx = begin();
    tx.tx.readOnly = true;
    expect(() => tx.insert(BOX, { Name: 'one' })).toThrow('System.InvalidReadOnlyUserDmlException');
  });

  test('on rows of more than ten runs of objects is refused', () => {
    const tx = begin();
    const rows = Array.from({ length: 12 }, (_, i) => tx.row(i % 2 === 0 ? BOX : 'pkg__Seal__c', { Name: 'x' }));
    expect(() => tx.dml('insert', rows)).toThrow('Cannot have more than 10 chunks in a single operation');
  });

  test('of a class with sharing does not reach rows of other owners', () => {
    const org = new FixtureOrg();
    const setup = org.begin();
    const other = { Name: 'x', Addressee__c: 'ann', OwnerId: ApexId.parse(org.user('nobody').id) };
    const rows = setup.insert('pkg__Parcel__c', { ...other, Code__c: 'theirs' });
    setup.commit();
    const tx = org.begin('observer');
    const change = (sharing: 'with' | 'without') => () =>
      tx.dml('update', [tx.row('pkg__Parcel__c', { Id: rows[0]?.id, Name: 'mine' })], {
        code: { namespace: 'pkg', className: 'pkg.Probe', sharing }
      });
    expect(change('with')).toThrow('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(change('without')).not.toThrow();
  });
});

describe('a fault', () => {
  const strikes = (point: FaultPoint): FixtureTransaction => {
    const org = new FixtureOrg();
    const fault = { kind: 'exception', type: 'System.DmlException', message: 'struck' } as const;
    org.faults = faultAt((detail) => detail.point === point && detail.subject === BOX, 1, fault);
    return org.begin();
  };

  test('before the statement leaves nothing behind, after it everything', () => {
    const [before, after] = [strikes('dml.before'), strikes('dml.after')];
    for (const tx of [before, after]) expect(() => tx.insert(BOX, { Name: 'one' })).toThrow('struck');
    expect([before, after].map((tx) => tx.query('SELECT COUNT() FROM Box__c'))).toEqual([0, 1]);
  });

  test('of a query names its object', () => {
    const tx = strikes('query');
    expect(() => tx.query('SELECT Id FROM Box__c')).toThrow('struck');
    expect(tx.query('SELECT COUNT() FROM Box__c')).toBe(0);
  });
});

test('what a statement saved before an exception that the program may catch is undone', () => {
  const tx = begin();
  const parcel = { Name: 'one', Code__c: 'c', Addressee__c: 'ann' };
  const rows = [tx.row('pkg__Parcel__c', parcel), tx.row('pkg__Seal__c', { Name: 'two' })];
  expect(() => tx.dml('upsert', rows, { upsertField: 'Code__c' })).toThrow('Invalid field Code__c for pkg__Seal__c');
  expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(0);
});
