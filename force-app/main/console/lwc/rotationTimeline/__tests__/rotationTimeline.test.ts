import { refreshApex } from '@salesforce/apex';
import timeline from '@salesforce/apex/ConnectionsController.timeline';
import { wired } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import { ENTRIES, HEALTHY, WAITING } from 'console-test/views';
import RotationTimeline from '../rotationTimeline';

jest.mock(
  '@salesforce/apex/ConnectionsController.timeline',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const show = (connection?: Apex.ConnectionView): Promise<HTMLElement> =>
  mount('c-rotation-timeline', RotationTimeline, { connection });

async function emit(entries: readonly Apex.TimelineEntry[]): Promise<void> {
  wired(timeline).emit(entries);
  await settle();
}

it('asks to choose a connection when none is, accessibly', async () => {
  const element = await show();
  expect(property(one(element, 'c-empty-state'), 'text')).toBe('c.Timeline_None_Text');
  await expect(element).toBeAccessible();
});

it('says that it is loading, accessibly', async () => {
  const element = await show(HEALTHY);
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Timeline_Loading');
  await expect(element).toBeAccessible();
});

it('says that nothing has happened, accessibly', async () => {
  const element = await show(HEALTHY);
  await emit([]);
  expect(property(one(element, 'c-empty-state'), 'text')).toBe('c.Timeline_Empty_Text');
  await expect(element).toBeAccessible();
});

it('shows what happened in the order given, accessibly', async () => {
  const element = await show(HEALTHY);
  await emit(ENTRIES);
  expect(all(element, 'c-timeline-entry').map((child) => property(child, 'entry'))).toEqual(ENTRIES);
  await expect(element).toBeAccessible();
});

it('says why it could not be loaded, accessibly', async () => {
  const element = await show(HEALTHY);
  wired(timeline).error({ message: 'No access.' });
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  await expect(element).toBeAccessible();
});

it('follows the chosen connection', async () => {
  const element = await show(HEALTHY);
  Object.assign(element, { connection: WAITING });
  await settle();
  expect(wired(timeline).getLastConfig()).toEqual({ uid: WAITING.uid });
});

it('asks again when told to', async () => {
  const element = await show(HEALTHY);
  await (element as HTMLElement & { refresh(): Promise<void> }).refresh();
  expect(refreshApex).toHaveBeenCalledTimes(1);
});
