import fc from 'fast-check';

import type { FaultAction } from '../faults';
import { Bench, VERIFIER } from './support';

type Step =
  | { readonly do: 'present' | 'introspect' | 'revoke'; readonly token: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'fault'; readonly action: FaultAction }
  | { readonly do: 'approve' };

const ACTIONS: readonly FaultAction[] = [
  { kind: 'drop', processed: true },
  { kind: 'reset', processed: false },
  { kind: 'delay', ms: 700 },
  { kind: 'late', ms: 900 },
  { kind: 'truncate', how: 'connection' }
];

/** Counted back from the newest token. */
const recent = fc.nat(7);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('present' as const), token: recent }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('introspect' as const, 'revoke' as const), token: recent }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 50, 100, 1_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fault' as const), action: fc.constantFrom(...ACTIONS) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'approve' as const }) }
);

/** Uses any token that the server ever handed out, those of lost answers included. */
class Walk {
  readonly bench = new Bench({ approvalsPerUser: 2 }, { processingMs: 100 });
  readonly tokens: string[] = [];

  take(next: Step): void {
    if (next.do === 'wait') this.bench.clock.advance(next.ms);
    else if (next.do === 'fault') this.bench.server.faults.add({ action: next.action, occurrence: 1 });
    else if (next.do === 'approve') this.approve();
    else this.use(next.do, this.tokens.at(-1 - next.token) ?? 'none');
  }

  approve(): void {
    this.keep(this.bench.exchange(this.bench.code(), { code_verifier: VERIFIER }).body['refresh_token']);
  }

  private use(kind: 'present' | 'introspect' | 'revoke', token: string): void {
    if (kind === 'present') this.keep(this.bench.refresh(token).body['refresh_token']);
    else this.bench.post(kind, { token });
  }

  private keep(token: string | undefined): void {
    if (token !== undefined) this.tokens.push(token);
  }
}

describe('strict mode', () => {
  it('never leaves two living refresh tokens in a family, and none after a reuse', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const walk = new Walk();
        walk.approve();
        for (const next of steps) {
          walk.take(next);
          for (const family of walk.bench.families()) {
            expect(family.liveRefreshTokens.length).toBeLessThanOrEqual(family.ended === null ? 1 : 0);
          }
        }
        const reused = walk.bench.server.journal.presentations().filter(({ outcome }) => outcome === 'reused');
        const dead = walk.bench.families().filter(({ ended }) => ended !== null);
        expect(dead.map(({ id }) => id)).toEqual(expect.arrayContaining(reused.map(({ family }) => family)));
      }),
      { numRuns: 300, seed: 20260105 }
    );
  });

  it('rotates each refresh token at most once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const walk = new Walk();
        walk.approve();
        for (const next of steps) walk.take(next);
        walk.bench.server.settle(walk.bench.clock);
        const rotated = walk.bench.server.journal
          .presentations()
          .filter(({ outcome }) => outcome === 'rotated')
          .map(({ digest }) => digest);
        expect(new Set(rotated).size).toBe(rotated.length);
      }),
      { numRuns: 300, seed: 20260106 }
    );
  });
});
