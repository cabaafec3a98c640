import { authorizeTarget, Bench, CALLBACK, ORIGIN } from './support';

describe('authorize', () => {
  it('asks the user, naming app, user and scopes', () => {
    const page = new Bench({ name: 'Odd <App> & Co' }).ask();

    expect(page.status).toBe(200);
    expect(page.text).toContain('Odd &lt;App&gt; &amp; Co');
    expect(page.text).toContain('admin@tokenward.test');
    expect(page.text).toContain('<li>refresh_token</li>');
    expect(page.text.match(/<button/g)).toHaveLength(2);
  });

  it('carries the request in the action of its form, so that posting the decision is enough', () => {
    const bench = new Bench();
    const page = bench.ask();
    const action = /action="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const allowed = bench.send('POST', action, { decision: 'allow' });

    expect(allowed.status).toBe(303);
    expect(bench.callback(allowed).get('state')).toBe('st&te');
    expect(bench.exchange(bench.callback(allowed).get('code') ?? '').status).toBe(200);
  });

  it('lets no query break out of that action', () => {
    const page = new Bench().send('GET', `${authorizeTarget()}&odd="><b>`);

    expect(page.text).toContain('&amp;odd=&quot;&gt;&lt;b&gt;');
  });

  it('tells the client that the user denied', () => {
    const bench = new Bench();
    const denied = bench.send('POST', authorizeTarget(), { decision: 'deny' });

    expect([...bench.callback(denied)]).toEqual([
      ['error', 'access_denied'],
      ['error_description', 'end-user denied authorization'],
      ['state', 'st&te']
    ]);
  });

  it('refuses a post without a decision', () => {
    expect(new Bench().send('POST', authorizeTarget()).status).toBe(400);
  });

  it.each(['https://evil.example.test', 'null'])('takes no decision from a page of %s', (origin) => {
    const bench = new Bench();
    const decide = (headers: Record<string, string>) =>
      bench.send('POST', authorizeTarget(), { decision: 'allow' }, headers);

    const refused = decide({ origin });

    expect(refused.status).toBe(403);
    expect(refused.headers).not.toHaveProperty('location');
    expect(decide({ origin: ORIGIN }).status).toBe(303);
  });

  it('takes no decision from the address, and gives no code to a method that only looks', () => {
    const bench = new Bench({}, { consent: 'allow' });

    expect(bench.send('HEAD', authorizeTarget())).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } });
    expect(new Bench().send('GET', `${authorizeTarget()}&decision=allow`, { decision: 'allow' }).status).toBe(200);
  });

  it('decides by itself when configured to', () => {
    const bench = new Bench({}, { consent: 'allow' });

    expect(bench.callback(bench.ask()).has('code')).toBe(true);
  });

  it('keeps the query of a redirect URI', () => {
    const uri = `${CALLBACK}?org=1`;
    const answer = new Bench({ redirectUris: [uri] }).authorize({ redirect_uri: uri });

    expect(answer.headers['location']).toContain(`${uri}&code=`);
  });

  it.each([
    ['unknown client', { client_id: 'nobody' }, 'invalid_client_id'],
    ['missing redirect URI', { redirect_uri: null }, 'redirect_uri_missing'],
    ['redirect URI that only begins like a registered one', { redirect_uri: `${CALLBACK}/x` }, 'redirect_uri_mismatch'],
    ['empty redirect URI', { redirect_uri: '' }, 'redirect_uri_missing'],
    ['unknown user', { login_hint: 'nobody@example.test' }, 'login_required']
  ])('stays on its own page for an %s', (_name, changes, error) => {
    const answer = new Bench().authorize(changes);

    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.text).toContain(`error=${error}`);
  });

  it.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope that the app has not', { scope: 'api full' }, 'invalid_scope'],
    ['a missing challenge', { code_challenge: null }, 'invalid_request'],
    ['an empty challenge', { code_challenge: '' }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a malformed challenge', { code_challenge: 'short' }, 'invalid_request']
  ])('redirects with an error for %s, whatever the user says', (_name, changes, error) => {
    const bench = new Bench();
    const parameters = bench.callback(bench.authorize(changes));

    expect(parameters.get('error')).toBe(error);
    expect(parameters.get('state')).toBe('st&te');
    expect(parameters.has('code')).toBe(false);
  });

  it('redirects where a parameter comes twice, unless that is what says whereto', () => {
    const bench = new Bench();
    const twice = (name: string) => bench.send('GET', `${authorizeTarget()}&${name}=odd`);

    expect(bench.callback(twice('code_challenge')).get('error')).toBe('invalid_request');
    for (const name of ['client_id', 'redirect_uri']) {
      expect(twice(name).status).toBe(400);
      expect(twice(name).headers).not.toHaveProperty('location');
    }
  });

  it('takes an empty scope for none', () => {
    expect(new Bench().grant({ scope: '' }).refresh).not.toBe('');
  });

  it.each([
    ['frozen', 'inactive_user'],
    ['inactive', 'invalid_grant']
  ] as const)('gives no code to a user who is %s', (status, error) => {
    const users = [{ username: 'odd@example.test', status }, { username: 'fine@example.test' }];
    const bench = new Bench({}, { users });

    expect(bench.callback(bench.authorize()).get('error')).toBe(error);
    expect(bench.callback(bench.authorize({ login_hint: 'fine@example.test' })).has('code')).toBe(true);
  });
});

describe('discovery', () => {
  it('names the endpoints under the host that was asked', () => {
    const { body } = new Bench().send('GET', '/.well-known/openid-configuration');

    expect(body).toMatchObject({
      issuer: 'https://login.example.test',
      token_endpoint: 'https://login.example.test/services/oauth2/token',
      introspection_endpoint: 'https://login.example.test/services/oauth2/introspect',
      code_challenge_methods_supported: ['S256']
    });
  });

  it('says the same where RFC 8414 looks for it, and takes nothing', () => {
    const bench = new Bench();
    const [first, second] = ['openid-configuration', 'oauth-authorization-server'].map(
      (name) => `/.well-known/${name}`
    );

    expect(bench.send('GET', second ?? '').text).toBe(bench.send('GET', first ?? '').text);
    expect(bench.send('POST', second ?? '')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('names the endpoints under the issuer where one is configured', () => {
    const bench = new Bench({}, { issuer: 'https://odd.example.test' });
    const { body } = bench.send('GET', '/.well-known/openid-configuration');

    expect(body['revocation_endpoint']).toBe('https://odd.example.test/services/oauth2/revoke');
  });
});
