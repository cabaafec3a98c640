import { type Draft, EMPTY_DRAFT, isComplete, withName, withProvider } from '../draft';

const FULL: Draft = {
  name: 'Order hub',
  developerName: 'Order_hub',
  provider: 'Okta',
  loginHost: 'https://a.example',
  clientId: 'client',
  scopes: '',
  discover: false
};

it('has the developer name follow the name', () => {
  expect(withName(EMPTY_DRAFT, '2nd Örder–hub!').developerName).toBe('nd_O_rder_hub');
  expect(withName(FULL, 'Billing').developerName).toBe('Billing');
});

it('leaves a developer name alone that somebody has chosen', () => {
  expect(withName({ ...FULL, developerName: 'Mine' }, 'Billing')).toMatchObject({
    name: 'Billing',
    developerName: 'Mine'
  });
});

it('cuts the developer name where the platform would refuse it', () => {
  expect(withName(EMPTY_DRAFT, 'x'.repeat(60)).developerName).toHaveLength(38);
});

it('replaces what was meant for another provider', () => {
  expect(withProvider(FULL, { developerName: 'Google', scopes: 'openid' })).toEqual({
    ...FULL,
    provider: 'Google',
    loginHost: '',
    scopes: 'openid',
    discover: false
  });
});

it.each(['name', 'developerName', 'provider', 'loginHost', 'clientId'])('is incomplete without %s', (field) => {
  expect(isComplete({ ...FULL, [field]: ' ' })).toBe(false);
});

it('is complete without scopes', () => {
  expect(isComplete(FULL)).toBe(true);
});
