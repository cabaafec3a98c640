import type { Edit } from '../world/program';

/** One defect that somebody could write into the package. */
export interface Mutant extends Edit {
  readonly id: string;
  /** Scenarios that should notice, tried first. */
  readonly noticed: readonly string[];
  /** Why nothing notices it, where that is known. */
  readonly harmless?: string;
}

const PACKAGE = 'force-app/main';

export function mutant(id: string, file: string, find: string, replace: string, ...noticed: readonly string[]): Mutant {
  return { id, file: `${PACKAGE}/${file}`, find, replace, noticed };
}
