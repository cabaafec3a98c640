import { ApexDatetime } from '../../../runtime/datetime';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDate } from '../../../runtime/date';
import { FixtureOrg, START } from '../../store/__tests__/org-fixture';
import type { FixtureTransaction } from '../../store/__tests__/org-fixture';

function parcels(): FixtureTransaction {
  const tx = new FixtureOrg().begin();
  const [box] = tx.insert('pkg__Box__c', { Name: 'Red box' });
  tx.insert(
    'pkg__Parcel__c',
    { Name: 'Zeta', Code__c: 'c-1', Addressee__c: 'ann', Weight__c: ApexDecimal.parse('2.50'), Box__c: box?.id },
    {
      Name: 'alpha',
      Code__c: 'C_2',
      Addressee__c: 'Bob',
      Weight__c: ApexDecimal.parse('10'),
      Due__c: ApexDate.of(2026, 11, 20)
    },
    { Name: 'Mid', Code__c: 'd3', Addressee__c: 'bob', Sent__c: new ApexDatetime(START), Size__c: 'L' }
  );
  return tx;
}

const names = (tx: FixtureTransaction, where: string): readonly unknown[] =>
  tx.values('Name', `SELECT Name FROM Parcel__c WHERE ${where} ORDER BY Name`);

describe('conditions', () => {
  const tx = parcels();
  test.each([
    ["Addressee__c = 'BOB'", ['alpha', 'Mid']],
    ["Addressee__c != 'bob'", ['Zeta']],
    ["Name > 'b'", ['Mid', 'Zeta']],
    ['Weight__c >= 2.5', ['alpha', 'Zeta']],
    ['Weight__c = 10', ['alpha']],
    ['Weight__c < 3', ['Zeta']],
    ['Weight__c IN (2.50, 7)', ['Zeta']],
    ['Weight__c = null', ['Mid']],
    ['Weight__c != null', ['alpha', 'Zeta']],
    ["Code__c LIKE 'c%'", ['alpha', 'Zeta']],
    ["Code__c LIKE 'C\\_%'", ['alpha']],
    ["Code__c LIKE '__3'", []],
    ["Code__c IN ('D3', 'nope')", ['Mid']],
    ["Code__c NOT IN ('d3')", ['alpha', 'Zeta']],
    ["NOT Code__c = 'd3'", ['alpha', 'Zeta']],
    ["(Code__c = 'd3' OR Weight__c = 10) AND Name LIKE 'm%'", ['Mid']],
    ["Box__r.Name = 'red BOX'", ['Zeta']],
    ['Box__r.Name = null', ['alpha', 'Mid']],
    ["Id IN (SELECT Id FROM Parcel__c WHERE Code__c = 'd3')", ['Mid']],
    ['Box__c NOT IN (SELECT Id FROM Box__c)', ['alpha', 'Mid']],
    ['Due__c = YESTERDAY', ['alpha']],
    ['Due__c < 2026-11-21', ['alpha']],
    ['Sent__c = TODAY', ['Mid']],
    ['Sent__c >= 2026-11-21T09:00:00Z', ['Mid']],
    ['Sent__c < TODAY', []],
    ['CALENDAR_MONTH(Due__c) = 11', ['alpha']],
    ['Fragile__c = true', ['alpha', 'Mid', 'Zeta']],
    ["Size__c = 's'", ['alpha', 'Zeta']]
  ])('%s', (where, expected) => {
    expect(names(tx, where)).toEqual(expected);
  });

  test('a text that is no id is refused for an id', () => {
    expect(() => names(tx, "Id = 'abc'")).toThrow('invalid ID field: abc');
  });

  test('a quoted number is refused for a number', () => {
    expect(() => names(tx, "Weight__c = '1'")).toThrow('must be of type decimal and should not be enclosed in quotes');
  });
});

describe('rows', () => {
  test('are sorted without regard to case, nulls first unless said otherwise', () => {
    const tx = parcels();
    expect(tx.values('Name', 'SELECT Name FROM Parcel__c ORDER BY Weight__c, Name')).toEqual(['Mid', 'Zeta', 'alpha']);
    expect(tx.values('Name', 'SELECT Name FROM Parcel__c ORDER BY Weight__c DESC NULLS LAST LIMIT 2 OFFSET 1')).toEqual(
      ['Zeta', 'Mid']
    );
  });

  test('tell which fields were queried', () => {
    const tx = parcels();
    const [row] = tx.rows("SELECT Name, Box__r.Name FROM Parcel__c WHERE Code__c = 'c-1'");
    const box = tx.org.data.getField(tx.rt, row, 'pkg__Box__r');
    expect(tx.org.data.getField(tx.rt, box, 'Name')).toBe('Red box');
    expect(() => tx.org.data.getField(tx.rt, row, 'pkg__Code__c')).toThrow(
      'SObject row was retrieved via SOQL without querying the requested field: pkg__Parcel__c.pkg__Code__c'
    );
  });

  test('bring their children along', () => {
    const tx = parcels();
    const [box] = tx.rows(
      "SELECT Id, (SELECT Code__c FROM Parcels__r WHERE Weight__c > 1) FROM Box__c WHERE Name = 'Red box'"
    );
    const children = box?.get('pkg__Parcels__r') as { items: { get(name: string): unknown }[] };
    expect(children.items.map((child) => child.get('pkg__Code__c'))).toEqual(['c-1']);
  });

  test('that are deleted come with ALL ROWS only', () => {
    const tx = parcels();
    tx.dml('delete', tx.rows("SELECT Id FROM Parcel__c WHERE Code__c = 'd3'"));
    expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(2);
    expect(tx.query('SELECT COUNT() FROM Parcel__c ALL ROWS')).toBe(3);
  });
});

