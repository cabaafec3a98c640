import { forgetAnswer, homeAddress, pageOrigin, readAnswer } from '../place';

afterEach(() => window.history.replaceState(null, '', '/'));

it('reads all that a provider may have put on the address', () => {
  expect(readAnswer('?error=access_denied&error_description=No%20way&iss=https%3A%2F%2Fa.example&state=s')).toEqual({
    state: 's',
    code: undefined,
    issuer: 'https://a.example',
    error: 'access_denied',
    description: 'No way'
  });
});

it('reads nothing where there is nothing', () => {
  expect(Object.values(readAnswer('')).every((value) => value === undefined)).toBe(true);
});

it('leaves the state on the address and nothing that could be used', () => {
  window.history.replaceState({ kept: 1 }, '', '/page?code=secret&state=a%26b');
  forgetAnswer('a&b');
  expect(window.location.pathname + window.location.search).toBe('/page?state=a%26b');
  expect(window.history.state).toEqual({ kept: 1 });
  expect(readAnswer().state).toBe('a&b');
});

it('finds the page with the connections beside the callback page, whatever the path', () => {
  expect(homeAddress('/lightning/n/tokenward__Tokenward_Authorization')).toBe(
    '/lightning/n/tokenward__Tokenward_Connections'
  );
});

it('names the origin that the redirect URI must have', () => {
  expect(pageOrigin()).toBe('http://localhost');
});
