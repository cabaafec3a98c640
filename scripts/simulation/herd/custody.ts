import { ApexDecimal } from '../../local-org/runtime/decimal';
import type { World } from '../world/world';

export interface CustodyView {
  readonly generation: number;
  readonly state: string;
  readonly payload: string | null;
}

const CUSTODY = 'tokenward__Custody__c';

/** The committed custody row of a connection, as no user of the org can see it. */
export function custodyRow(world: World, uid: string): CustodyView {
  for (const [, row] of world.org.data.store.table(CUSTODY).entries()) {
    if (row['tokenward__Connection_Uid__c'] !== uid) continue;
    const generation = row['tokenward__Generation__c'];
    return {
      generation: generation instanceof ApexDecimal ? generation.toNumber() : 0,
      state: String(row['tokenward__State__c']),
      payload: typeof row['tokenward__Payload__c'] === 'string' ? row['tokenward__Payload__c'] : null
    };
  }
  throw new Error(`There is no custody row for the connection ${uid}.`);
}
