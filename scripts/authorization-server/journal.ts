import type { FaultKind } from './faults';

/**
 * What became of a presentation at the token endpoint:
 * issued      a code became the first tokens of a family
 * rotated     a refresh token became the next generation
 * kept        refreshed without rotation
 * graced      a spent token was exchanged again within the grace
 * replayed    a spent parent got its living successor again
 * reused      something spent came back: the family is dead
 * contended   another presentation of it is being processed; nothing happened
 * denied      refused; nothing was spent
 * unprocessed a fault kept the request from being processed
 * travelling  a fault delays it: a second entry with the same arrival follows if it is ever processed
 */
export type Outcome =
  | 'issued'
  | 'rotated'
  | 'kept'
  | 'graced'
  | 'replayed'
  | 'reused'
  | 'contended'
  | 'denied'
  | 'unprocessed'
  | 'travelling';

export interface Entry {
  /** From 1, without gaps, over all kinds. */
  readonly sequence: number;
  /** Sequence of the entry that recorded the arrival of the request: its own, unless the request came late. */
  readonly arrival: number;
  readonly at: number;
  /** Null when no client of that id is registered: a stranger's text might hold anything. */
  readonly clientId: string | null;
  readonly family: string | null;
  readonly generation: number | null;
  /** Of the token or code in question, even if unknown here. */
  readonly digest: string | null;
  /** The error code of the refusal. */
  readonly error: string | null;
  readonly fault: FaultKind | null;
}

export interface PresentationEntry extends Entry {
  readonly kind: 'presentation';
  readonly grantType: 'authorization_code' | 'refresh_token' | 'other';
  readonly outcome: Outcome;
  readonly description: string | null;
}

export interface IntrospectionEntry extends Entry {
  readonly kind: 'introspection';
  readonly outcome: TokenUseOutcome;
}

export interface RevocationEntry extends Entry {
  readonly kind: 'revocation';
  readonly outcome: TokenUseOutcome;
}

export type TokenUseOutcome = 'active' | 'inactive' | 'revoked' | 'denied' | 'unprocessed' | 'travelling';

/** Never holds the text of a token. */
export type JournalEntry = PresentationEntry | IntrospectionEntry | RevocationEntry;

/** Reads what happened. Lists are snapshots of the moment. */
export interface Journal {
  entries(): readonly JournalEntry[];
  presentations(): readonly PresentationEntry[];
  introspections(): readonly IntrospectionEntry[];
  revocations(): readonly RevocationEntry[];
}

export function journalOf(read: () => readonly JournalEntry[]): Journal {
  const ofKind = <K extends JournalEntry['kind']>(kind: K): Extract<JournalEntry, { kind: K }>[] =>
    read().filter((entry): entry is Extract<JournalEntry, { kind: K }> => entry.kind === kind);
  return {
    entries: () => read().slice(),
    presentations: () => ofKind('presentation'),
    introspections: () => ofKind('introspection'),
    revocations: () => ofKind('revocation')
  };
}
