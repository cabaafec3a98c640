import type { PresentationEntry } from '../../authorization-server';

/** What the journal of an authorization server says about a row. */
export interface Counts {
  readonly presentations: number;
  readonly rotations: number;
  readonly familiesRevoked: number;
  /** Presentations whose answer never arrived: at most one a round. */
  readonly lost: number;
  /** Losses after which the same grant went on rotating. */
  readonly recoveredAlone: number;
  readonly reauthorizations: number;
}

/** Counts one chapter: its first authorization is nobody's fault, each further one is a person's work. */
export function countChapter(entries: readonly PresentationEntry[]): Counts {
  const refreshes = entries.filter(({ grantType }) => grantType === 'refresh_token');
  const rotations = refreshes.filter(({ outcome }) => outcome === 'rotated');
  const lost = refreshes.filter(({ fault }) => fault !== null);
  const goesOn = (loss: PresentationEntry): boolean =>
    rotations.some(({ family, sequence }) => family === loss.family && sequence > loss.sequence);
  return {
    presentations: refreshes.length,
    rotations: rotations.length,
    familiesRevoked: new Set(refreshes.filter(({ outcome }) => outcome === 'reused').map(({ family }) => family)).size,
    lost: lost.length,
    recoveredAlone: lost.filter(goesOn).length,
    reauthorizations: Math.max(0, entries.filter(({ outcome }) => outcome === 'issued').length - 1)
  };
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number): number => all.reduce((total, counts) => total + of(counts), 0);
  return {
    presentations: sum((counts) => counts.presentations),
    rotations: sum((counts) => counts.rotations),
    familiesRevoked: sum((counts) => counts.familiesRevoked),
    lost: sum((counts) => counts.lost),
    recoveredAlone: sum((counts) => counts.recoveredAlone),
    reauthorizations: sum((counts) => counts.reauthorizations)
  };
}
