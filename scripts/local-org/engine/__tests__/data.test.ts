import type { DataAccess } from '../../contracts/data';
import { typeRef } from '../../contracts/type-ref';
import { perform } from '../../contracts/effect';
import { implement } from '../../contracts/library';
import { answerSync } from '../../drivers/sync';
import { ApexDecimal } from '../../runtime/decimal';
import { ApexList } from '../../runtime/list';
import { SObjectValue } from '../../runtime/sobject';
import type { ApexOptions } from './apex';
import { compile, engineFor, run, transaction, value } from './apex';
import { accountSchema } from './account-schema';

const ACCOUNT = typeRef('Schema.Account');

/** Answers every query with so many accounts, and notes what was asked. */
function store(count: number) {
  const seen: unknown[] = [];
  const data: Partial<DataAccess> = {
    *query(_rt, query, binds) {
      yield* perform({ kind: 'pause', point: 'query' });
      seen.push({ limit: (query as { limit?: unknown }).limit, binds });
      const rows = Array.from({ length: count }, (_, i) => {
        const row = new SObjectValue('Account');
        row.put('Name', `n${i}`);
        return row;
      });
      return new ApexList(ACCOUNT, rows);
    },
    *dml(_rt, target, options, code) {
      yield* perform({ kind: 'pause', point: 'dml' });
      seen.push({ target: (target as SObjectValue).get('Name'), ...options, sharing: code.sharing });
    },
    newSObject: (_rt, name) => new SObjectValue(name),
    getField: (_rt, row, field) => (row as SObjectValue).get(field),
    putField: (_rt, row, field, content) => (row as SObjectValue).put(field, content)
  };
  return { data, seen };
}

function withRows(count: number, more: Partial<ApexOptions> = {}): { options: ApexOptions; seen: unknown[] } {
  const { data, seen } = store(count);
  return { options: { data, schema: accountSchema(), ...more }, seen };
}

test.each([
  [0, 'System.QueryException: List has no rows for assignment to SObject'],
  [2, 'System.QueryException: List has more than 1 row for assignment to SObject']
])('a query of %i rows cannot be assigned to one row', (count, message) => {
  const { options } = withRows(count);
  expect(() => value('Account a = [SELECT Name FROM Account]; return a;', options)).toThrow(message);
});

test('a query is one constant, its binds are evaluated where it stands', () => {
  const { options, seen } = withRows(1);
  const body =
    "Integer n = 1; for (Integer i = 0; i < 2; i++) { Account a = [SELECT Name FROM Account WHERE Name = :('x' + i) LIMIT :n++]; } return n;";
  expect(value(body, options)).toBe(3);
  expect(seen).toEqual([
    { limit: { kind: 'bind-index', index: 1 }, binds: ['x0', 1] },
    { limit: { kind: 'bind-index', index: 1 }, binds: ['x1', 2] }
  ]);
});

test('a loop over a query takes rows, or chunks of 200', () => {
  const { options } = withRows(450, { library: implement('List', { 'size()': (_, list: ApexList) => list.size }) });
  const body = `String out = ''; for (List<Account> chunk : [SELECT Name FROM Account]) { out += chunk.size() + ' '; }
    Integer n = 0; for (Account a : [SELECT Name FROM Account]) { n++; } return out + n;`;
  expect(value(body, options)).toBe('200 200 50 450');
});

test.each([
  ['duplicate', "new Account(Id = '001000000000001AAA'), new Account(Id = '001000000000001AAA')", 1],
  ['null', "new Account(Id = '001000000000001AAA'), new Account()", 1]
])('a row with a %s id is not filed in a map', (what, rows, index) => {
  const body = `try { new Map<Id, Account>(new List<Account>{ ${rows} }); return null; }
    catch (ListException e) { return e; }`;
  const { options } = withRows(0);
  expect(value(body, options)).toMatchObject({ apexMessage: `Row with ${what} Id at index: ${index}` });
});

test("a row stores values of its fields' types and reads through an empty parent as null", () => {
  const { options } = withRows(0);
  expect(value("Account a = new Account(Name = 'x', AnnualRevenue = 5); return a.AnnualRevenue;", options)).toEqual(
    ApexDecimal.parse('5')
  );
  expect(value('Account a = new Account(); return a.Parent.Name;', options)).toBeNull();
  expect(() => value('Account a; return a.Name;', options)).toThrow('Attempt to de-reference a null object');
});

test.each(['generator', 'plain'] as const)('DML tells its operation, access and sharing in %s mode', (mode) => {
  const { options, seen } = withRows(0, { mode });
  const source = `public with sharing class Subject {
    public static void result() { Account a = new Account(Name = 'x'); insert as user a; upsert a Name; }
  }`;
  run([source], 'Subject', 'result()', options);
  expect(seen).toEqual([
    { target: 'x', operation: 'insert', access: 'user', upsertField: undefined, sharing: 'with' },
    { target: 'x', operation: 'upsert', access: undefined, upsertField: 'Name', sharing: 'with' }
  ]);
});

test('a trigger runs its body in the transaction that fires it', () => {
  const { options, seen } = withRows(0);
  const trigger =
    "trigger OnAccount on Account (before insert, after update) { update new Account(Name = 'from trigger'); }";
  const engine = engineFor(compile([trigger], options), options);
  engine.effectHandler = answerSync;
  engine.tx = transaction();
  const [entry, second] = engine.classes.triggers('account');
  engine.drive(entry!.run(engine));
  expect([entry?.info.events, second]).toEqual([['before insert', 'after update'], undefined]);
  expect(seen).toMatchObject([{ target: 'from trigger', operation: 'update' }]);
});
