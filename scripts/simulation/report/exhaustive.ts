import { explore } from '../explore/exhaustive';
import type { ScheduleInput, ScheduleResult } from '../explore/run';
import { runSchedule } from '../explore/run';
import { SiteCollector } from '../explore/sites';
import { replay } from '../explore/decide';
import { INTERLEAVING } from '../scenarios/crowds';
import { all, endsIn, honest, noneRevoked } from '../scenarios/expectations';
import type { Plan, Scenario, WorkerKind } from '../scenarios/scenario';
import type { Bases } from '../world/base';
import type { Injection } from '../faults/injection';
import type { Exhaustive } from './report';

export interface Exploration {
  readonly name: string;
  readonly workers: readonly WorkerKind[];
  readonly bounds: Exhaustive;
}

/** Both roads to transaction 1, alone and against each other. */
export const EXPLORATIONS: readonly Exploration[] = [
  { name: 'pair', workers: ['ask', 'ask'], bounds: { workers: 2, preemptions: 3, faults: 1 } },
  { name: 'two roads', workers: ['ask', 'send'], bounds: { workers: 2, preemptions: 3, faults: 0 } },
  { name: 'trio', workers: ['ask', 'ask', 'ask'], bounds: { workers: 3, preemptions: 2, faults: 0 } }
];

const MOST_SCHEDULES = 1_000_000;

export type Found = (input: ScheduleInput, result: ScheduleResult) => void;

/** Goes through all of it. `keep` leaves out faults, for a suite that has no time for all. */
export function runExploration(
  bases: Bases,
  { workers, bounds, name }: Exploration,
  found: Found,
  keep: (fault: Injection, index: number) => boolean = () => true
): void {
  const base = bases.of(INTERLEAVING.shape);
  const limits = { preemptions: bounds.preemptions, mostSchedules: MOST_SCHEDULES };
  explore(base, { ...INTERLEAVING, name }, planOf(workers, []), limits, found);
  if (bounds.faults === 0) return;
  const faulty: Scenario = { ...INTERLEAVING, name, expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked) };
  for (const fault of singleFaults(bases, workers).filter(keep)) {
    explore(base, faulty, planOf(workers, [fault]), limits, found);
  }
}

/** From the tame schedule: interruptions change the order in which places are reached, not which there are. */
export function singleFaults(bases: Bases, workers: readonly WorkerKind[]): readonly Injection[] {
  const base = bases.of(INTERLEAVING.shape);
  const sites = new SiteCollector();
  for (const decisions of [[], [1], [0, 1], [0, 0, 1]]) {
    runSchedule(
      base,
      { scenario: INTERLEAVING, plan: planOf(workers, []), seed: 1 },
      { decide: replay(decisions), leaks: false, hook: (inner) => sites.hook(base.world, inner) }
    );
  }
  return sites.faults();
}

function planOf(kinds: readonly WorkerKind[], injections: readonly Injection[]): Plan {
  const workers = kinds.map((kind) => ({ kind, connection: 0, behind: 0 }));
  return { workers, injections, anyTime: false, drift: 0, steadiness: 1 };
}
