import { all, mount, one, property, texts } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import ConnectionTile from '../connectionTile';

const show = (connection: Apex.ConnectionView, chosen = false): Promise<HTMLElement> =>
  mount('c-connection-tile', ConnectionTile, { connection, chosen });

it('shows generation, outcome and next step', async () => {
  const element = await show(WAITING);
  expect(texts(element, '[data-generation], [data-outcome], [data-next-step]')).toEqual([
    '2',
    'The provider asked to come back later.',
    'None: it is tried again by itself.'
  ]);
});

it('shows the condition, which says more than the state, in its tone and in words', async () => {
  const element = await show({ ...HEALTHY, condition: 'Due', stateText: 'Refresh due' });
  const badge = one(element, 'c-state-badge');
  expect([property(badge, 'state'), property(badge, 'text')]).toEqual(['Due', 'Refresh due']);
});

it('tells no outcome that only repeats the state', async () => {
  expect(texts(await show(HEALTHY), '[data-outcome]')).toEqual([]);
});

it.each([
  ['c.Tile_Was_Due', -1],
  ['c.Tile_Next_Refresh', 1]
])('says %s of a refresh that is %d minutes away', async (label, minutes) => {
  const element = await show({ ...HEALTHY, nextRefresh: new Date(Date.now() + minutes * 60_000).toISOString() });
  expect(all(element, 'c-moment').map((moment) => property(moment, 'label'))).toContain(label);
});

it('hears which connection is chosen', async () => {
  const element = await show(WAITING);
  const onChoose = jest.fn();
  element.addEventListener('choose', (event) => onChoose((event as CustomEvent).detail));
  one(element, 'button').click();
  expect(onChoose).toHaveBeenCalledWith(WAITING.uid);
});

it.each([true, false])('says whether it is chosen: %p', async (chosen) => {
  const element = await show(WAITING, chosen);
  expect(one(element, 'button').getAttribute('aria-pressed')).toBe(String(chosen));
});

it('is accessible', async () => {
  await expect(await show(WAITING, true)).toBeAccessible();
});
