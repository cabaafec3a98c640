import { seededRandom } from '../../local-org/drivers/choose';
import type { Draw, Plan, Scenario, WorkerKind, WorkerPlan } from './scenario';
import type { Injection } from '../faults/injection';

export function drawFrom(seed: number): Draw {
  const next = seededRandom(seed);
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(values) {
      if (values.length === 0) throw new Error('There is nothing to pick from.');
      return values[Math.floor(next() * values.length)] as (typeof values)[number];
    }
  };
}

const KINDS: readonly WorkerKind[] = ['ask', 'ask', 'send', 'person'];

/** Requests of several kinds, spread over the connections. */
export function workersOf(draw: Draw, count: number, connections = 1): readonly WorkerPlan[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: draw.pick(KINDS),
    connection: index % connections,
    behind: 0
  }));
}

/** A plan with those faults; its pace is drawn. */
export function planOf(draw: Draw, workers: readonly WorkerPlan[], injections: readonly Injection[]): Plan {
  return {
    workers,
    injections,
    anyTime: draw.next() < 0.3,
    drift: draw.pick([0, 0, 5, 20]),
    steadiness: draw.pick([0.2, 0.5, 0.8, 0.95]),
    queued: draw.pick([0, 0, 0, 400, 5_000, 60_000]),
    ...(draw.next() < 0.25 ? { starved: draw.pick(['job', 'worker', 'event']) } : {})
  };
}

/** The scenario with those transactions starved in so large a part of its schedules; whom they wait for does not queue. */
export function late(starved: string, share: number, scenario: Scenario): Scenario {
  return {
    ...scenario,
    plan: (draw, workers) => {
      const plan = scenario.plan(draw, workers);
      return draw.next() < share ? { ...plan, starved, queued: 0 } : plan;
    }
  };
}
