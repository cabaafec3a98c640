import { Bench, DAY, pairOf, START } from './support';

describe('introspection', () => {
  it('tells an unspent refresh token from a spent one', () => {
    const bench = new Bench();
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));

    expect(bench.post('introspect', { token: first.refresh }).text).toBe('{"active":false}');
    expect(bench.post('introspect', { token: second.refresh }).body).toMatchObject({
      active: true,
      token_type: 'refresh_token',
      client_id: 'app',
      username: 'admin@tokenward.test',
      exp: (START + 30 * DAY) / 1_000
    });
  });

  it('gives the expiry of an access token, and no expiry to a refresh token that has none', () => {
    const bench = new Bench({ idleSeconds: null });
    const { access, refresh } = bench.grant();

    expect(bench.post('introspect', { token: access }).body['exp']).toBe(START / 1_000 + 7_200);
    expect(bench.post('introspect', { token: refresh }).body).not.toHaveProperty('exp');
    bench.clock.advance(7_200_000);
    expect(bench.post('introspect', { token: access }).text).toBe('{"active":false}');
  });

  it('tells when a token was issued, also of a refresh token that has been used and kept', () => {
    const bench = new Bench({ rotation: 'off' });
    const { refresh } = bench.grant();
    bench.clock.advance(60_000);
    const access = bench.refresh(refresh).body['access_token'] ?? '';
    const [first, second] = [START, START + 60_000].map((at) => at / 1_000);

    expect(bench.post('introspect', { token: refresh }).body).toMatchObject({ iat: first, nbf: first });
    expect(bench.post('introspect', { token: access }).body).toMatchObject({ iat: second, nbf: second });
  });

  it('presents nothing: the token works as before', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.post('introspect', { token: refresh });

    expect(bench.refresh(refresh).status).toBe(200);
    expect(bench.outcomes()).toEqual(['issued', 'rotated']);
    expect(bench.server.journal.introspections()).toMatchObject([{ outcome: 'active', family: 'family-1' }]);
  });

  it.each(['access', 'refresh'] as const)('says nothing to another client about a live %s token', (kind) => {
    const bench = new Bench();
    const pair = bench.grant();
    const stranger = { client_id: 'stranger', client_secret: 'other' };

    expect(bench.post('introspect', { token: pair[kind], ...stranger }).text).toBe('{"active":false}');
    expect(bench.post('introspect', { token: pair[kind] }).body['active']).toBe(true);
  });

  it('answers false to everything where the client may not ask', () => {
    const bench = new Bench({ introspection: 'blind' });

    expect(bench.post('introspect', { token: bench.grant().refresh }).text).toBe('{"active":false}');
  });

  it('wants the client to authenticate and a token to ask about', () => {
    const bench = new Bench();

    expect(bench.post('introspect', { token: 'x', client_secret: 'wrong' }).body['error']).toBe('invalid_client');
    expect(bench.post('introspect', {}).body['error']).toBe('invalid_request');
    expect(bench.send('GET', '/services/oauth2/introspect?token=x').status).toBe(405);
  });

  it("keeps a frozen user's refresh token active, since it works again afterwards", () => {
    const bench = new Bench();
    const { access, refresh } = bench.grant();
    bench.server.configureUser('admin@tokenward.test', { status: 'frozen' });

    expect(bench.post('introspect', { token: refresh }).body['active']).toBe(true);
    expect(bench.post('introspect', { token: access }).body['active']).toBe(false);
  });
});
