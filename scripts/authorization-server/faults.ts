import type { WireRequest } from '../local-org/contracts/transport';
import type { Endpoint } from './exchange';

/**
 * What goes wrong. `processed` says whether the server did its work before the answer was spoiled, which is
 * exactly what the client cannot see.
 */
export type FaultAction =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop'; readonly processed: boolean }
  | { readonly kind: 'reset'; readonly processed: boolean }
  /** 'connection' breaks off mid-body; 'body' delivers half of the text as if it were all. Always processed. */
  | { readonly kind: 'truncate'; readonly how: 'connection' | 'body' }
  /** A page of some proxy instead of the answer. */
  | { readonly kind: 'html'; readonly processed: boolean; readonly status?: number }
  | AnswerFault
  /** The client never hears an answer; the request is processed when its time has come, or when told to. */
  | { readonly kind: 'late'; readonly ms: number };

/** Any answer, word for word: 429 and 503 with Retry-After, other servers' errors, 200 with nothing in it. */
export interface AnswerFault {
  readonly kind: 'answer';
  readonly processed: boolean;
  readonly status: number;
  /** The header as it stands: seconds, a date, or garbage. */
  readonly retryAfter?: string;
  /** `{token}` stands for the presented token, for servers that echo it. */
  readonly body?: string;
  readonly contentType?: string;
}

export type FaultKind = FaultAction['kind'];

export interface FaultRule {
  /** All that is named must match. */
  readonly match?: {
    readonly endpoint?: Endpoint;
    readonly clientId?: string;
    readonly grantType?: string;
  };
  /** Which of the matching requests are hit, counted from 1: one, or a range. All, if left out. */
  readonly occurrence?: number | { readonly from: number; readonly through?: number };
  readonly action: FaultAction;
}

/** A request that still travels. */
export interface LateRequest {
  readonly request: WireRequest;
  readonly dueAt: number;
  readonly arrival: number | null;
}

export interface FaultSubject {
  readonly endpoint: Endpoint;
  readonly clientId: string;
  readonly grantType: string | null;
}

/** The action of the first rule that hits. Every rule counts every request it matches, hit or not. */
export function pickFault(
  rules: readonly { readonly rule: FaultRule; seen: number }[],
  subject: FaultSubject
): FaultAction | null {
  let hit: FaultAction | null = null;
  for (const entry of rules) {
    if (!matches(entry.rule, subject)) continue;
    entry.seen++;
    if (hit === null && occurs(entry.rule.occurrence, entry.seen)) hit = entry.rule.action;
  }
  return hit;
}

function matches({ match }: FaultRule, subject: FaultSubject): boolean {
  if (match === undefined) return true;
  return (
    (match.endpoint ?? subject.endpoint) === subject.endpoint &&
    (match.clientId ?? subject.clientId) === subject.clientId &&
    (match.grantType ?? subject.grantType) === subject.grantType
  );
}

function occurs(occurrence: FaultRule['occurrence'], seen: number): boolean {
  if (occurrence === undefined) return true;
  if (typeof occurrence === 'number') return seen === occurrence;
  return seen >= occurrence.from && seen <= (occurrence.through ?? Infinity);
}

/** Scripted faults. Rules added earlier win. */
export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
}
