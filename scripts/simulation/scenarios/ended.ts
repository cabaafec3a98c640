import type { FaultId } from '../faults/catalogue';

/** One connection after the quiet phase. */
export interface EndedConnection {
  readonly uid: string;
  readonly name: string;
  readonly state: string;
  readonly reason: string;
  readonly generation: number;
  /** Of the row before the schedule began. */
  readonly began: number;
  /** States that the committed row went through, in order, each only when it changed. */
  readonly states: readonly string[];
  readonly presentations: number;
  readonly presentedAt: readonly number[];
  /** Of the grant that the row holds, or held last: whether its newest refresh token still lives at the provider. */
  readonly grantLives: boolean;
  /** The sealed text in the row. */
  readonly sealed: string;
  readonly dueAt: number | undefined;
  /** Kinds of its event rows. */
  readonly events: readonly string[];
}

/** What a scenario judges at its end. */
export interface Ended {
  readonly connections: readonly EndedConnection[];
  /** Statuses of the workers' answers, or the type of what they threw. */
  readonly answers: readonly string[];
  readonly hits: ReadonlyMap<FaultId, number>;
  /** Presentations by transactions that began when nothing could be written. */
  readonly presentedReadOnly: number;
  /** Presentations by transactions that began when an admin had paused. */
  readonly presentedPaused: number;
  readonly familiesReused: number;
  readonly familiesAlive: number;
  readonly asyncExecutions: number;
}
