import type { Waiting } from '../../../contracts/effect';
import { FixtureOrg } from '../../../platform/store/__tests__/org-fixture';
import { ApexList } from '../../../runtime/list';
import { typeRef } from '../../../contracts/type-ref';
import { databaseLibrary } from '..';

const query = databaseLibrary.flat().find(({ type, key }) => type === 'System.Database' && key === 'query(String)');

/** The names of boxes that a query with these variables in scope finds. */
function names(condition: string, variables: Readonly<Record<string, unknown>>): readonly unknown[] {
  const tx = new FixtureOrg().begin();
  tx.insert('pkg__Box__c', { Name: 'one' }, { Name: 'two' }, { Name: 'three' });
  const scope = (name: string): unknown => variables[name];
  const text = `SELECT Name FROM Box__c WHERE ${condition} ORDER BY Name`;
  const rows = tx.drive(query?.call(tx.rt, ...([text, scope] as never[])) as Waiting<ApexList>);
  return rows.items.map((row) => tx.org.data.getField(tx.rt, row, 'Name'));
}

test('a bind is found whatever its case, single values and lists', () => {
  const wanted = new ApexList(typeRef('String'), ['two', 'one']);
  expect(names('Name IN :WantedNames', { wantednames: wanted })).toEqual(['one', 'two']);
  expect(names('Name != :wanted', { wanted: 'three' })).toEqual(['one', 'two']);
});

test.each(['nobody', 'box.Name'])('what is not a variable in scope does not exist: %s', (bind) => {
  expect(() => names(`Name = :${bind}`, { box: 'one' })).toThrow(`Variable does not exist: ${bind}`);
});
