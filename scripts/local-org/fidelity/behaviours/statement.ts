import type { Fidelity } from '../../contracts/library';

/** One behaviour of the platform that the local org claims to have, and how we know what the platform does. */
export interface Statement {
  /** The test that proves it carries this id. */
  readonly id: string;
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly source: string;
}

export const GUIDE = 'Apex Developer Guide';

export function exact(id: string, text: string, source: string): Statement {
  return { id, text, fidelity: 'exact', source };
}

/** The text says in brackets where it differs. */
export function approximate(id: string, text: string, source: string): Statement {
  return { id, text, fidelity: 'approximate', source };
}
