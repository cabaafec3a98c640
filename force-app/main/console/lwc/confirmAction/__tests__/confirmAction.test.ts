import { all, mount, one, press, property, settle, texts } from 'console-test/page';
import ConfirmAction from '../confirmAction';

const work = jest.fn<Promise<string>, []>();

const show = (properties: object = {}): Promise<HTMLElement> =>
  mount('c-confirm-action', ConfirmAction, {
    label: 'Disconnect',
    name: 'Disconnect: Billing',
    cancelLabel: 'Keep it',
    confirmLabel: 'Disconnect now',
    failure: 'Not disconnected',
    work,
    ...properties
  });

async function opened(properties: object = {}): Promise<HTMLElement> {
  const element = await show(properties);
  await press(element, '[data-open]');
  return element;
}

/** The stub of a button cannot have the focus itself. */
const focusOf = (element: HTMLElement, path: string): jest.SpyInstance => jest.spyOn(one(element, path), 'focus');

it('shows its button alone, accessibly', async () => {
  const element = await show();
  expect(property(one(element, '[data-open]'), 'title')).toBe('Disconnect: Billing');
  expect(all(element, '[data-box]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('asks first, in a box that takes the focus, accessibly', async () => {
  const element = await opened();
  expect(element.shadowRoot?.activeElement).toBe(one(element, '[data-box]'));
  expect(work).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

it.each([
  ['the button', (element: HTMLElement) => one(element, '[data-cancel]').click()],
  [
    'Escape',
    (element: HTMLElement) => one(element, '[data-box]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  ]
])('closes by %s without having done anything, and gives the focus back', async (_by, close) => {
  const element = await opened();
  const onCancel = jest.fn();
  element.addEventListener('cancel', onCancel);
  const focus = focusOf(element, '[data-open]');
  close(element);
  await settle();
  expect(all(element, '[data-box]')).toHaveLength(0);
  expect(focus).toHaveBeenCalledTimes(1);
  expect(onCancel).toHaveBeenCalledTimes(1);
  expect(work).not.toHaveBeenCalled();
});

it('is busy until the work has ended, and does it once', async () => {
  work.mockReturnValue(new Promise(() => undefined));
  const element = await opened();
  await press(element, '[data-confirm]');
  one(element, '[data-confirm]').dispatchEvent(new CustomEvent('click'));
  one(element, '[data-box]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  await settle();
  expect(work).toHaveBeenCalledTimes(1);
  expect(all(element, 'lightning-button').map((button) => property(button, 'disabled'))).toEqual([true, true, true]);
  await expect(element).toBeAccessible();
});

it('says what came of it, tells the page, and gives the focus back', async () => {
  work.mockResolvedValue('Disconnecting.');
  const element = await opened();
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  one(element, '[data-box]').blur();
  const focus = focusOf(element, '[data-open]');
  await press(element, '[data-confirm]');
  expect(texts(element, '[role=status]')).toEqual(['Disconnecting.']);
  expect(all(element, '[data-box]')).toHaveLength(0);
  expect(onAsked).toHaveBeenCalledTimes(1);
  expect(focus).toHaveBeenCalledTimes(1);
});

it('says why it failed, and stays open to try again, accessibly', async () => {
  work.mockRejectedValueOnce({ body: { message: 'Busy.' } }).mockResolvedValue('Disconnecting.');
  const element = await opened();
  await press(element, '[data-confirm]');
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
  await expect(element).toBeAccessible();
  await press(element, '[data-confirm]');
  expect(all(element, 'c-error-panel, [data-box]')).toHaveLength(0);
});

it('acts at once where there is nothing to confirm', async () => {
  work.mockResolvedValue('Paused.');
  expect(texts(await opened({ unasked: true }), '[role=status]')).toEqual(['Paused.']);
});

it('cannot be confirmed while something is still to be filled in', async () => {
  expect(property(one(await opened({ incomplete: true }), '[data-confirm]'), 'disabled')).toBe(true);
});

it('keeps what came of it on show when its button is withheld', async () => {
  work.mockResolvedValue('Disconnecting.');
  const element = await opened({ unasked: true });
  Object.assign(element, { withheld: true });
  await settle();
  expect(all(element, '[data-open]')).toHaveLength(0);
  expect(texts(element, '[role=status]')).toEqual(['Disconnecting.']);
});

it('stays open where the work goes on, and offers no more than to close it once nothing is left', async () => {
  work.mockResolvedValue('');
  const element = await opened({ lasting: true });
  await press(element, '[data-confirm]');
  Object.assign(element, { confirmLabel: '' });
  await settle();
  expect(all(element, '[data-box]')).toHaveLength(1);
  expect(all(element, '[data-confirm]')).toHaveLength(0);
});
