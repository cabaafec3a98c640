import type { TransportResult, WireRequest } from './transport';

/**
 * Anything during which another transaction may run. A transaction is a generator that yields effects; its driver
 * answers each one. Between two effects a transaction is alone.
 */
export type Effect = CalloutEffect | LockEffect | CommitEffect | PauseEffect;

/** Row locks are already released when this is yielded. Answered with a TransportResult. */
export interface CalloutEffect {
  readonly kind: 'callout';
  readonly request: WireRequest;
  readonly timeoutMs: number;
}

/** The rows are held by another transaction. Answered with 'retry' (try to take them again) or 'timeout' (10 s are over). */
export interface LockEffect {
  readonly kind: 'lock';
  readonly holder: number;
  readonly object: string;
  readonly ids: readonly string[];
  readonly since: number;
}

/** The transaction is about to commit. Answered with undefined. */
export interface CommitEffect {
  readonly kind: 'commit';
}

/** A point at which the platform may switch although nothing is waited for, for example before a query. */
export interface PauseEffect {
  readonly kind: 'pause';
  readonly point: string;
}

export type EffectAnswer<E extends Effect> = E extends CalloutEffect
  ? TransportResult
  : E extends LockEffect
    ? 'retry' | 'timeout'
    : undefined;

/** Code that may wait. The answer to a yielded effect arrives as `unknown` and is checked by `perform`. */
export type Waiting<T> = Generator<Effect, T, unknown>;

/** `yield* perform(effect)`: the answer to an effect with its type. */
export function* perform<E extends Effect>(effect: E): Waiting<EffectAnswer<E>> {
  return (yield effect) as EffectAnswer<E>;
}
