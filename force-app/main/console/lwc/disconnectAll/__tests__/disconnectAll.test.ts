import disconnectAll from '@salesforce/apex/FarewellController.disconnectAll';
import status from '@salesforce/apex/FarewellController.status';
import { called } from 'console-test/apex';
import { all, mount, one, press, property, settle, texts } from 'console-test/page';
import DisconnectAll from '../disconnectAll';

jest.mock('@salesforce/apex/FarewellController.status', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FarewellController.disconnectAll', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Farewell_Progress', () => ({ default: '{0} hold, {1} close, {2} done' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Farewell_Owed_One', () => ({ default: '{0} after {1}' }), { virtual: true });

const OWED = { name: 'Gamma', attempts: 3, nextTry: '2026-05-01T10:00:00.000Z' };
const BEFORE: Apex.FarewellStatus = { holding: 2, closing: 0, done: 1, names: ['Alpha', 'Beta'], owed: [] };
const MIDWAY: Apex.FarewellStatus = { holding: 0, closing: 2, done: 2, names: [], owed: [OWED, OWED] };
const DONE: Apex.FarewellStatus = { holding: 0, closing: 0, done: 3, names: [], owed: [] };

const ACTION = 'c-confirm-action';

async function show(answer: Promise<Apex.FarewellStatus>): Promise<HTMLElement> {
  called(status).mockReturnValue(answer);
  const element = await mount('c-disconnect-all', DisconnectAll);
  await press(element, ACTION, '[data-open]');
  return element;
}

it('asks nothing before somebody wants to know', async () => {
  const element = await mount('c-disconnect-all', DisconnectAll);
  expect(status).not.toHaveBeenCalled();
  expect(all(element, ACTION, '[data-confirm]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('says that it is loading, accessibly', async () => {
  const element = await show(new Promise(() => undefined));
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Farewell_Loading');
  await expect(element).toBeAccessible();
});

it('names what would stop working and disconnects nothing yet, accessibly', async () => {
  const element = await show(Promise.resolve(BEFORE));
  expect(texts(element, '[data-progress], [data-names]')).toEqual(['2 hold, 0 close, 1 done', 'Alpha, Beta']);
  expect(disconnectAll).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

it('disconnects all once that is confirmed and tells the page', async () => {
  called(disconnectAll).mockResolvedValue(MIDWAY);
  const element = await show(Promise.resolve(BEFORE));
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element, ACTION, '[data-confirm]');
  expect(disconnectAll).toHaveBeenCalledTimes(1);
  expect(property(one(element, 'c-progress-bar'), 'value')).toBe(75);
  expect(onAsked).toHaveBeenCalledTimes(1);
});

it('ends with what is still owed, accessibly', async () => {
  const element = await show(Promise.resolve(MIDWAY));
  expect(texts(element, '[data-owed]').map((text) => text?.trim())).toEqual(['Gamma after 3', 'Gamma after 3']);
  expect([...all(element, '[data-done]'), ...all(element, ACTION, '[data-confirm]')]).toEqual([]);
  await expect(element).toBeAccessible();
});

it('says when nothing is left and nothing is owed, accessibly', async () => {
  const element = await show(Promise.resolve(DONE));
  expect(texts(element, '[data-done]')).toEqual(['c.Farewell_Done']);
  await expect(element).toBeAccessible();
});

it('follows what happens while it is open', async () => {
  const element = await show(Promise.resolve(BEFORE));
  called(status).mockResolvedValue(DONE);
  await (element as HTMLElement & { refresh(): Promise<void> }).refresh();
  await settle();
  expect(all(element, '[data-done]')).toHaveLength(1);
});

it('keeps what it knew when starting fails, accessibly', async () => {
  called(disconnectAll).mockRejectedValue({ body: { message: 'No job.' } });
  const element = await show(Promise.resolve(BEFORE));
  await press(element, ACTION, '[data-confirm]');
  expect(texts(element, ACTION, 'c-error-panel', '[data-sentence]')).toEqual(['No job.']);
  expect(texts(element, '[data-names]')).toEqual(['Alpha, Beta']);
  await expect(element).toBeAccessible();
});

it('is closed again', async () => {
  const element = await show(Promise.resolve(BEFORE));
  await press(element, ACTION, '[data-cancel]');
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
});
