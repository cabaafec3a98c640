import form from '@salesforce/apex/AuthorizationController.form';
import start from '@salesforce/apex/AuthorizationController.start';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import { leaveFor } from 'c/place';
import AuthorizePanel from '../authorizePanel';

jest.mock('@salesforce/apex/AuthorizationController.form', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AuthorizationController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/place', () => ({ leaveFor: jest.fn(), pageOrigin: () => 'https://console.example' }));
jest.mock('@salesforce/label/c.Authorize_Title', () => ({ default: 'Authorize {0}' }), { virtual: true });

const FORM: Apex.AuthorizationForm = {
  name: 'Billing',
  redirectUri: 'https://console.example/page/Tokenward_Authorization',
  needsSecret: true,
  again: false,
  warning: null
};
const AGAIN: Apex.AuthorizationForm = { ...FORM, needsSecret: false, again: true, warning: 'Three in ten minutes.' };

async function show(answer: Promise<Apex.AuthorizationForm>): Promise<HTMLElement> {
  called(form).mockReturnValue(answer);
  const element = await mount('c-authorize-panel', AuthorizePanel, { uid: 'a01' });
  await settle();
  return element;
}

async function type(element: HTMLElement, value: string): Promise<void> {
  one(element, '[data-secret]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  one(element, selector).click();
  await settle();
}

it('says that it is loading, accessibly', async () => {
  const element = await show(new Promise(() => undefined));
  expect(all(element, 'c-loading-state')).toHaveLength(1);
  expect(property(one(element, '[data-leave]'), 'disabled')).toBe(true);
  await expect(element).toBeAccessible();
});

it('shows the redirect URI to register and asks for the secret unseen, accessibly', async () => {
  const element = await show(Promise.resolve(FORM));
  expect(form).toHaveBeenCalledWith({ uid: 'a01', pageOrigin: 'https://console.example' });
  expect(texts(element, 'c-panel', 'h2')).toEqual(['Authorize Billing']);
  expect(property(one(element, '[data-redirect]'), 'value')).toBe(FORM.redirectUri);
  expect(property(one(element, '[data-secret]'), 'type')).toBe('password');
  await expect(element).toBeAccessible();
});

it('warns of a burst and says what is replaced, accessibly', async () => {
  const element = await show(Promise.resolve(AGAIN));
  expect(texts(element, '[data-warning], [data-again]')).toEqual(['Three in ten minutes.', 'c.Authorize_Again_Text']);
  expect(all(element, '[data-secret]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('leaves for the address that Apex has made, and forgets the secret', async () => {
  called(start).mockResolvedValue('https://provider.example/authorize?state=s');
  const element = await show(Promise.resolve(FORM));
  expect(property(one(element, '[data-leave]'), 'disabled')).toBe(true);
  await type(element, 'typed');
  await press(element, '[data-leave]');
  expect(start).toHaveBeenCalledWith({ uid: 'a01', pageOrigin: 'https://console.example', clientSecret: 'typed' });
  expect(leaveFor).toHaveBeenCalledWith('https://provider.example/authorize?state=s');
  expect(property(one(element, '[data-secret]'), 'value')).toBe('');
});

it('says why it could not be started and stays, accessibly', async () => {
  called(start).mockRejectedValue({ body: { message: 'The record was changed.' } });
  const element = await show(Promise.resolve(AGAIN));
  await press(element, '[data-leave]');
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['The record was changed.']);
  expect(leaveFor).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

it('says why it could not be loaded and tries again, accessibly', async () => {
  const element = await show(Promise.reject({ body: { message: 'No access.' } }));
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  await expect(element).toBeAccessible();
  called(form).mockResolvedValue(FORM);
  one(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
  await settle();
  expect(texts(element, 'c-panel', 'h2')).toEqual(['Authorize Billing']);
});

it('shows nothing of the connection that was on show before', async () => {
  const element = await show(Promise.resolve(FORM));
  await type(element, 'typed');
  called(form).mockResolvedValue({ ...FORM, name: 'Warehouse' });
  Object.assign(element, { uid: 'a02' });
  await settle();
  expect(texts(element, 'c-panel', 'h2')).toEqual(['Authorize Warehouse']);
  expect(property(one(element, '[data-secret]'), 'value')).toBe('');
});

it.each([
  ['was copied', () => Promise.resolve(), 'c.Authorize_Copied'],
  ['has to be copied by hand', () => Promise.reject(new Error('denied')), 'c.Authorize_Copy_Failed']
])('says that the address %s', async (_what, writeText, expected) => {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: jest.fn(writeText) }, configurable: true });
  const element = await show(Promise.resolve(FORM));
  all(element, 'lightning-button')[0]?.click();
  await settle();
  expect(texts(element, '[role=status]')).toContain(expected);
});

it('is left without a word to the provider', async () => {
  const element = await show(Promise.resolve(FORM));
  const onCancel = jest.fn();
  element.addEventListener('cancel', onCancel);
  all(element, 'lightning-button')
    .find((button) => property(button, 'label') === 'c.Form_Cancel')
    ?.click();
  expect(onCancel).toHaveBeenCalledTimes(1);
  expect(start).not.toHaveBeenCalled();
});
