import { mount, one } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import ConnectionsHeader from '../connectionsHeader';

jest.mock('@salesforce/label/c.Page_Count', () => ({ default: '{0} connections' }), { virtual: true });
jest.mock('@salesforce/label/c.Page_Attention', () => ({ default: '{0} need attention' }), { virtual: true });

const show = (properties: object): Promise<HTMLElement> => mount('c-connections-header', ConnectionsHeader, properties);
const ROTATING = { ...HEALTHY, state: 'Leased', condition: 'Leased' };
const DUE = { ...HEALTHY, condition: 'Due' };

it.each([
  [undefined, ''],
  [[], ''],
  [[HEALTHY], 'c.Page_Count_One · c.Page_All_Well'],
  [[WAITING, HEALTHY], '2 connections · c.Page_Attention_One'],
  [[WAITING, HEALTHY, DUE], '3 connections · 2 need attention'],
  [[ROTATING, HEALTHY], '2 connections · c.Page_All_Well']
])('sums up %#', async (connections, summary) => {
  expect(one(await show({ connections }), '[data-summary]').textContent).toBe(summary);
});

it.each([
  [false, 'c.Page_Not_Live_Help'],
  [true, 'c.Page_Live_Help']
])('explains whether it is live: %p', async (live, help) => {
  const element = await show({ live });
  expect(one(element, '[data-live] .slds-assistive-text').textContent).toBe(help);
  await expect(element).toBeAccessible();
});

it('passes on the wish to refresh', async () => {
  const element = await show({});
  const onRefresh = jest.fn();
  element.addEventListener('refresh', onRefresh);
  one(element, '[data-refresh]').click();
  expect(onRefresh).toHaveBeenCalledTimes(1);
});
