import type { Row } from '../../local-org/platform/store/rows';
import { ApexDatetime } from '../../local-org/runtime/datetime';
import { ApexDecimal } from '../../local-org/runtime/decimal';
import type { World } from './world';

export const CUSTODY = 'tokenward__Custody__c';
export const EVENTS = 'tokenward__Rotation_Event__c';
export const CONNECTION = 'tokenward__Connection__c';

/** A committed custody row, as no user of the org can see it. */
export interface CustodyRow {
  readonly id: string;
  readonly uid: string;
  readonly state: string;
  readonly reason: string;
  readonly generation: number;
  readonly reportedBy: string;
  readonly sealed: string;
  readonly endsAt: number | undefined;
  readonly dueAt: number | undefined;
}

export function custodyIn(world: World, uid: string): CustodyRow {
  for (const [, row] of world.org.data.store.table(CUSTODY).entries()) {
    if (row['tokenward__Connection_Uid__c'] === uid) return custodyOf(row);
  }
  throw new Error(`There is no custody row for the connection ${uid}.`);
}

export function custodyOf(row: Row): CustodyRow {
  return {
    id: textOf(row['Id']),
    uid: textOf(row['tokenward__Connection_Uid__c']),
    state: textOf(row['tokenward__State__c']),
    reason: textOf(row['tokenward__Reason__c']),
    generation: numberOf(row['tokenward__Generation__c']),
    reportedBy: textOf(row['tokenward__Reported_By__c']),
    sealed: textOf(row['tokenward__Payload__c']),
    endsAt: timeOf(row['tokenward__Ends_At__c']),
    dueAt: timeOf(row['tokenward__Due_At__c'])
  };
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : String((value as { value?: unknown }).value ?? value);
}

export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return value instanceof ApexDecimal ? value.toNumber() : 0;
}

function timeOf(value: unknown): number | undefined {
  return value instanceof ApexDatetime ? value.ms : undefined;
}
