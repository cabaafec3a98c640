import type { FaultAction } from '../faults';
import { Bench, pairOf } from './support';

/** A bench with one grant, and a fault on the next presentation of a refresh token. */
function faulty(action: FaultAction, config: ConstructorParameters<typeof Bench>[1] = {}): [Bench, string] {
  const bench = new Bench({}, config);
  const { refresh } = bench.grant();
  bench.server.faults.add({ match: { endpoint: 'token', grantType: 'refresh_token' }, occurrence: 1, action });
  return [bench, refresh];
}

describe('faults', () => {
  it.each(['drop', 'reset'] as const)('%s the answer without having processed, so that the token lives', (kind) => {
    const [bench, refresh] = faulty({ kind, processed: false });

    expect(bench.refresh(refresh).served.connection).toBe(kind);
    expect(bench.refresh(refresh).status).toBe(200);
    expect(bench.outcomes()).toEqual(['issued', 'unprocessed', 'rotated']);
  });

  it.each(['drop', 'reset'] as const)('%s the answer after processing, so that the token is spent', (kind) => {
    const [bench, refresh] = faulty({ kind, processed: true });

    expect(bench.refresh(refresh).served.connection).toBe(kind);
    expect(bench.refresh(refresh).status).toBe(400);
    expect(bench.server.journal.presentations()).toMatchObject([
      { outcome: 'issued', fault: null },
      { outcome: 'rotated', fault: kind },
      { outcome: 'reused', fault: null }
    ]);
  });

  it('delay the answer, and the token is in use meanwhile', () => {
    const [bench, refresh] = faulty({ kind: 'delay', ms: 20_000 }, { processingMs: 100 });

    expect(bench.refresh(refresh).served).toMatchObject({ delayMs: 20_100, connection: 'deliver' });
    bench.clock.advance(20_099);
    expect(bench.refresh(refresh).body['error_description']).toContain('already being processed');
  });

  it('break the connection mid-body, or deliver half a body as if it were whole', () => {
    const [broken, first] = faulty({ kind: 'truncate', how: 'connection' });
    const [halved, second] = faulty({ kind: 'truncate', how: 'body' });
    const answer = broken.refresh(first);

    expect(answer.served.connection).toBe('truncate');
    expect(answer.text.endsWith('}')).toBe(true);
    const half = halved.server;
    expect(() => halved.refresh(second)).toThrow(SyntaxError);
    expect(half.journal.presentations()[1]).toMatchObject({ outcome: 'rotated', fault: 'truncate' });
  });

  it('answer with a page of a proxy', () => {
    const [bench, refresh] = faulty({ kind: 'html', processed: true });

    expect(bench.refresh(refresh)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } });
    expect(bench.families()[0]?.generation).toBe(2);
  });

  it('answer whatever the script says, the echo of the token included', () => {
    const body = '{"error":"invalid_grant","error_description":"bad {token}"}';
    const [bench, refresh] = faulty({ kind: 'answer', processed: false, status: 503, retryAfter: 'soon', body });

    expect(bench.refresh(refresh)).toMatchObject({
      status: 503,
      headers: { 'retry-after': 'soon' },
      body: { error_description: `bad ${refresh}` }
    });
    expect(JSON.stringify(bench.server.journal.entries())).not.toContain(refresh);
  });

  it('hit the occurrences they name, of the client and endpoint they name', () => {
    const bench = new Bench({ rotation: 'off' });
    const { refresh } = bench.grant();
    const action = { kind: 'answer', processed: false, status: 429 } as const;
    bench.server.faults.add({ match: { clientId: 'stranger' }, action });
    bench.server.faults.add({ match: { grantType: 'refresh_token' }, occurrence: { from: 2, through: 3 }, action });
    const statuses = [1, 2, 3, 4].map(() => bench.refresh(refresh).status);

    expect(statuses).toEqual([200, 429, 429, 200]);
    expect(bench.post('token', { client_id: 'stranger' }).status).toBe(429);
    bench.server.faults.clear();
    expect(bench.post('token', { client_id: 'stranger' }).status).toBe(400);
  });

  it('come from the earliest rule where several hit', () => {
    const [bench, refresh] = faulty({ kind: 'answer', processed: false, status: 500 });
    bench.server.faults.add({ action: { kind: 'answer', processed: false, status: 502 } });

    expect([1, 2].map(() => bench.refresh(refresh).status)).toEqual([500, 502]);
  });

  it('count for every rule that matches, also where an earlier rule hits', () => {
    const bench = new Bench({ rotation: 'off' });
    const { refresh } = bench.grant();
    const match = { endpoint: 'token' } as const;
    bench.server.faults.add({ match, occurrence: 1, action: { kind: 'answer', processed: false, status: 500 } });
    bench.server.faults.add({ match, occurrence: 2, action: { kind: 'answer', processed: false, status: 502 } });

    expect([1, 2, 3].map(() => bench.refresh(refresh).status)).toEqual([500, 502, 200]);
  });

  it('leave introspections and revocations in the journal that were never processed', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.faults.add({ occurrence: { from: 1 }, action: { kind: 'drop', processed: false } });
    bench.post('introspect', { token: refresh });
    bench.post('revoke', { token: refresh });

    expect(bench.server.journal.entries().slice(1)).toMatchObject([
      { kind: 'introspection', outcome: 'unprocessed', fault: 'drop', generation: 1 },
      { kind: 'revocation', outcome: 'unprocessed', fault: 'drop', family: 'family-1' }
    ]);
  });
});

