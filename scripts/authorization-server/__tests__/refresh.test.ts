import { createHmac } from 'node:crypto';

import { Bench, DAY, pairOf, START } from './support';

const EXPIRED = { error: 'invalid_grant', error_description: 'expired access/refresh token' };

describe('rotation', () => {
  it('answers like Salesforce: a new pair, the time as text, no expires_in', () => {
    const bench = new Bench();
    const first = bench.grant();

    const { status, headers, body } = bench.refresh(first.refresh);

    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'id',
      'instance_url',
      'issued_at',
      'refresh_token',
      'scope',
      'signature',
      'token_type'
    ]);
    expect(body['issued_at']).toBe(String(bench.clock.now()));
    expect(body['refresh_token']).toMatch(/^5Aep861[\w.]{80}$/);
    expect(body['access_token']).toMatch(/^00D\w{12}!AQ[\w.]{96}$/);
    expect(body['refresh_token']).not.toBe(first.refresh);
  });

  it('signs identity and time with the secret of the client', () => {
    const bench = new Bench();
    bench.clock.advance(5);
    const { body } = bench.refresh(bench.grant().refresh);
    const id = 'https://login.example.test/id/00D000000000001EAA/005000000000001AAA';

    expect(body['id']).toBe(id);
    expect(body['signature']).toBe(
      createHmac('sha256', 's3cret')
        .update(`${id}${START + 5}`)
        .digest('base64')
    );
  });

  it('keeps the refresh token when it is off, and does not repeat it', () => {
    const bench = new Bench({ rotation: 'off' });
    const { refresh } = bench.grant();

    expect(bench.refresh(refresh).body).not.toHaveProperty('refresh_token');
    expect(bench.refresh(refresh).status).toBe(200);
    expect(bench.outcomes()).toEqual(['issued', 'kept', 'kept']);
  });

  it('repeats the same refresh token in echo mode', () => {
    const bench = new Bench({ rotation: 'echo' });
    const { refresh } = bench.grant();

    expect(pairOf(bench.refresh(refresh)).refresh).toBe(refresh);
  });

  it('narrows the scope on demand and never widens it', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();

    expect(bench.refresh(refresh, { scope: 'api full' }).body['error']).toBe('invalid_scope');
    expect(bench.refresh(refresh, { scope: 'api' }).body['scope']).toBe('api');
  });
});

describe('reuse in strict mode', () => {
  it('kills the successor and every access token of the family', () => {
    const bench = new Bench();
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));

    expect(bench.refresh(first.refresh)).toMatchObject({ status: 400, body: EXPIRED });
    expect(bench.refresh(second.refresh).body).toEqual(EXPIRED);
    expect(bench.api(first.access).status).toBe(401);
    expect(bench.api(second.access).status).toBe(401);
    expect(bench.families()).toMatchObject([{ ended: 'reuse', liveRefreshTokens: [], liveAccessTokens: [] }]);
  });

  it('leaves the other families of the same app alone', () => {
    const bench = new Bench();
    const [victim, other] = [bench.grant(), bench.grant()];
    bench.refresh(victim.refresh);
    bench.refresh(victim.refresh);

    expect(bench.refresh(other.refresh).status).toBe(200);
  });

  it('detects it even from an address that may not refresh', () => {
    const bench = new Bench({ addresses: ['10.0.0.1', '127.0.0.0/8'] });
    const { refresh } = bench.grant();
    bench.refresh(refresh);
    bench.address = '192.0.2.7';
    bench.refresh(refresh);

    expect(bench.families()[0]?.ended).toBe('reuse');
  });

  it('does not listen to another client that holds the token', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    const theft = bench.refresh(refresh, { client_id: 'stranger', client_secret: 'other' });

    expect(theft.body).toEqual(EXPIRED);
    expect(bench.refresh(refresh).status).toBe(200);
  });
});

describe('reuse with a grace', () => {
  it('exchanges the last spent token again within it, and kills after it', () => {
    const bench = new Bench({ reuse: { graceSeconds: 10 } });
    const { refresh } = bench.grant();
    bench.refresh(refresh);
    bench.clock.advance(9_999);

    expect(bench.refresh(refresh).status).toBe(200);
    bench.clock.advance(1);
    expect(bench.refresh(refresh).body).toEqual(EXPIRED);
    expect(bench.outcomes()).toEqual(['issued', 'rotated', 'graced', 'reused']);
  });

  it('does not prolong itself by being used', () => {
    const bench = new Bench({ reuse: { graceSeconds: 10 } });
    const { refresh } = bench.grant();
    bench.refresh(refresh);
    bench.clock.advance(6_000);
    bench.refresh(refresh);
    bench.clock.advance(6_000);

    expect(bench.refresh(refresh).status).toBe(400);
  });

  it('covers no token whose successor was used', () => {
    const bench = new Bench({ reuse: { graceSeconds: 10 } });
    const first = bench.grant();
    bench.refresh(pairOf(bench.refresh(first.refresh)).refresh);
    bench.refresh(first.refresh);

    expect(bench.families()[0]?.ended).toBe('reuse');
  });
});

describe('reuse where the parent returns the active token', () => {
  it('hands the living successor out again, however late', () => {
    const bench = new Bench({ reuse: 'parent-returns-active' });
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));
    bench.clock.advance(DAY);
    const replay = pairOf(bench.refresh(first.refresh));

    expect(replay.refresh).toBe(second.refresh);
    expect(replay.access).not.toBe(second.access);
    expect(bench.outcomes()).toEqual(['issued', 'rotated', 'replayed']);
  });

  it('kills the family when a grandparent asks', () => {
    const bench = new Bench({ reuse: 'parent-returns-active' });
    const first = bench.grant();
    bench.refresh(pairOf(bench.refresh(first.refresh)).refresh);

    expect(bench.refresh(first.refresh).body).toEqual(EXPIRED);
    expect(bench.families()[0]?.ended).toBe('reuse');
  });
});

describe('overlapping use', () => {
  it('refuses the second while the first is processed, and harms nothing', () => {
    const bench = new Bench({}, { processingMs: 1_000 });
    const { refresh } = bench.grant();
    const first = bench.refresh(refresh);
    bench.clock.advance(999);
    const second = bench.refresh(refresh);

    expect(second).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'token request is already being processed' }
    });
    expect(bench.refresh(pairOf(first).refresh).status).toBe(200);
    expect(bench.outcomes()).toEqual(['issued', 'rotated', 'contended', 'rotated']);
  });

  it('ends with the first answer: from then on it is reuse', () => {
    const bench = new Bench({}, { processingMs: 1_000 });
    const { refresh } = bench.grant();
    bench.refresh(refresh);
    bench.clock.advance(1_000);
    bench.refresh(refresh);

    expect(bench.families()[0]?.ended).toBe('reuse');
  });
});