describe('grouping', () => {
  test('folds rows by a text without regard to case', () => {
    const tx = parcels();
    const groups = tx.rows(
      'SELECT Addressee__c who, COUNT(Id) n, MAX(Weight__c) FROM Parcel__c GROUP BY Addressee__c ORDER BY COUNT(Id) DESC'
    );
    const weight = (value: unknown): unknown => (value instanceof ApexDecimal ? value.toPlainText() : value);
    expect(groups.map((row) => [row.get('who'), row.get('n'), weight(row.get('expr0'))])).toEqual([
      ['Bob', 2, '10.00'],
      ['ann', 1, '2.50']
    ]);
  });

  test('HAVING drops groups', () => {
    const tx = parcels();
    expect(tx.rows('SELECT Addressee__c FROM Parcel__c GROUP BY Addressee__c HAVING COUNT(Id) > 1')).toHaveLength(1);
  });

  test('a field that is neither grouped nor aggregated is refused', () => {
    expect(() => parcels().query('SELECT Name, COUNT(Id) FROM Parcel__c GROUP BY Addressee__c')).toThrow(
      'Field must be grouped or aggregated: Name'
    );
  });
});

describe('names', () => {
  test.each([
    ['SELECT Nope__c FROM Parcel__c', "No such column 'Nope__c' on entity 'pkg__Parcel__c'"],
    ['SELECT Id FROM Nope__c', "sObject type 'Nope__c' is not supported"],
    ['SELECT Nope__r.Name FROM Parcel__c', "Didn't understand relationship 'Nope__r' in field path"],
    [
      'SELECT Id, (SELECT Id FROM Nope__r) FROM Box__c',
      "Didn't understand relationship 'Nope__r' in FROM part of query call"
    ]
  ])('%s', (query, message) => {
    expect(() => parcels().query(query)).toThrow(message);
  });

  test('are found with the package prefix too', () => {
    expect(
      parcels().values('Name', "SELECT pkg__Code__c, Name FROM pkg__Parcel__c WHERE pkg__Box__r.Name = 'Red box'")
    ).toEqual(['Zeta']);
  });

  test('a formula field is refused by name', () => {
    expect(() => parcels().query('SELECT Twice__c FROM Seal__c')).toThrow(
      'pkg__Twice__c (formula field) is not supported'
    );
  });
});

describe('limits', () => {
  test('one statement costs one query and its rows, children included', () => {
    const tx = parcels();
    tx.query('SELECT Id, (SELECT Id FROM Parcels__r) FROM Box__c');
    expect([tx.rt.tx.limits.used('queries'), tx.rt.tx.limits.used('queryRows')]).toEqual([1, 2]);
  });

  test('counting costs one row, metadata types nothing', () => {
    const tx = parcels();
    tx.query('SELECT COUNT() FROM Parcel__c');
    tx.query('SELECT Id FROM Route__mdt');
    expect([tx.rt.tx.limits.used('queries'), tx.rt.tx.limits.used('queryRows')]).toEqual([1, 1]);
  });
});

describe('FOR UPDATE', () => {
  function held(): { readonly holder: FixtureTransaction; readonly waiter: FixtureTransaction } {
    const org = new FixtureOrg();
    const setup = org.begin();
    setup.insert('pkg__Box__c', { Name: 'one' }, { Name: 'two' });
    setup.commit();
    const holder = org.begin();
    holder.query("SELECT Id FROM Box__c WHERE Name = 'one' FOR UPDATE");
    return { holder, waiter: org.begin() };
  }

  test('waits for the holder and then sees what it has committed', () => {
    const { holder, waiter } = held();
    const rows = waiter.rows("SELECT Id, Name FROM Box__c WHERE Name IN ('one', 'changed') FOR UPDATE", () => {
      const [box] = holder.rows("SELECT Id FROM Box__c WHERE Name = 'one'");
      holder.org.data.putField(holder.rt, box, 'Name', 'changed');
      holder.dml('update', box ? [box] : []);
      holder.commit();
      return 'retry';
    });
    expect(rows.map((row) => row.get('Name'))).toEqual(['changed']);
    expect(waiter.session.holdsLocks).toBe(true);
  });

  test('gives up after the time-out', () => {
    const { waiter } = held();
    expect(() => waiter.query('SELECT Id FROM Box__c FOR UPDATE', () => 'timeout')).toThrow(
      'Record Currently Unavailable: '
    );
  });

  test('does not hold up readers or other rows', () => {
    const { waiter } = held();
    expect(waiter.rows('SELECT Id FROM Box__c')).toHaveLength(2);
    expect(waiter.rows("SELECT Id FROM Box__c WHERE Name = 'two' FOR UPDATE")).toHaveLength(1);
  });
});
