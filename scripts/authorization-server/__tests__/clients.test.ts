import { Bench } from './support';

const basic = (id: string, secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`
});

function refreshAs(bench: Bench, form: Record<string, string>, headers: Record<string, string> = {}) {
  const target = '/services/oauth2/token';
  const token = bench.grant().refresh;
  return bench.send('POST', target, { grant_type: 'refresh_token', refresh_token: token, ...form }, headers);
}

describe('client authentication', () => {
  it('takes the secret in the header, form-encoded', () => {
    const secret = 's3:cr%t +';
    const bench = new Bench({ secret, authentication: ['post', 'basic'] });
    bench.server.configureClient('app', { secret: 's3cret' });
    const wrong = refreshAs(bench, {}, basic('app', secret));
    bench.server.configureClient('app', { secret });
    const right = bench.post('introspect', { token: 'x' }, basic('app', secret));

    expect(wrong.status).toBe(401);
    expect(wrong.headers['www-authenticate']).toContain('Basic');
    expect(right.status).toBe(200);
  });

  it.each([
    ['a wrong secret', { client_id: 'app', client_secret: 'wrong' }, 'invalid_client'],
    ['no secret', { client_id: 'app' }, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody', client_secret: 's3cret' }, 'invalid_client_id'],
    ['no client at all', {}, 'invalid_client_id']
  ])('refuses %s without spending the token', (_name, form, error) => {
    const bench = new Bench();

    expect(refreshAs(bench, form)).toMatchObject({ status: 400, body: { error } });
    expect(bench.families()[0]?.liveRefreshTokens).toHaveLength(1);
  });

  it('refuses credentials that are sent twice', () => {
    const form = { client_id: 'app', client_secret: 's3cret' };

    expect(refreshAs(new Bench(), form, basic('app', 's3cret')).body['error']).toBe('invalid_request');
  });

  it('refuses a header for one client beside the id of another, and counts it as the first', () => {
    const bench = new Bench();
    const answer = refreshAs(bench, { client_id: 'stranger' }, basic('app', 's3cret'));

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect(bench.server.journal.presentations().at(-1)?.clientId).toBe('app');
  });

  it.each(['Basic', 'Basic !', 'Bearer odd', 'Digest odd="1"'])('refuses what it cannot read: %s', (authorization) => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    const form = { client_id: 'app', token: refresh };

    expect(refreshAs(bench, { client_id: 'app' }, { authorization }).status).toBe(401);
    expect(bench.send('POST', '/services/oauth2/revoke', form, { authorization }).status).toBe(401);
    expect(bench.refresh(refresh).status).toBe(200);
  });

  it('refuses a method that the client is not registered for', () => {
    const bench = new Bench({ authentication: ['post'] });

    expect(refreshAs(bench, {}, basic('app', 's3cret')).status).toBe(401);
  });

  it('lets a public client in by its id, and refuses a secret from it', () => {
    const bench = new Bench();
    bench.server.configureClient('stranger', { authentication: ['none'] });
    const form = { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'stranger' };

    expect(bench.post('token', { ...form, client_secret: 'other' }).body['error']).toBe('invalid_client');
    const target = '/services/oauth2/token';
    expect(bench.send('POST', target, form).body['error_description']).toBe('expired access/refresh token');
  });

  it('refuses an app that is not installed, until it is installed again', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.configureClient('app', { installed: false });

    expect(bench.refresh(refresh).body['error_description']).toBe('app must be installed into org');
    expect(bench.callback(bench.authorize()).get('error_description')).toBe('app must be installed into org');
    bench.server.configureClient('app', { installed: true });
    expect(bench.refresh(refresh).status).toBe(200);
  });
});

describe('token endpoint', () => {
  it('refuses other methods, other grants and bodies that are no form', () => {
    const bench = new Bench();
    const target = '/services/oauth2/token';
    const form = { grant_type: 'refresh_token', client_id: 'app', client_secret: 's3cret' };

    expect(bench.send('GET', target)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    expect(bench.post('token', { grant_type: 'password' }).body['error']).toBe('unsupported_grant_type');
    expect(bench.send('POST', target, form, { 'content-type': 'application/json' }).body['error']).toBe(
      'unsupported_grant_type'
    );
    expect(bench.send('POST', target, form).body['error_description']).toContain('refresh_token');
  });
});

describe('parameters of a form', () => {
  it.each(['token', 'introspect', 'revoke'] as const)('must come once: %s', (endpoint) => {
    const bench = new Bench();
    const form = 'client_id=app&client_secret=s3cret&token=odd&grant_type=refresh_token';
    const answer = bench.sendText(`/services/oauth2/${endpoint}`, `${form}&refresh_token=odd&token=even`);

    expect(answer.body).toEqual({ error: 'invalid_request', error_description: 'parameters must be sent only once' });
    expect(bench.server.journal.entries()).toMatchObject([{ outcome: 'denied', error: 'invalid_request' }]);
  });

  it('count as left out when they are empty', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();

    expect(bench.post('revoke', { token: '' }).body['error_description']).toContain('missing required parameter');
    expect(bench.post('token', { grant_type: 'refresh_token', refresh_token: '' }).body['error']).toBe(
      'invalid_request'
    );
    expect(bench.refresh(refresh, { scope: '' }).status).toBe(200);
  });

  it('are none in a body of a type that only begins like a form', () => {
    const bench = new Bench();
    const headers = { 'content-type': 'application/x-www-form-urlencoded-odd' };

    expect(bench.post('revoke', { token: bench.grant().refresh }, headers).status).toBe(400);
  });
});

describe('configuration', () => {
  it.each([
    ['id tokens', { scopes: ['api', 'openid'] }, /openid/],
    ['a redirect URI with a fragment', { redirectUris: ['https://app.example.test/#odd'] }, /fragment/],
    ['a secret that is not there', { authentication: ['basic'] as const }, /no secret|has none/],
    ['a range that cannot be read', { addresses: ['10.0.0.1', 'garbage'] }, /address/i]
  ])('refuses %s', (_name, changes, message) => {
    const bench = new Bench();
    const client = { id: 'new', redirectUris: ['https://new.example.test/'], ...changes };

    expect(() => new Bench({}, { clients: [client] })).toThrow(message);
    expect(() => bench.server.configureClient('nobody', {})).toThrow('there are: stranger, app');
  });
});
