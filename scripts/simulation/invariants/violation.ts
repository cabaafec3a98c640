export const INVARIANTS = {
  I1: 'a refresh token is presented again only on proof that it is unspent, or by the named policy',
  I2: 'a token known to be spent is never presented',
  I3: 'no access token is used before its pair is durable',
  I4: 'the generation of a row never decreases',
  I5: 'we never cause a revocation while the successor is held',
  I6: 'every request ends within its budget, in an answer or a typed error',
  I7: 'no token text anywhere but sealed in custody',
  I8: 'after quiescence every connection is in a named state, and a disconnected one leaves no grant unmentioned',
  I9: 'every fault that changes a state leaves an event row'
} as const;

export type InvariantId = keyof typeof INVARIANTS;

export interface Violation {
  /** An invariant, or the expectation of the scenario about its final states. */
  readonly rule: InvariantId | 'expected';
  readonly text: string;
}
