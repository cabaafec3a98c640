import { digestOf, TOKEN_PATTERN } from '../tokens';
import { Bench, pairOf } from './support';

describe('journal', () => {
  it('numbers the presentations of a family by the generation presented', () => {
    const bench = new Bench();
    const first = bench.grant();
    const second = pairOf(bench.refresh(first.refresh));
    bench.refresh(second.refresh);
    bench.refresh(first.refresh);

    expect(bench.server.journal.presentations().slice(1)).toMatchObject([
      { family: 'family-1', generation: 1, outcome: 'rotated', digest: digestOf(first.refresh), error: null },
      { family: 'family-1', generation: 2, outcome: 'rotated', digest: digestOf(second.refresh) },
      { family: 'family-1', generation: 1, outcome: 'reused', error: 'invalid_grant' }
    ]);
  });

  it('numbers its entries without gaps over all kinds', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.post('introspect', { token: refresh });
    bench.post('revoke', { token: refresh });

    expect(bench.server.journal.entries().map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'presentation'],
      [2, 'introspection'],
      [3, 'revocation']
    ]);
  });

  it('holds no token, wherever a client may put one', () => {
    const bench = new Bench();
    const { refresh, access } = bench.grant();
    bench.post('token', { grant_type: refresh, client_id: access, refresh_token: refresh, scope: access });
    bench.refresh(refresh, { scope: access });
    bench.post('introspect', { token: access, client_id: refresh });
    bench.post('revoke', { token: access, token_type_hint: refresh });
    const text = JSON.stringify([bench.server.journal.entries(), bench.families()]);

    expect(bench.server.journal.entries()).toHaveLength(5);
    expect(refresh).toMatch(TOKEN_PATTERN);
    expect(access).toMatch(TOKEN_PATTERN);
    expect(bench.code()).toMatch(TOKEN_PATTERN);
    expect(text).not.toMatch(TOKEN_PATTERN);
  });
});

describe('a server', () => {
  it('makes the same tokens from the same seed, and others from another', () => {
    const [first, same, other] = [7, 7, 8].map((seed) => new Bench({}, { seed }).grant());

    expect(same).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('never makes the same token twice', () => {
    const bench = new Bench();
    let { refresh } = bench.grant();
    const seen = new Set<string>();
    for (let i = 0; i < 2_000; i++) {
      const pair = pairOf(bench.refresh(refresh));
      seen.add(pair.access).add(pair.refresh);
      ({ refresh } = pair);
    }

    expect(seen.size).toBe(4_000);
  });

  it('goes back to a snapshot as often as wanted, tokens to come included', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.faults.add({ occurrence: 2, action: { kind: 'late', ms: 1 } });
    const snapshot = bench.server.snapshot();
    const futures = [1, 2, 3].map(() => {
      bench.server.restore(snapshot);
      const pair = pairOf(bench.refresh(refresh));
      bench.refresh(refresh);
      bench.server.settle(bench.clock);
      return { pair, journal: bench.server.journal.entries(), families: bench.families() };
    });

    expect(futures[1]).toEqual(futures[0]);
    expect(futures[2]).toEqual(futures[0]);
    expect(futures[0]?.families[0]?.ended).toBe('reuse');
  });

  it('takes snapshots of chains that are long', () => {
    const bench = new Bench();
    let { refresh } = bench.grant();
    for (let i = 0; i < 20_000; i++) ({ refresh } = pairOf(bench.refresh(refresh)));
    const snapshot = bench.server.snapshot();
    bench.refresh(refresh);
    bench.server.restore(snapshot);

    expect(bench.refresh(refresh).status).toBe(200);
  });
});
