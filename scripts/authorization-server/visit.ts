import type { Denial } from './denials';
import type { Exchange } from './exchange';
import type { FaultKind, FaultSubject } from './faults';
import type { AccessToken, Family, RefreshToken } from './state';

/** One request being processed. */
export interface Visit {
  readonly exchange: Exchange;
  readonly subject: FaultSubject;
  /** When it is processed; later than its arrival only for late requests. */
  readonly at: number;
  /** When its answer leaves. */
  readonly busyUntil: number;
  readonly fault: FaultKind | null;
  /** The journal's number of its arrival, if it was recorded before it was processed. */
  readonly arrival: number | null;
}

/** What the token endpoint decided: the tokens to hand out, or why not, and what was presented. */
export type Decision = Granted | Refused;

export interface Granted {
  readonly kind: 'granted';
  readonly outcome: 'issued' | 'rotated' | 'kept' | 'graced' | 'replayed';
  readonly access: AccessToken;
  /** Handed out beside the access token. */
  readonly refresh: RefreshToken | null;
  readonly family: Family;
  /** Of the presented refresh token; of the first one where a code was presented. */
  readonly generation: number | null;
}

export interface Refused {
  readonly kind: 'refused';
  readonly outcome: 'reused' | 'contended' | 'denied';
  readonly denial: Denial;
  readonly family: Family | null;
  readonly generation: number | null;
}

export function refused(
  denial: Denial,
  outcome: Refused['outcome'] = 'denied',
  token: RefreshToken | null = null
): Refused {
  return { kind: 'refused', outcome, denial, family: token?.family ?? null, generation: token?.generation ?? null };
}
