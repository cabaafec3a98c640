/** The ways and the places in which a rotation job dies. */
import type { Fault, FaultDetail, FaultHook } from '../../local-org/contracts/fault';
import { faultAt } from '../../local-org/contracts/fault';
import { CUSTODY } from './rows';

export const DEATHS = {
  'an exception': {
    kind: 'exception',
    type: 'System.NullPointerException',
    message: 'Attempt to de-reference a null object'
  },
  'a limit exception': { kind: 'limit', message: 'Apex CPU time limit exceeded' },
  'a platform kill': { kind: 'kill' }
} as const satisfies Readonly<Record<string, Fault>>;

interface Place {
  readonly matches: (detail: FaultDetail) => boolean;
  readonly occurrence: number;
}

const JOB = 'tokenward.RotationJob';

/** In the order in which a rotation passes them. The job is the first queueable that comes by each. */
export const PLACES = {
  'as the job starts': at('transaction.start', JOB),
  'before the row is read': at('query', CUSTODY),
  'before the callout': at('callout.before'),
  'after the callout': at('callout.after'),
  'before the row is locked': at('query', CUSTODY, 2),
  'before the update': at('dml.before', CUSTODY),
  'after the update': at('dml.after', CUSTODY),
  'before the commit': at('commit.before', JOB),
  'after the commit': at('commit.after', JOB)
} as const;

export type Death = keyof typeof DEATHS;
export type PlaceName = keyof typeof PLACES;

/** Strikes once. */
export function deathAt(place: PlaceName, death: Death): FaultHook {
  const { matches, occurrence } = PLACES[place];
  return faultAt(matches, occurrence, DEATHS[death]);
}

function at(point: FaultDetail['point'], subject?: string, occurrence = 1): Place {
  return {
    occurrence,
    matches: (detail) =>
      detail.point === point &&
      detail.transactionKind === 'queueable' &&
      (subject === undefined || detail.subject === subject)
  };
}
