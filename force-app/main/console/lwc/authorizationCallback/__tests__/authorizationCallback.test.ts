import claim from '@salesforce/apex/AuthorizationController.claim';
import decline from '@salesforce/apex/AuthorizationController.decline';
import exchange from '@salesforce/apex/AuthorizationController.exchange';
import look from '@salesforce/apex/AuthorizationController.look';
import { called } from 'console-test/apex';
import { all, mount, settle, texts } from 'console-test/page';
import AuthorizationCallback from '../authorizationCallback';

jest.mock('@salesforce/apex/AuthorizationController.claim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AuthorizationController.decline', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AuthorizationController.exchange', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AuthorizationController.look', () => ({ default: jest.fn() }), { virtual: true });

const SAVED: Apex.AuthorizationView = { status: 'Saved', generation: 2, text: 'Generation 2 is in place.' };

async function arrive(query: string): Promise<HTMLElement> {
  window.history.replaceState(null, '', `/page/Tokenward_Authorization${query}`);
  const element = await mount('c-authorization-callback', AuthorizationCallback);
  await settle();
  return element;
}

it('claims, takes the code off the address, and exchanges it once', async () => {
  called(claim).mockResolvedValue('a0X');
  called(exchange).mockResolvedValue(SAVED);
  const element = await arrive('?state=s&code=secret-code');
  expect(claim).toHaveBeenCalledWith({ state: 's', issuer: undefined });
  expect(exchange).toHaveBeenCalledTimes(1);
  expect(window.location.search).toBe('?state=s');
  expect(texts(element, '[data-outcome]')).toEqual(['Generation 2 is in place.']);
  await expect(element).toBeAccessible();
});

it('only looks when it is reloaded', async () => {
  called(look).mockResolvedValue(SAVED);
  const element = await arrive('?state=s');
  expect(claim).not.toHaveBeenCalled();
  expect(exchange).not.toHaveBeenCalled();
  expect(texts(element, '[data-outcome]')).toEqual(['Generation 2 is in place.']);
});

it('keeps the code to itself when the claim is refused', async () => {
  called(claim).mockRejectedValue({ body: { message: 'Not open.' } });
  const element = await arrive('?state=s&code=secret-code');
  expect(exchange).not.toHaveBeenCalled();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Not open.']);
});

it("ends the authorization with the meaning of the provider's error", async () => {
  called(decline).mockResolvedValue({ status: 'Refused', text: 'Denied.' });
  const element = await arrive('?state=s&error=access_denied&code=ignored&iss=https%3A%2F%2Flogin.example.com');
  expect(claim).not.toHaveBeenCalled();
  expect(decline).toHaveBeenCalledWith(expect.objectContaining({ state: 's', issuer: 'https://login.example.com' }));
  expect(texts(element, '[data-outcome]')).toEqual(['Denied.']);
});

it('does nothing without a state, accessibly', async () => {
  const element = await arrive('?code=secret-code');
  expect(claim).not.toHaveBeenCalled();
  expect(all(element, 'c-empty-state')).toHaveLength(1);
  await expect(element).toBeAccessible();
});
