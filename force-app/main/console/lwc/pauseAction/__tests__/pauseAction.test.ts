import setPaused from '@salesforce/apex/PauseController.setPaused';
import { called } from 'console-test/apex';
import { all, mount, one, press, property, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import PauseAction from '../pauseAction';

jest.mock('@salesforce/apex/PauseController.setPaused', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Pause_Button_Of', () => ({ default: 'Pause: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Resume_Button_Of', () => ({ default: 'Resume: {0}' }), { virtual: true });

const ACTION = 'c-confirm-action';

const show = (view: Apex.ConnectionView): Promise<HTMLElement> =>
  mount('c-pause-action', PauseAction, { connection: { ...HEALTHY, canPause: true, ...view } });

it('pauses what is not paused and tells the page', async () => {
  called(setPaused).mockResolvedValue(undefined);
  const element = await show({});
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element, ACTION, '[data-open]');
  expect(setPaused).toHaveBeenCalledWith({ connectionId: HEALTHY.uid, paused: true });
  expect(texts(element, ACTION, '[role=status]')).toEqual(['c.Pause_Done']);
  expect(onAsked).toHaveBeenCalledTimes(1);
});

it('resumes what is paused', async () => {
  called(setPaused).mockResolvedValue(undefined);
  const element = await show({ isPaused: true });
  expect(property(one(element, ACTION, '[data-open]'), 'title')).toBe('Resume: Billing');
  await press(element, ACTION, '[data-open]');
  expect(setPaused).toHaveBeenCalledWith({ connectionId: HEALTHY.uid, paused: false });
  expect(texts(element, ACTION, '[role=status]')).toEqual(['c.Resume_Done']);
});

it.each([
  ['there is nothing to pause', { canPause: false }],
  ['the user may not', { mayChange: false }]
])('offers nothing where %s', async (_why, view) => {
  expect(all(await show(view), ACTION, '[data-open]')).toHaveLength(0);
});

it('says why it failed, accessibly', async () => {
  called(setPaused).mockRejectedValue({ body: { message: 'Busy.' } });
  const element = await show({});
  await press(element, ACTION, '[data-open]');
  expect(texts(element, ACTION, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
  await expect(element).toBeAccessible();
});
