import { mount, one } from 'console-test/page';
import IdleClock from '../idleClock';

jest.mock('@salesforce/label/c.Idle_Days', () => ({ default: '{0} days left' }), { virtual: true });

it.each([
  [-1, 'c.Idle_Passed'],
  [0, 'c.Idle_Hours'],
  [1, 'c.Idle_One_Day'],
  [2, '2 days left'],
  [null, 'c.Idle_Unknown'],
  [undefined, 'c.Idle_Unknown']
])('says %p days in words', async (daysLeft, text) => {
  const element = await mount('c-idle-clock', IdleClock, { daysLeft, fraction: 0.5 });
  expect(one(element, '[data-text]').textContent).toBe(text);
});

it.each([
  [0.95, 'left critical'],
  [0.7, 'left low'],
  [0.5, 'left'],
  [null, 'left critical']
])('colours the clock when %p of the limit is used up', async (fraction, className) => {
  const element = await mount('c-idle-clock', IdleClock, { fraction });
  expect(one(element, 'path').getAttribute('class')).toBe(className);
});

it.each([
  [0.75, 'M 18 4 A 14 14 0 0 1 32.000 18.000'],
  [0.25, 'M 18 4 A 14 14 0 1 1 4.000 18.000'],
  [1, 'M 18 4 A 14 14 0 0 1 18.000 4.000']
])('draws what is left when %p of the limit is used up', async (fraction, path) => {
  const element = await mount('c-idle-clock', IdleClock, { fraction });
  expect(one(element, 'path').getAttribute('d')).toBe(path);
});

it('is accessible', async () => {
  await expect(await mount('c-idle-clock', IdleClock, { daysLeft: 4, fraction: 0.5 })).toBeAccessible();
});
