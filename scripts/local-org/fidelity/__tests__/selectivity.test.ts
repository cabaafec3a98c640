import { explain } from '../../platform/soql/explain';
import { FixtureOrg, START } from '../../platform/store/__tests__/org-fixture';
import type { RanQuery } from '../../platform/watch';
import { proves } from '../catalogue';

/** Twenty parcels, a minute apart, each with a code of its own. */
function isSelective(where: string): boolean {
  const org = new FixtureOrg();
  const tx = org.begin();
  for (let i = 0; i < 20; i += 1) {
    org.clock.advance(60_000);
    tx.insert('pkg__Parcel__c', { Code__c: `c${i}`, Addressee__c: 'Ann' });
  }
  tx.commit();
  const ran: RanQuery[] = [];
  Object.assign(org, { watch: { queried: (query: RanQuery) => ran.push(query) } });
  org.begin().query(`SELECT Id FROM Parcel__c WHERE ${where}`);
  const [only] = ran;
  if (!only) throw new Error('The query was not seen.');
  return explain(only.env, only.plan).selective;
}

const until = (minutes: number): string => new Date(START + minutes * 60_000).toISOString().replace('.000', '');

test(`${proves('limits.selectivity')}`, () => {
  expect([isSelective(`CreatedDate <= ${until(6)}`), isSelective(`CreatedDate <= ${until(7)}`)]).toEqual([true, false]);
  expect([isSelective("Code__c IN ('c1', 'c2')"), isSelective("Code__c IN ('c1', 'c2', 'c3')")]).toEqual([true, false]);
  expect(isSelective("Addressee__c = 'Bob'")).toBe(false);
});
