import type { FaultRule } from '../../authorization-server';
import type { Fault, FaultPoint } from '../../local-org/contracts/fault';
import type { TransportFailure } from '../../local-org/contracts/transport';
import type { FaultId } from './catalogue';

/** Where a fault strikes inside the org's transactions. What is left out matches anything. */
export interface Place {
  /** Part of the transaction's subject: a job's class, an entry point. */
  readonly transaction?: string;
  readonly point: FaultPoint;
  /** Part of the point's own subject: an object, a class, a URL. */
  readonly subject?: string;
  readonly operation?: string;
}

/** One thing that goes wrong, as plain data: a plan can be printed, shrunk and replayed. */
export type Injection =
  | {
      readonly kind: 'apex';
      readonly id: FaultId;
      readonly place: Place;
      readonly occurrence: number | 'every';
      readonly fault: Fault;
    }
  /** `lasting`: also in the quiet phase, as often as the rule says. */
  | { readonly kind: 'provider'; readonly id: FaultId; readonly rule: FaultRule; readonly lasting?: boolean }
  /** The wire is cut before the server sees the request. */
  | { readonly kind: 'wire'; readonly id: FaultId; readonly failure: TransportFailure; readonly occurrence: number }
  /** Something that happens once, at a moment that the schedule chooses. */
  | { readonly kind: 'event'; readonly id: FaultId; readonly event: EventName; readonly amount?: number }
  /** Something that holds from the beginning of the schedule. */
  | { readonly kind: 'state'; readonly id: FaultId; readonly state: StateName; readonly amount?: number };

/** Happenings of one moment. `amount` is milliseconds where a time is meant. */
export type EventName =
  | 'hold the row'
  | 'evict the cache'
  | 'clock jumps'
  | 'relabel'
  | 'delete'
  | 'disconnect'
  | 'pause'
  | 'pause all'
  | 'another client secret'
  | 'read-only begins'
  | 'authorize again'
  | 'provider revokes'
  | 'user is frozen'
  | 'keys are lost'
  | 'jobs are forgotten'
  | 'instance moves'
  | 'a later approval evicts'
  | 'a sweep'
  | 'a person asks'
  | 'write, then send';

export type StateName =
  | 'cache of no capacity'
  | 'provider clock is off'
  | 'read-only'
  | 'rebound'
  | 'jobs are used up'
  | 'rotation is off'
  | 'token is echoed'
  | 'grant is idle';

export function describeInjection(injection: Injection): string {
  switch (injection.kind) {
    case 'apex': {
      const { transaction = 'any transaction', point, subject = '', operation = '' } = injection.place;
      return `${injection.id}: ${injection.fault.kind} at ${[point, operation, subject].filter(Boolean).join(' ')} of ${transaction}, time ${injection.occurrence}`;
    }
    case 'provider':
      return `${injection.id}: the provider ${JSON.stringify(injection.rule.action)} for request ${JSON.stringify(injection.rule.occurrence ?? 'any')}`;
    case 'wire':
      return `${injection.id}: ${injection.failure.kind} for request ${injection.occurrence}`;
    case 'event':
      return `${injection.id}: ${injection.event}${amountText(injection.amount)}`;
    case 'state':
      return `${injection.id}: ${injection.state}${amountText(injection.amount)}`;
  }
}

function amountText(amount: number | undefined): string {
  return amount === undefined ? '' : ` (${amount})`;
}
