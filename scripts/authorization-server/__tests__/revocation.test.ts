import { Bench, pairOf } from './support';

describe('revocation', () => {
  it('of a refresh token takes its access tokens along', () => {
    const bench = new Bench();
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));

    expect(bench.post('revoke', { token: second.refresh })).toMatchObject({ status: 200, text: '' });
    expect(bench.refresh(second.refresh).status).toBe(400);
    expect([bench.api(first.access).status, bench.api(second.access).status]).toEqual([401, 401]);
    expect(bench.families()[0]?.ended).toBe('revoked');
  });

  it('of an access token kills only that one', () => {
    const bench = new Bench();
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));
    bench.post('revoke', { token: first.access });

    expect([bench.api(first.access).status, bench.api(second.access).status]).toEqual([401, 200]);
    expect(bench.refresh(second.refresh).status).toBe(200);
  });

  it('of an access token kills only that one even where no refresh token lives', () => {
    const bench = new Bench({ idleSeconds: 100 });
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));
    bench.clock.advance(100_000);
    bench.post('revoke', { token: first.access });

    expect([bench.api(first.access).status, bench.api(second.access).status]).toEqual([401, 200]);
  });

  it.each(['access', 'refresh'] as const)('of the %s token kills the grant where the server is set so', (kind) => {
    const bench = new Bench({}, { revocationKills: 'grant' });
    const pair = bench.grant();
    bench.post('revoke', { token: pair[kind] });

    expect(bench.families()).toMatchObject([{ ended: 'revoked', liveAccessTokens: [], liveRefreshTokens: [] }]);
  });

  it('of a spent refresh token kills the grant only where the server is set so', () => {
    const [token, grant] = (['token', 'grant'] as const).map((revocationKills) => {
      const bench = new Bench({}, { revocationKills });
      const { refresh } = bench.grant();
      bench.refresh(refresh);
      return [bench.post('revoke', { token: refresh }).status, bench.families()[0]?.ended];
    });

    expect(token).toEqual([400, null]);
    expect(grant).toEqual([200, 'revoked']);
  });

  it('of one refresh token leaves a sibling from the grace alive', () => {
    const bench = new Bench({ reuse: { graceSeconds: 10 } });
    const { refresh } = bench.grant();
    const [first, second] = [pairOf(bench.refresh(refresh)), pairOf(bench.refresh(refresh))];
    bench.post('revoke', { token: first.refresh });

    expect([bench.api(first.access).status, bench.api(second.access).status]).toEqual([401, 200]);
    expect(bench.refresh(second.refresh).status).toBe(200);
  });

  it.each([
    ['an unknown token', { token: 'unknown' }, 'invalid_token'],
    ['no token', {}, 'invalid_request'],
    ['an unknown token type', { token: 'unknown', token_type_hint: 'odd' }, 'unsupported_token_type'],
    ['a wrong secret', { token: 'unknown', client_secret: 'wrong' }, 'invalid_client']
  ])('refuses %s with 400', (_name, form, error) => {
    expect(new Bench().post('revoke', form)).toMatchObject({ status: 400, body: { error } });
  });

  it('refuses to revoke for another client, and repeated revocations', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    const theft = bench.post('revoke', { token: refresh, client_id: 'stranger', client_secret: 'other' });

    expect(theft.body['error']).toBe('invalid_token');
    expect(bench.post('revoke', { token: refresh }).status).toBe(200);
    expect(bench.post('revoke', { token: refresh }).status).toBe(400);
    expect(bench.server.journal.revocations().map(({ outcome }) => outcome)).toEqual(['denied', 'revoked', 'denied']);
  });

  it('needs no client: whoever holds a token may give it up', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();

    expect(bench.send('POST', '/services/oauth2/revoke', { token: refresh }).status).toBe(200);
  });

  it('by an administrator ends every grant of the app, or of one user', () => {
    const users = [{ username: 'odd@example.test' }, { username: 'even@example.test' }];
    const bench = new Bench({}, { users });
    bench.grant();
    bench.grant({ login_hint: 'even@example.test' });

    expect(bench.server.revokeGrants(bench.clock, 'app', 'odd@example.test')).toBe(1);
    expect(bench.families().map(({ ended }) => ended)).toEqual(['revoked', null]);
    expect(bench.server.revokeGrants(bench.clock, 'app')).toBe(1);
  });
});