describe('late requests', () => {
  it('are processed before the first request after their time, at their own time', () => {
    const [bench, refresh] = faulty({ kind: 'late', ms: 60_000 });
    const sent = bench.clock.now();
    expect(bench.refresh(refresh).served.connection).toBe('drop');
    bench.clock.advance(59_999);
    expect(bench.post('introspect', { token: refresh }).body['active']).toBe(true);
    bench.clock.advance(5_000);

    expect(bench.post('introspect', { token: refresh }).body['active']).toBe(false);
    expect(bench.server.journal.presentations().slice(1)).toMatchObject([
      { sequence: 2, arrival: 2, outcome: 'travelling', at: sent },
      { sequence: 4, arrival: 2, outcome: 'rotated', at: sent + 60_000, fault: 'late' }
    ]);
  });

  it('kill the family when the client has presented the token again meanwhile', () => {
    const [bench, refresh] = faulty({ kind: 'late', ms: 60_000 });
    bench.refresh(refresh);
    const pair = pairOf(bench.refresh(refresh));
    bench.clock.advance(60_000);

    expect(bench.server.flushLate(bench.clock)).toBe(1);
    expect(bench.refresh(pair.refresh).status).toBe(400);
    expect(bench.families()[0]?.ended).toBe('reuse');
  });

  it('wait for their time, unless they are told to settle', () => {
    const [bench, refresh] = faulty({ kind: 'late', ms: Infinity });
    bench.refresh(refresh);
    bench.clock.advance(86_400_000);

    expect(bench.server.flushLate(bench.clock)).toBe(0);
    expect(bench.server.travelling()).toBe(1);
    expect(bench.server.settle(bench.clock)).toBe(1);
    expect(bench.server.settle(bench.clock)).toBe(0);
    expect(bench.server.journal.presentations()[2]).toMatchObject({ outcome: 'rotated', at: bench.clock.now() });
  });

  it('are processed in the order in which they come due', () => {
    const bench = new Bench();
    const [first, second] = [bench.grant().refresh, bench.grant().refresh];
    bench.server.faults.add({ occurrence: 1, action: { kind: 'late', ms: 200 } });
    bench.server.faults.add({ occurrence: 2, action: { kind: 'late', ms: 100 } });
    bench.refresh(first);
    bench.refresh(second);
    bench.clock.advance(200);
    bench.server.flushLate(bench.clock);

    expect(bench.server.journal.presentations().slice(4)).toMatchObject([
      { family: 'family-2', arrival: 4 },
      { family: 'family-1', arrival: 3 }
    ]);
  });
});
