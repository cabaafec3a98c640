import type { FaultId } from '../faults/catalogue';
import type { Injection } from '../faults/injection';
import type { Shape } from '../world/base';
import type { Ended } from './ended';

export type WorkerKind = 'ask' | 'send' | 'person';

/** One request for a refresh, in a transaction of its own. */
export interface WorkerPlan {
  readonly kind: WorkerKind;
  readonly connection: number;
  /** How many generations its knowledge is behind. */
  readonly behind: number;
}

/** What happens in a schedule; when it happens is left to the choices. */
export interface Plan {
  readonly workers: readonly WorkerPlan[];
  readonly injections: readonly Injection[];
  /** Whether time may pass although something could go on. */
  readonly anyTime: boolean;
  /** At most so many milliseconds pass with every step. */
  readonly drift: number;
  /** How likely a transaction goes on rather than being interrupted. */
  readonly steadiness: number;
  /** Milliseconds that a job spends in the queue before it may start: its wait has no bound. */
  readonly queued?: number;
  /** Transactions whose names begin so wait while anybody else can go on, mostly. */
  readonly starved?: string;
}

/** Draws for a plan: everything random in it comes from here. */
export interface Draw {
  /** Uniform in [0, 1). */
  next(): number;
  /** From least to most, both included. */
  whole(least: number, most: number): number;
  pick<T>(values: readonly T[]): T;
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** The fault that each of its schedules has; none where it is only about interleaving. */
  readonly fault: FaultId | undefined;
  readonly shape: Shape;
  plan(draw: Draw, workers: number): Plan;
  /** What is wrong with how it ended, or undefined. */
  expect(ended: Ended): string | undefined;
  readonly quiet?: Quiet;
  /** Every schedule is searched for secrets, not one in a few. */
  readonly searched?: boolean;
}

/** The end of a schedule: what was broken mends, and time passes in rounds with a sweep each. */
export interface Quiet {
  readonly rounds: number;
  readonly minutes: number;
  /** Goes on until every grant has been renewed so many times; once unless said otherwise. */
  readonly renewals?: number;
  /** A person asks for a refresh in every round. */
  readonly impatient?: boolean;
}

export const DEFAULT_QUIET: Quiet = { rounds: 5, minutes: 16 };
