import type { Fault, FaultDetail, FaultHook, FaultPoint } from '../../local-org/contracts/fault';
import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { FaultId } from '../faults/catalogue';
import type { Injection, Place } from '../faults/injection';
import { atProvider, inApex, KILL, LIMIT, thrown } from '../scenarios/builders';
import type { World } from '../world/world';

interface Site {
  readonly place: Place;
  readonly occurrence: number;
}

/** Learns where faults could strike, from schedules in which none does. */
export class SiteCollector {
  readonly #sites = new Map<string, Site>();

  /** For one schedule: occurrences are counted within it. */
  hook(world: World, inner: FaultHook | undefined): FaultHook {
    const seen = new Map<string, number>();
    return {
      at: (detail) => {
        const place = placeOf(detail, (world.engine.tx as ApexTransaction).subject);
        const key = JSON.stringify(place);
        const occurrence = (seen.get(key) ?? 0) + 1;
        seen.set(key, occurrence);
        this.#sites.set(`${key} ${occurrence}`, { place, occurrence });
        return inner?.at(detail);
      }
    };
  }

  /** Every single fault: each kind at each place and occurrence, and what a provider can do to the one request. */
  faults(): readonly Injection[] {
    const inOrg = [...this.#sites.values()].flatMap(({ place, occurrence }) =>
      kindsAt(place).map((fault) => inApex(idOf(place), place, fault, occurrence))
    );
    return [...inOrg, ...OF_THE_PROVIDER];
  }
}

const OF_THE_PROVIDER: readonly Injection[] = [
  atProvider('F05', { kind: 'drop', processed: true }),
  atProvider('F05', { kind: 'drop', processed: false }),
  atProvider('F08', { kind: 'delay', ms: 30_000 }),
  atProvider('F16', { kind: 'html', processed: true }),
  atProvider('F43', { kind: 'late', ms: 300_000 }),
  { kind: 'wire', id: 'F06', failure: { kind: 'connection-refused', detail: 'refused' }, occurrence: 1 }
];

function placeOf({ point, subject, operation }: FaultDetail, transaction: string): Place {
  // Keys of the cache and addresses differ from run to run; where they are used does not.
  const named = point.startsWith('cache') || point.startsWith('callout') ? {} : { subject };
  return { transaction, point, ...named, ...(operation === undefined ? {} : { operation }) };
}

const THROWS: Readonly<Partial<Record<FaultPoint, string>>> = {
  query: 'System.QueryException',
  'dml.before': 'System.DmlException',
  enqueue: 'System.AsyncException',
  'cache.get': 'Cache.Org.OrgCacheException',
  'cache.put': 'Cache.Org.OrgCacheException'
};

function kindsAt({ point }: Place): readonly Fault[] {
  // What has been committed cannot fail any more, but whoever did it may be gone.
  if (point === 'commit.after') return [KILL];
  const type = THROWS[point];
  return type === undefined ? [KILL, LIMIT] : [KILL, LIMIT, thrown(type)];
}

function idOf({ transaction = '', point, subject = '' }: Place): FaultId {
  if (point.startsWith('cache')) return 'F22';
  if (point === 'enqueue') return 'F30';
  if (transaction.includes('RotationFinalizer')) return 'F04';
  if (transaction.includes('AnnounceJob')) return 'F23';
  if (!transaction.includes('RotationJob')) return subject.includes('Custody__c') ? 'F24' : 'F20';
  return point === 'transaction.start' || point === 'query' || point === 'callout.before' ? 'F01' : 'F03';
}
