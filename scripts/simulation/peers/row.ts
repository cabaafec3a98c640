import type { Counts } from './counts';

export interface Measured {
  readonly counts: Counts;
  /** Workers that got a token which an API takes, over all rounds. */
  readonly served: number;
}

/** One line of the report, in the form in which other tools read it. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly faults: boolean;
  readonly presentationsPerRotation: number;
  readonly familiesRevoked: number;
  readonly lost: number;
  readonly recoveredAlone: number;
  readonly reauthorizations: number;
}

export function toRow(name: string, version: string, faults: boolean, { counts }: Measured): Row {
  const { presentations, rotations, familiesRevoked, lost, recoveredAlone, reauthorizations } = counts;
  if (rotations === 0)
    throw new Error(`${name} never rotated in ${presentations} presentations: it is set up wrongly.`);
  return {
    name,
    version,
    faults,
    presentationsPerRotation: Math.round((presentations / rotations) * 1000) / 1000,
    familiesRevoked,
    lost,
    recoveredAlone,
    reauthorizations
  };
}
