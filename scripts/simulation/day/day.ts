import type { WorldProgram } from '../world/program';
import { WorldSnapshot } from '../world/snapshot';
import type { DayFigures } from './measure';
import { measureDay, pass } from './measure';
import type { DayOptions } from './options';
import type { Progress } from './town';
import { buildTown, SLOW_CLIENT } from './town';

/** The same day twice, from the same moment: with a provider that answers, and with one that never does. */
export interface DayReport {
  readonly options: DayOptions;
  readonly calm: DayFigures;
  readonly slow: DayFigures;
}

/** Fixtures that are compiled into the package for a day. */
export const DAY_FIXTURES = ['SetupConnections'] as const;

export function runDay(program: WorldProgram, options: DayOptions, progress: Progress): DayReport {
  const town = buildTown(program, options, progress);
  pass(town, options, options.warmUpDays, progress);
  const morning = new WorldSnapshot(town);
  const calm = measureDay(town, options, 'all providers answer', progress);
  morning.restore(options.seed);
  town.server.faults.add({ match: { clientId: SLOW_CLIENT }, action: { kind: 'drop', processed: false } });
  const slow = measureDay(town, options, 'one provider times out', progress);
  return { options, calm, slow };
}
