import createConnection from '@salesforce/apex/ConnectionFormController.createConnection';
import providers from '@salesforce/apex/ConnectionFormController.providers';
import { called, wired } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import NewConnection from '../newConnection';

jest.mock(
  '@salesforce/apex/ConnectionFormController.providers',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex/ConnectionFormController.createConnection', () => ({ default: jest.fn() }), {
  virtual: true
});

const SILENT: Apex.ProviderView = { developerName: 'Plain', label: 'Plain', discovers: false };
const OPENID: Apex.ProviderView = {
  developerName: 'Open_Id_Connect',
  label: 'OpenID Connect',
  loginHost: 'https://login.example.com',
  scopes: 'openid offline_access',
  discovers: true
};

async function show(...views: readonly Apex.ProviderView[]): Promise<HTMLElement> {
  const element = await mount('c-new-connection', NewConnection);
  wired(providers).emit(views);
  await settle();
  return element;
}

function field(element: HTMLElement, name: string): HTMLElement {
  const found = all(element, 'lightning-combobox, lightning-input').find((input) => property(input, 'name') === name);
  if (!found) throw new Error(`The form has no field ${name}.`);
  return found;
}

async function enter(input: HTMLElement, detail: object): Promise<void> {
  input.dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

async function fillIn(element: HTMLElement, provider: Apex.ProviderView): Promise<void> {
  await enter(field(element, 'provider'), { value: provider.developerName });
  await enter(field(element, 'name'), { value: 'Ware house' });
  await enter(field(element, 'loginHost'), { value: 'https://login.example.com' });
  await enter(field(element, 'clientId'), { value: 'client' });
}

async function create(element: HTMLElement): Promise<unknown> {
  all(element, 'lightning-button')[1]?.click();
  await settle();
  return called(createConnection).mock.calls[0]?.[0 as never];
}

it('is loading until the providers come, accessibly', async () => {
  const element = await mount('c-new-connection', NewConnection);
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Form_Loading');
  await expect(element).toBeAccessible();
});

it('says what to do where there is no provider, accessibly', async () => {
  const element = await show();
  expect(property(one(element, 'c-empty-state'), 'text')).toBe('c.Form_No_Provider_Text');
  await expect(element).toBeAccessible();
});

it('says why the providers could not be loaded, accessibly', async () => {
  const element = await mount('c-new-connection', NewConnection);
  wired(providers).error({ message: 'No access.' });
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  await expect(element).toBeAccessible();
});

it('suggests host and scopes of the provider and reads its endpoints, accessibly', async () => {
  called(createConnection).mockResolvedValue('a01000000000001AAA');
  const element = await show(SILENT, OPENID);
  await fillIn(element, OPENID);
  await expect(element).toBeAccessible();
  expect(await create(element)).toEqual({
    name: 'Ware house',
    developerName: 'Ware_house',
    provider: 'Open_Id_Connect',
    details: {
      loginHost: 'https://login.example.com',
      clientId: 'client',
      scopes: 'openid offline_access',
      discover: 'true'
    }
  });
});

it('uses the endpoints of the record where somebody says so', async () => {
  called(createConnection).mockResolvedValue('a01000000000001AAA');
  const element = await show(SILENT, OPENID);
  await fillIn(element, OPENID);
  await enter(one(element, '[data-discover]'), { checked: false });
  expect(await create(element)).toMatchObject({ details: { discover: 'false' } });
});

it('offers no reading where the provider publishes nothing', async () => {
  called(createConnection).mockResolvedValue('a01000000000001AAA');
  const element = await show(SILENT, OPENID);
  await fillIn(element, OPENID);
  await fillIn(element, SILENT);
  expect(all(element, '[data-discover]')).toHaveLength(0);
  expect(await create(element)).toMatchObject({ provider: 'Plain', details: { discover: 'false' } });
});

it('keeps what was typed where the provider is not believed', async () => {
  called(createConnection).mockRejectedValue({ body: { message: 'Another issuer.' } });
  const element = await show(SILENT, OPENID);
  await fillIn(element, OPENID);
  await create(element);
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Another issuer.']);
  expect(property(field(element, 'clientId'), 'value')).toBe('client');
});
