import type { Row } from '../../local-org/platform/store/rows';
import { ApexDatetime } from '../../local-org/runtime/datetime';
import { ApexDecimal } from '../../local-org/runtime/decimal';
import type { World } from '../world/world';

export const CUSTODY = 'tokenward__Custody__c';

/** The committed custody row of a connection, as no user of the org can see it; 'none' before the first authorization. */
export interface CustodyView {
  readonly id: string;
  readonly state: string;
  readonly generation: number;
  readonly reason: string;
  readonly payload: string | null;
  /** Milliseconds since the epoch until which it backs off. */
  readonly until: number | null;
}

const EMPTY: CustodyView = { id: '', state: 'none', generation: 0, reason: '', payload: null, until: null };

export function custodyOf(world: World, uid: string): CustodyView {
  for (const [id, row] of world.org.data.store.table(CUSTODY).entries()) {
    if (row['tokenward__Connection_Uid__c'] !== uid) continue;
    const [generation, payload, until] = ['Generation__c', 'Payload__c', 'Until__c'].map((f) => row[`tokenward__${f}`]);
    return {
      id,
      state: String(row['tokenward__State__c']),
      generation: generation instanceof ApexDecimal ? generation.toNumber() : 0,
      reason: String(row['tokenward__Reason__c'] ?? ''),
      payload: typeof payload === 'string' ? payload : null,
      until: until instanceof ApexDatetime ? until.ms : null
    };
  }
  return EMPTY;
}

/** Changes a committed row behind the platform's back, as a data loader with other people's rights might. */
export function overwrite(world: World, object: string, id: string, fields: Row): void {
  const row = world.org.data.store.table(object).get(id);
  if (!row) throw new Error(`There is no row ${id} of ${object} to overwrite.`);
  world.org.data.store.apply([{ object, id, row: { ...row, ...fields } }]);
}

/** Makes `to` hold the rows of `from`, as a sandbox holds those of its production org. */
export function copyRows(from: World, to: World, objects: readonly string[]): void {
  for (const object of objects) {
    const rows = [...from.org.data.store.table(object).entries()];
    to.org.data.store.apply(rows.map(([id, row]) => ({ object, id, row })));
  }
}
