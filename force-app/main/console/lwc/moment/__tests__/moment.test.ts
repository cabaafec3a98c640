import { mount, one, property, texts } from 'console-test/page';
import Moment from '../moment';

it('shows the same moment relative and exact, accessibly', async () => {
  const value = '2026-05-01T10:00:00.000Z';
  const element = await mount('c-moment', Moment, { label: 'Last refresh', value });
  expect(property(one(element, 'lightning-relative-date-time'), 'value')).toBe(Date.parse(value));
  expect(property(one(element, 'lightning-formatted-date-time'), 'value')).toBe(value);
  await expect(element).toBeAccessible();
});

it.each([[null], [undefined]])('says so when the moment is %p', async (value) => {
  const element = await mount('c-moment', Moment, { label: 'Last refresh', value, fallback: 'Never' });
  expect(texts(element, 'p')).toEqual(['Last refresh', 'Never']);
});
