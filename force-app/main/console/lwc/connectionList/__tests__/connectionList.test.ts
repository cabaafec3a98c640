import { all, mount, one, property, settle, texts } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import ConnectionList from '../connectionList';

const show = (properties: object): Promise<HTMLElement> => mount('c-connection-list', ConnectionList, properties);
const names = (element: HTMLElement): unknown[] =>
  all(element, 'c-connection-tile').map((tile) => (property(tile, 'connection') as Apex.ConnectionView).name);

it('says that it is loading, accessibly', async () => {
  const element = await show({});
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.List_Loading');
  await expect(element).toBeAccessible();
});

it('says what to do when there is nothing, accessibly', async () => {
  const element = await show({ connections: [] });
  expect(property(one(element, 'c-empty-state'), 'text')).toBe('c.List_Empty_Text');
  await expect(element).toBeAccessible();
});

it('says why nothing could be loaded, accessibly', async () => {
  const element = await show({ error: { body: { message: 'No access.' } } });
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  await expect(element).toBeAccessible();
});

it('shows each connection once, in the order given, accessibly', async () => {
  const element = await show({ connections: [WAITING, HEALTHY] });
  expect(names(element)).toEqual(['Warehouse', 'Billing']);
  await expect(element).toBeAccessible();
});

it('marks only the chosen one', async () => {
  const element = await show({ connections: [WAITING, HEALTHY], chosenUid: HEALTHY.uid });
  expect(all(element, 'c-connection-tile').map((tile) => property(tile, 'chosen'))).toEqual([false, true]);
});

it('passes on which one is chosen', async () => {
  const element = await show({ connections: [WAITING, HEALTHY] });
  const onChoose = jest.fn();
  element.addEventListener('choose', (event) => onChoose((event as CustomEvent).detail));
  all(element, 'c-connection-tile', 'button')[1]?.click();
  expect(onChoose).toHaveBeenCalledWith(HEALTHY.uid);
});

it('shows many in portions, and leads to the first of the next ones', async () => {
  const connections = Array.from({ length: 27 }, (_one, index) => ({ ...HEALTHY, uid: `a${index}` }));
  const element = await show({ connections });
  expect(names(element)).toHaveLength(25);
  one(element, 'lightning-button').click();
  await settle();
  expect(names(element)).toHaveLength(27);
  expect(all(element, 'lightning-button')).toHaveLength(0);
  expect(element.shadowRoot?.activeElement).toBe(all(element, 'c-connection-tile')[25]);
});

it.each([
  [999, []],
  [1_000, ['c.List_Cut']]
])('says with %s connections whether there may be more: %j', async (count, said) => {
  const connections = Array.from({ length: count }, (_one, index) => ({ ...HEALTHY, uid: `a${index}` }));
  const element = await show({ connections });
  expect(texts(element, '[data-cut]')).toEqual(said);
});

it('passes on the wish to try again', async () => {
  const element = await show({ error: 'Broken.' });
  const onRetry = jest.fn();
  element.addEventListener('retry', onRetry);
  one(element, 'c-error-panel', 'lightning-button').click();
  expect(onRetry).toHaveBeenCalledTimes(1);
});
