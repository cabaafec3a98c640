import { challengeOf } from '../tokens';
import { Bench, CALLBACK, pairOf, VERIFIER } from './support';

const OTHER_VERIFIER = VERIFIER.replace('0', '1');

describe('authorization code', () => {
  it('gives no refresh token without the scope for it', () => {
    const bench = new Bench();
    const { body } = bench.exchange(bench.code({ scope: 'api' }));

    expect(body).toHaveProperty('access_token');
    expect(body).not.toHaveProperty('refresh_token');
  });

  it('works once: the second use revokes what the first one brought', () => {
    const bench = new Bench();
    const code = bench.code();
    const pair = pairOf(bench.exchange(code));

    expect(bench.exchange(code).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired authorization code'
    });
    expect(bench.refresh(pair.refresh).status).toBe(400);
    expect(bench.api(pair.access).status).toBe(401);
    expect(bench.families()[0]?.ended).toBe('code-reuse');
  });

  it('expires', () => {
    const bench = new Bench({}, { codeSeconds: 60 });
    const [late, inTime] = [bench.code(), bench.code()];
    bench.clock.advance(59_999);
    expect(bench.exchange(inTime).status).toBe(200);
    bench.clock.advance(1);

    expect(bench.exchange(late).body['error_description']).toBe('expired authorization code');
  });

  it.each([
    ['another verifier', { code_verifier: OTHER_VERIFIER }, 'invalid_grant', 'invalid code verifier'],
    ['another registered redirect URI', { redirect_uri: 'https://odd.example.test/' }, 'redirect_uri_mismatch', ''],
    ['an unknown code', { code: 'aPrxUnknown' }, 'invalid_grant', 'invalid authorization code'],
    ['another client', { client_id: 'stranger', client_secret: 'other' }, 'invalid_grant', 'invalid authorization code']
  ])('refuses %s, and leaves the code usable', (_name, changes, error, description) => {
    const bench = new Bench();
    const code = bench.code();
    const { status, body } = bench.exchange(code, changes);

    expect(status).toBe(400);
    expect(body['error']).toBe(error);
    expect(body['error_description']).toContain(description);
    expect(bench.exchange(code).status).toBe(200);
  });

  it('refuses a verifier that is shorter than the standard allows, even if it matches', () => {
    const bench = new Bench();
    const code = bench.code({ code_challenge: challengeOf('short') });

    expect(bench.exchange(code, { code_verifier: 'short' }).body['error_description']).toBe('invalid code verifier');
  });

  it('refuses a missing verifier and a missing redirect URI', () => {
    const bench = new Bench();
    const form = { grant_type: 'authorization_code', code: bench.code() };

    expect(bench.post('token', { ...form, redirect_uri: CALLBACK }).body['error_description']).toBe(
      'invalid code verifier'
    );
    expect(bench.post('token', { ...form, code_verifier: VERIFIER }).body['error']).toBe('redirect_uri_missing');
  });

  it('lets a client go without a challenge only where PKCE is optional, and then takes no verifier', () => {
    const bench = new Bench({ pkce: 'optional' });
    const code = bench.code({ code_challenge: null, code_challenge_method: null });

    expect(bench.exchange(code).body['error_description']).toBe('invalid code verifier');
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK };
    expect(bench.post('token', form).status).toBe(200);
  });
});
