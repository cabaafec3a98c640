import setAllPaused from '@salesforce/apex/PauseController.setAllPaused';
import status from '@salesforce/apex/PauseController.status';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import PauseSwitch from '../pauseSwitch';

jest.mock('@salesforce/apex/PauseController.status', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PauseController.setAllPaused', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Pause_All_Since', () => ({ default: 'by {0}' }), { virtual: true });

const RUNNING: Apex.PauseStatus = { isPaused: false, mayChange: true };
const PAUSED: Apex.PauseStatus = { isPaused: true, mayChange: true, since: '2026-05-01T10:00:00.000Z', who: 'Ada' };

async function show(now: Promise<Apex.PauseStatus>): Promise<HTMLElement> {
  called(status).mockReturnValue(now);
  return mount('c-pause-switch', PauseSwitch);
}

it('says that it is loading, accessibly', async () => {
  const element = await show(new Promise(() => undefined));
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Pause_All_Loading');
  await expect(element).toBeAccessible();
});

it('says who paused all and since when, accessibly', async () => {
  const element = await show(Promise.resolve(PAUSED));
  expect(texts(element, '[data-text]')).toEqual(['c.Pause_All_Text_Paused']);
  expect(property(one(element, 'c-moment'), 'label')).toBe('by Ada');
  expect(property(one(element, 'c-moment'), 'value')).toBe(PAUSED.since);
  await expect(element).toBeAccessible();
});

it('pauses all and tells the page', async () => {
  called(setAllPaused).mockResolvedValue(PAUSED);
  const element = await show(Promise.resolve(RUNNING));
  const onSwitched = jest.fn();
  element.addEventListener('switched', onSwitched);
  one(element, '[data-turn]').click();
  await settle();
  expect(setAllPaused).toHaveBeenCalledWith({ paused: true });
  expect(texts(element, '[data-text]')).toEqual(['c.Pause_All_Text_Paused']);
  expect(onSwitched).toHaveBeenCalledTimes(1);
});

it('resumes all', async () => {
  called(setAllPaused).mockResolvedValue(RUNNING);
  const element = await show(Promise.resolve(PAUSED));
  one(element, '[data-turn]').click();
  await settle();
  expect(setAllPaused).toHaveBeenCalledWith({ paused: false });
  expect(texts(element, '[data-text]')).toEqual(['c.Pause_All_Text']);
});

it('offers no button to somebody who may only look', async () => {
  const element = await show(Promise.resolve({ ...PAUSED, mayChange: false }));
  expect(all(element, '[data-turn]')).toHaveLength(0);
});

it('keeps what it knew on show when turning fails, accessibly', async () => {
  called(setAllPaused).mockRejectedValue({ body: { message: 'No access.' } });
  const element = await show(Promise.resolve(RUNNING));
  one(element, '[data-turn]').click();
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  expect(texts(element, '[data-text]')).toEqual(['c.Pause_All_Text']);
  await expect(element).toBeAccessible();
});

it('says why it could not be read', async () => {
  const element = await show(Promise.reject({ body: { message: 'No access.' } }));
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  expect(all(element, 'c-loading-state')).toHaveLength(0);
});
