import change from '@salesforce/apex/SecretController.change';
import { called } from 'console-test/apex';
import { all, mount, one, press, property, settle, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import SecretAction from '../secretAction';

jest.mock('@salesforce/apex/SecretController.change', () => ({ default: jest.fn() }), { virtual: true });

const ACTION = 'c-confirm-action';

const show = (view: Apex.ConnectionView = {}): Promise<HTMLElement> =>
  mount('c-secret-action', SecretAction, { connection: { ...HEALTHY, hasSecret: true, ...view } });

async function type(element: HTMLElement, value: string): Promise<void> {
  one(element, '[data-secret]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

it('asks for the secret in a field that shows nothing, accessibly', async () => {
  const element = await show();
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
  await press(element, ACTION, '[data-open]');
  expect(property(one(element, '[data-secret]'), 'type')).toBe('password');
  expect(property(one(element, ACTION, '[data-confirm]'), 'disabled')).toBe(true);
  await expect(element).toBeAccessible();
});

it('sends it once, forgets it, and tells the page', async () => {
  called(change).mockResolvedValue(undefined);
  const element = await show();
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element, ACTION, '[data-open]');
  await type(element, 'typed');
  await press(element, ACTION, '[data-confirm]');
  expect(change).toHaveBeenCalledWith({ connectionId: HEALTHY.uid, clientSecret: 'typed' });
  expect(texts(element, ACTION, '[role=status]')).toEqual(['c.Secret_Done']);
  expect(onAsked).toHaveBeenCalledTimes(1);
  await press(element, ACTION, '[data-open]');
  expect(property(one(element, '[data-secret]'), 'value')).toBe('');
});

it('forgets it when somebody thinks better of it', async () => {
  const element = await show();
  await press(element, ACTION, '[data-open]');
  await type(element, 'typed');
  await press(element, ACTION, '[data-cancel]');
  await press(element, ACTION, '[data-open]');
  expect(property(one(element, '[data-secret]'), 'value')).toBe('');
  expect(change).not.toHaveBeenCalled();
});

it('says why it failed and lets them type it again', async () => {
  called(change).mockRejectedValue({ body: { message: 'Busy.' } });
  const element = await show();
  await press(element, ACTION, '[data-open]');
  await type(element, 'typed');
  await press(element, ACTION, '[data-confirm]');
  expect(texts(element, ACTION, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
  expect(property(one(element, '[data-secret]'), 'value')).toBe('');
  await expect(element).toBeAccessible();
});

it.each([
  ['the client has none', { hasSecret: false }],
  ['the user may not', { mayChange: false }]
])('offers nothing where %s', async (_why, view) => {
  expect(all(await show(view), ACTION, '[data-open]')).toHaveLength(0);
});
