import { ApexDecimal } from '../../../runtime/decimal';
import { FixtureOrg, START } from '../../store/__tests__/org-fixture';
import type { RanQuery } from '../../watch';
import type { Explanation } from '../explain';
import { explain } from '../explain';

/** Twenty parcels, a minute apart; what the platform would do for each condition on them. */
function explained(where: string, expected?: number): Explanation {
  const org = new FixtureOrg();
  const tx = org.begin();
  for (let i = 0; i < 20; i += 1) {
    org.clock.advance(60_000);
    tx.insert('pkg__Parcel__c', { Code__c: `c${i}`, Addressee__c: 'Ann', Weight__c: ApexDecimal.parse(String(i)) });
  }
  tx.commit();
  const ran: RanQuery[] = [];
  Object.assign(org, { watch: { queried: (query: RanQuery) => ran.push(query) } });
  org.begin().query(`SELECT Id FROM Parcel__c ${where}`);
  const [only] = ran;
  if (!only) throw new Error('The query was not seen.');
  return explain(only.env, only.plan, expected);
}

const moment = (minutes: number): string => new Date(START + minutes * 60_000).toISOString().replace('.000', '');

test.each([
  ['nothing', ''],
  ['a field without an index', 'WHERE Weight__c = 3'],
  ['a negation', "WHERE Code__c != 'c3'"],
  ['a range of a text', "WHERE Code__c > 'c3'"],
  ['a comparison with null', 'WHERE Code__c = null'],
  ['alternatives', "WHERE Code__c = 'c3' OR Weight__c = 3"]
])('no index serves %s', (_what, where) => {
  expect(explained(where)).toEqual({ index: undefined, reads: 20, total: 20, selective: false });
});

test('of several indexes the one that leads to fewer rows is taken', () => {
  const found = explained(`WHERE CreatedDate > ${moment(5)} AND Code__c IN ('c7', 'c8') AND Weight__c = 8`);
  expect(found).toEqual({ index: 'pkg__Code__c', reads: 2, total: 20, selective: true });
});

test('both ends of a range narrow one index', () => {
  const found = explained(`WHERE CreatedDate > ${moment(5)} AND CreatedDate <= ${moment(9)}`);
  expect(found).toEqual({ index: 'CreatedDate', reads: 4, total: 20, selective: true });
});

test('a standard index may lead to three tenths of the rows, a custom one to a tenth', () => {
  expect(explained(`WHERE CreatedDate <= ${moment(6)}`)).toMatchObject({ reads: 6, selective: true });
  expect(explained(`WHERE CreatedDate <= ${moment(7)}`)).toMatchObject({ reads: 7, selective: false });
  expect(explained("WHERE Code__c IN ('c1', 'c2', 'c3')")).toMatchObject({ reads: 3, selective: false });
});

test('an object that will grow can be judged by its later size', () => {
  expect(explained("WHERE Code__c IN ('c1', 'c2', 'c3')", 30)).toMatchObject({ total: 30, selective: true });
});
