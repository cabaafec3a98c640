import type { TriggerEntry } from '../../../contracts/runtime';
import { platformTx } from '../../current';
import { ApexException } from '../../../runtime/exceptions';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexId } from '../../../runtime/id';
import type { ApexList } from '../../../runtime/list';
import type { SObjectValue } from '../../../runtime/sobject';
import { FixtureOrg } from '../../store/__tests__/org-fixture';
import type { FixtureTransaction } from '../../store/__tests__/org-fixture';

const PARCEL = 'pkg__Parcel__c';
const good = { Name: 'good', Code__c: 'g', Addressee__c: 'ann' };

const begin = (): FixtureTransaction => new FixtureOrg().begin();

/** What happens to one row that stands before a good one. */
function insertError(fields: Readonly<Record<string, unknown>>): string {
  try {
    begin().insert(PARCEL, fields, good);
  } catch (error) {
    return error instanceof ApexException ? String(error.apexMessage) : String(error);
  }
  return 'saved';
}

describe('validation', () => {
  const first = 'Insert failed. First exception on row 0; first error: ';
  test.each([
    [{ Name: 'x' }, 'REQUIRED_FIELD_MISSING, Required fields are missing: [pkg__Addressee__c]: [pkg__Addressee__c]'],
    [
      { Addressee__c: '  ' },
      'REQUIRED_FIELD_MISSING, Required fields are missing: [pkg__Addressee__c]: [pkg__Addressee__c]'
    ],
    [
      { Addressee__c: 'a', Code__c: '12345678901' },
      'STRING_TOO_LONG, Code: data value too large: 12345678901 (max length=10): [pkg__Code__c]'
    ],
    [
      { Addressee__c: 'a', Size__c: 'XL' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Size: bad value for restricted picklist field: XL: [pkg__Size__c]'
    ],
    [
      { Addressee__c: 'a', Weight__c: ApexDecimal.parse('10000') },
      'NUMBER_OUTSIDE_VALID_RANGE, Weight: value outside of valid range on numeric field: 10000.00: [pkg__Weight__c]'
    ],
    [
      { Addressee__c: 'a', Box__c: ApexId.parse('005000000000001') },
      'FIELD_INTEGRITY_EXCEPTION, Box: id value of incorrect type: 005000000000001AAA: [pkg__Box__c]'
    ],
    [
      { Addressee__c: 'a', Box__c: ApexId.parse('a01000000000099') },
      'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
    ]
  ])('%j', (fields, message) => {
    expect(insertError(fields)).toBe(first + message);
  });

  test('a row that has an id already cannot be inserted', () => {
    expect(insertError({ Id: ApexId.parse('a00000000000099') })).toBe(
      'Insert failed. First exception on row 0 with id a00000000000099AAA; first error: ' +
        'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]'
    );
  });
});

describe('insert', () => {
  test('gives ids, defaults and rounded numbers, and leaves the program its other values', () => {
    const tx = begin();
    const [row] = tx.insert(PARCEL, { ...good, Weight__c: ApexDecimal.parse('1.005') });
    const stored = tx.session.get(PARCEL, row?.id?.value ?? '');
    expect(stored).toMatchObject({ pkg__Fragile__c: true, pkg__Size__c: 'S', IsDeleted: false });
    expect((stored?.['pkg__Weight__c'] as ApexDecimal).toPlainText()).toBe('1.01');
    expect([row?.isSet('pkg__Fragile__c'), row?.get('pkg__Code__c')]).toEqual([false, 'g']);
  });

  test('numbers automatically, and names a record without a name after its id', () => {
    const tx = begin();
    const boxes = tx.insert('pkg__Box__c', {}, { Name: 'second' });
    const rows = boxes.map((box) => tx.session.get('pkg__Box__c', box.id?.value ?? ''));
    expect(rows.map((row) => row?.['pkg__Number__c'])).toEqual(['B-001', 'B-002']);
    expect(rows.map((row) => row?.['Name'])).toEqual([boxes[0]?.id?.value15, 'second']);
  });

  test('leaves no trace when one row fails', () => {
    const tx = begin();
    const rows = [tx.row(PARCEL, { Name: 'bad' }), tx.row(PARCEL, good)];
    expect(() => tx.dml('insert', rows)).toThrow('Insert failed. First exception on row 0');
    expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(0);
    expect(rows.map((row) => row.id)).toEqual([null, null]);
  });

  test('saves the rows that are right when asked for a partial save', () => {
    const tx = begin();
    const items = tx.dml('insert', [tx.row(PARCEL, { Name: 'bad' }), tx.row(PARCEL, good)], { allOrNone: false });
    expect(items.map((item) => [item.failed, item.row.id !== null])).toEqual([
      [true, false],
      [false, true]
    ]);
    expect(tx.values('Name', 'SELECT Name FROM Parcel__c')).toEqual(['good']);
  });

  test('refuses a value that is taken, whatever its case', () => {
    const tx = begin();
    const [taken] = tx.insert(PARCEL, good, { ...good, Code__c: 'other' });
    const message = `DUPLICATE_VALUE, duplicate value found: pkg__Code__c duplicates value on record with id: ${taken?.id?.value15}: []`;
    expect(() => tx.insert(PARCEL, { ...good, Code__c: 'G' })).toThrow(message);
  });

  test('waits for an uncommitted insert of the same unique value, and fails once that is committed', () => {
    const org = new FixtureOrg();
    const [winner, loser] = [org.begin(), org.begin()];
    winner.insert(PARCEL, good);
    const rows = [loser.row(PARCEL, good)];
    const onLock = (): 'retry' => {
      winner.commit();
      return 'retry';
    };
    expect(() => loser.dml('insert', rows, { onLock })).toThrow('DUPLICATE_VALUE');
  });

  test('wins when the other insert of the same unique value is undone', () => {
    const org = new FixtureOrg();
    const [first, second] = [org.begin(), org.begin()];
    first.insert(PARCEL, good);
    const onLock = (): 'retry' => {
      first.session.rollback();
      return 'retry';
    };
    second.dml('insert', [second.row(PARCEL, good)], { onLock });
    expect(second.query('SELECT COUNT() FROM Parcel__c')).toBe(1);
  });
});

describe('update', () => {
  test('writes onto the newest committed version after waiting for its lock', () => {
    const org = new FixtureOrg();
    const setup = org.begin();
    const [row] = setup.insert(PARCEL, good);
    setup.commit();
    const [first, second] = [org.begin(), org.begin()];
    first.dml('update', [first.row(PARCEL, { Id: row?.id, Name: 'by first' })]);
    const onLock = (): 'retry' => {
      first.commit();
      return 'retry';
    };
    second.dml('update', [second.row(PARCEL, { Id: row?.id, Addressee__c: 'by second' })], { onLock });
    second.commit();
    const [stored] = org.begin().rows('SELECT Name, Addressee__c FROM Parcel__c');
    expect([stored?.get('Name'), stored?.get('pkg__Addressee__c')]).toEqual(['by first', 'by second']);
  });

  test('reports a row that stays locked', () => {
    const org = new FixtureOrg();
    const setup = org.begin();
    const [row] = setup.insert(PARCEL, good);
    setup.commit();
    org.begin().query('SELECT Id FROM Parcel__c FOR UPDATE');
    const late = org.begin();
    const rows = [late.row(PARCEL, { Id: row?.id, Name: 'late' })];
    expect(() => late.dml('update', rows, { onLock: () => 'timeout' })).toThrow(
      `Update failed. First exception on row 0 with id ${row?.id?.value}; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: []`
    );
  });

  test('refuses the same record twice in one list', () => {
    const tx = begin();
    const [row] = tx.insert(PARCEL, good);
    const twice = [tx.row(PARCEL, { Id: row?.id, Name: '1' }), tx.row(PARCEL, { Id: row?.id, Name: '2' })];
    expect(() => tx.dml('update', twice)).toThrow(`Duplicate id in list: ${row?.id?.value}`);
  });
});

describe('upsert', () => {
  test('updates by external id and inserts the rest', () => {
    const tx = begin();
    const [known] = tx.insert(PARCEL, good);
    const rows = [tx.row(PARCEL, { Code__c: 'G', Name: 'changed' }), tx.row(PARCEL, { ...good, Code__c: 'new' })];
    const items = tx.dml('upsert', rows, { upsertField: 'Code__c' });
    expect(items.map((item) => item.created)).toEqual([false, true]);
    expect(rows[0]?.id?.value).toBe(known?.id?.value);
    expect(tx.values('Name', 'SELECT Name FROM Parcel__c ORDER BY Name')).toEqual(['changed', 'good']);
  });
});

describe('delete', () => {
  test('empties lookups of children, or stops where a child forbids it', () => {
    const tx = begin();
    const [sealed, free] = tx.insert('pkg__Box__c', { Name: 'sealed' }, { Name: 'free' });
    tx.insert('pkg__Seal__c', { Name: 'wax', Box__c: sealed?.id });
    tx.insert(PARCEL, { ...good, Box__c: free?.id });
    const boxes = tx.rows('SELECT Id FROM Box__c ORDER BY Name DESC');
    const items = tx.dml('delete', boxes, { allOrNone: false });
    expect(items.map((item) => item.errors[0]?.statusCode)).toEqual(['DELETE_FAILED', undefined]);
    expect(tx.query('SELECT COUNT() FROM Parcel__c WHERE Box__c = null')).toBe(1);
  });

  test('can be undone from the recycle bin', () => {
    const tx = begin();
    const rows = tx.insert(PARCEL, good);
    tx.dml('delete', rows);
    expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(0);
    tx.dml('undelete', rows);
    expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(1);
  });
});

describe('what cannot be written', () => {
  test.each([
    ['pkg__Route__mdt', 'DML operation INSERT not allowed on pkg__Route__mdt'],
    ['pkg__Arrived__e', 'DML operation INSERT not allowed on pkg__Arrived__e'],
    ['AsyncApexJob', 'DML operation INSERT not allowed on AsyncApexJob']
  ])('%s', (object, message) => {
    expect(() => begin().insert(object, {})).toThrow(message);
  });

  test('a protected object, by code of another namespace', () => {
    const tx = begin();
    const rows = [tx.row('pkg__Secret__c', { Name: 'x' })];
    const code = { namespace: '', className: 'c.Stranger', sharing: undefined };
    expect(() => tx.dml('insert', rows, { code })).toThrow('DML operation INSERT not allowed on pkg__Secret__c');
    tx.dml('insert', rows);
    expect(rows[0]?.id).not.toBeNull();
  });

  test('setup and other records in one transaction', () => {
    const tx = begin();
    tx.insert(PARCEL, good);
    expect(() => tx.insert('PermissionSet', { Name: 'P', Label: 'P' })).toThrow(
      'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): PermissionSet, original object: pkg__Parcel__c'
    );
  });
});

describe('triggers', () => {
  function withTrigger(
    event: string,
    run: (rows: readonly SObjectValue[], tx: FixtureTransaction) => void
  ): FixtureTransaction {
    const org = new FixtureOrg();
    const tx = org.begin();
    const entry: TriggerEntry = {
      info: { name: 'ParcelTrigger', object: PARCEL, events: [event], namespace: 'pkg' },
      *run(rt) {
        const list = platformTx(rt).triggerFrames.at(-1)?.newList as ApexList;
        run(list.items as SObjectValue[], tx);
      }
    };
    org.triggers = [entry];
    return tx;
  }

  test('change rows before they are saved', () => {
    const tx = withTrigger('before insert', (rows) => rows.forEach((row, i) => row.put('Name', `number ${i}`)));
    tx.insert(PARCEL, { ...good, Code__c: 'z' }, good);
    expect(tx.values('Name', 'SELECT Name FROM Parcel__c ORDER BY Code__c DESC')).toEqual(['number 0', 'number 1']);
  });

  test('get 200 rows at a time', () => {
    const sizes: number[] = [];
    const tx = withTrigger('after insert', (rows) => sizes.push(rows.length));
    tx.insert(PARCEL, ...Array.from({ length: 401 }, (_, i) => ({ ...good, Code__c: `c${i}` })));
    expect(sizes).toEqual([200, 200, 1]);
  });

  test('run again without the rows that failed in a partial save', () => {
    const seen: unknown[][] = [];
    const tx = withTrigger('after insert', (rows) => {
      seen.push(rows.map((row) => row.get('pkg__Code__c')));
      rows
        .filter((row) => row.get('pkg__Code__c') === 'bad')
        .forEach((row) => row.errors.push({ field: undefined, message: 'no' }));
    });
    const items = tx.dml('insert', [tx.row(PARCEL, { ...good, Code__c: 'bad' }), tx.row(PARCEL, good)], {
      allOrNone: false
    });
    expect(seen).toEqual([['bad', 'g'], ['g']]);
    expect(items.map((item) => item.errors.map((error) => error.message))).toEqual([['no'], []]);
    expect(tx.query('SELECT COUNT() FROM Parcel__c')).toBe(1);
  });

  test('that throw fail the rows with their own story', () => {
    const tx = withTrigger('before insert', () => {
      throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
    });
    expect(() => tx.insert(PARCEL, good)).toThrow(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, ParcelTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object'
    );
  });
});
