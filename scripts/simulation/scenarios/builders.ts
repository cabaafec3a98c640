import type { FaultAction } from '../../authorization-server';
import type { Fault } from '../../local-org/contracts/fault';
import type { FaultId } from '../faults/catalogue';
import type { EventName, Injection, Place, StateName } from '../faults/injection';
import type { Shape } from '../world/base';
import { PLAIN } from '../world/base';
import { planOf, workersOf } from './draw';
import type { Expectation } from './expectations';
import type { Draw, Quiet, Scenario } from './scenario';

export const KILL: Fault = { kind: 'kill' };
export const LIMIT: Fault = { kind: 'limit', message: 'Apex CPU time limit exceeded' };

export function thrown(type: string, message = 'put there by the simulation'): Fault {
  return { kind: 'exception', type, message };
}

export function inApex(id: FaultId, place: Place, fault: Fault, occurrence: number | 'every' = 1): Injection {
  return { kind: 'apex', id, place, occurrence, fault };
}

/** At the token endpoint, for one refresh after those of the preparation. */
export function atProvider(id: FaultId, action: FaultAction, occurrence = 1): Injection {
  return {
    kind: 'provider',
    id,
    rule: { match: { endpoint: 'token', grantType: 'refresh_token' }, occurrence, action }
  };
}

export function event(id: FaultId, name: EventName, amount?: number): Injection {
  return { kind: 'event', id, event: name, ...(amount === undefined ? {} : { amount }) };
}

export function state(id: FaultId, name: StateName, amount?: number): Injection {
  return { kind: 'state', id, state: name, ...(amount === undefined ? {} : { amount }) };
}

export interface FaultScenario {
  readonly title: string;
  readonly fault: FaultId;
  inject(draw: Draw): readonly Injection[];
  readonly expect: Expectation;
  readonly shape?: Partial<Shape>;
  readonly quiet?: Quiet;
  /** Answers do not run out of time by themselves: where a person waits for one, that would be another story. */
  readonly punctual?: boolean;
}

/** A scenario about one fault: requests of all kinds, and that fault each time. Its name is the fault's number. */
export function faultScenario({
  title,
  fault,
  inject,
  expect,
  shape,
  quiet,
  punctual = false
}: FaultScenario): Scenario {
  const full = { ...PLAIN, ...shape };
  return {
    name: fault.toLowerCase(),
    title,
    fault,
    shape: full,
    plan: (draw, workers) => {
      const plan = planOf(draw, workersOf(draw, workers, full.connections), inject(draw));
      return punctual ? { ...plan, anyTime: false } : plan;
    },
    expect,
    ...(quiet === undefined ? {} : { quiet })
  };
}
