import { CostMeter } from '../costs/meter';
import { CUSTODY, textOf } from '../world/custody';
import { Crew } from './crew';
import type { Spread } from './delays';
import { Delays, spreadOf } from './delays';
import type { Peak } from './limits';
import { LimitMeter } from './limits';
import type { DayOptions } from './options';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './options';
import type { QueryUse } from './queries';
import { QueryMeter } from './queries';
import type { Progress, Town } from './town';

/** Milliseconds of its worker that a job needs besides its callouts. */
const APEX_MS = 300;

/** What one day came to. */
export interface DayFigures {
  readonly presentations: number;
  readonly rotations: number;
  readonly revoked: number;
  /** Presentations in each bucket, in order. */
  readonly buckets: readonly number[];
  readonly bucketMinutes: number;
  /** Of the connections whose provider answers; in milliseconds. */
  readonly delays: Spread;
  /** Connections whose provider answers, at rest although due for longer than a step of the sweep. */
  readonly overdue: number;
  readonly transactions: number;
  readonly executions: number;
  readonly undone: Readonly<Record<string, number>>;
  /** Kinds of transactions that spent more than their budget. */
  readonly excesses: readonly string[];
  readonly peaks: readonly Peak[];
  readonly queries: readonly QueryUse[];
  /** Custody rows by state at the end. */
  readonly states: Readonly<Record<string, number>>;
}

/** Lets the org do its own work for so many days, unobserved. */
export function pass(town: Town, options: DayOptions, days: number, progress: Progress): void {
  const crew = crewOf(town, options);
  const start = town.clock.now();
  for (let hour = 1; hour <= days * 24; hour += 1) {
    crew.runUntil(start + hour * HOUR_MS);
    progress(`warming up: hour ${hour} of ${days * 24}`);
  }
  crew.land();
}

/** One day, watched. */
export function measureDay(town: Town, options: DayOptions, name: string, progress: Progress): DayFigures {
  const { world, clock, server, slow } = town;
  const limits = new LimitMeter();
  const queries = new QueryMeter(options.connections);
  const costs = new CostMeter();
  world.org.watch = {
    ended(tx, committed) {
      limits.ended(tx, committed);
      costs.ended(tx, committed);
    },
    queried(query) {
      queries.queried(query);
      costs.queried(query);
    },
    enqueued: (tx, className) => costs.enqueued(tx, className)
  };
  const crew = crewOf(town, options);
  const delays = new Delays(world, slow);
  const start = clock.now();
  for (let hour = 1; hour <= 24; hour += 1) {
    crew.runUntil(start + hour * HOUR_MS);
    delays.look();
    progress(`${name}: hour ${hour} of 24`);
  }
  world.org.watch = undefined;
  const made = server.journal.presentations().filter(({ at }) => at >= start && at < start + DAY_MS);
  const refreshes = made.filter(({ grantType }) => grantType === 'refresh_token');
  const bucketMinutes = bucketFor(refreshes.length);
  return {
    presentations: refreshes.length,
    rotations: refreshes.filter(({ outcome }) => outcome === 'rotated').length,
    revoked: server.families(clock).filter(({ ended }) => ended !== null).length,
    buckets: bucketsOf(
      refreshes.map(({ at }) => at - start),
      bucketMinutes
    ),
    bucketMinutes,
    delays: spreadOf(delays.found),
    overdue: delays.overdue(clock.now() - 10 * MINUTE_MS),
    transactions: limits.transactions,
    executions: limits.executions,
    undone: Object.fromEntries(limits.undone),
    excesses: [...costs.excesses],
    peaks: limits.peaks(),
    queries: queries.uses(),
    states: statesOf(town)
  };
}

function crewOf({ world, clock, server }: Town, { workers }: DayOptions): Crew {
  return new Crew({ world, clock, server, workers, apexMs: APEX_MS });
}

/** A quarter of an hour; with few connections as much longer as it takes for chance not to decide the fullest one. */
const ENOUGH = 50;
const BUCKETS = [15, 30, 60, 120, 180, 240, 360, 480, 720];

function bucketFor(presentations: number): number {
  return BUCKETS.find((minutes) => (presentations * minutes * MINUTE_MS) / DAY_MS >= ENOUGH) ?? 720;
}

function bucketsOf(times: readonly number[], minutes: number): readonly number[] {
  const buckets = new Array<number>(DAY_MS / (minutes * MINUTE_MS)).fill(0);
  for (const time of times) {
    const index = Math.floor(time / (minutes * MINUTE_MS));
    buckets[index] = (buckets[index] ?? 0) + 1;
  }
  return buckets;
}

function statesOf({ world }: Town): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, row] of world.org.data.store.table(CUSTODY).entries()) {
    const state = textOf(row['tokenward__State__c']);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}
