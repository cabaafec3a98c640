import type { Row } from '../../local-org/platform/store/rows';
import { ApexDatetime } from '../../local-org/runtime/datetime';
import { CUSTODY, numberOf } from '../world/custody';
import type { World } from '../world/world';
import { MINUTE_MS } from './options';

interface Known {
  readonly savedAt: number;
  readonly due: number;
}

/** How late each rotation was, counted from the minute in which it was due. Looks often enough to miss none. */
export class Delays {
  readonly #world: World;
  readonly #ignored: ReadonlySet<string>;
  readonly #known = new Map<string, Known>();
  /** In milliseconds. */
  readonly found: number[] = [];

  /** Of all connections but those whose custody rows have these ids. */
  constructor(world: World, ignored: ReadonlySet<string>) {
    this.#world = world;
    this.#ignored = ignored;
    this.look();
    this.found.length = 0;
  }

  look(): void {
    for (const [id, row] of this.#world.org.data.store.table(CUSTODY).entries()) {
      if (this.#ignored.has(id)) continue;
      const savedAt = timeOf(row, 'tokenward__Saved_At__c');
      const known = this.#known.get(id);
      if (known && savedAt > known.savedAt) this.found.push(Math.max(0, savedAt - known.due));
      if (known?.savedAt !== savedAt) this.#known.set(id, { savedAt, due: dueOf(row) });
    }
  }

  /** Connections at rest that were due before that moment. */
  overdue(moment: number): number {
    let count = 0;
    for (const [id, row] of this.#world.org.data.store.table(CUSTODY).entries()) {
      const isIdle = row['tokenward__State__c'] === 'Idle';
      if (isIdle && !this.#ignored.has(id) && dueOf(row) < moment) count += 1;
    }
    return count;
  }
}

/** The sweep thinks in whole minutes. */
function dueOf(row: Row): number {
  return Math.floor(timeOf(row, 'tokenward__Due_At__c') / MINUTE_MS) * MINUTE_MS;
}

function timeOf(row: Row, field: string): number {
  const value = row[field];
  return value instanceof ApexDatetime ? value.ms : numberOf(value);
}

export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  return { mean, median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}
