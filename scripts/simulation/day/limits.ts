import type { LimitKind } from '../../local-org/contracts/transaction';
import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';

const KINDS: readonly LimitKind[] = [
  'queries',
  'queryRows',
  'aggregateQueries',
  'dmlStatements',
  'dmlRows',
  'callouts',
  'queueableJobs',
  'publishImmediateDml',
  'cpuTime',
  'heapSize'
];

/** The transaction that came closest to a limit. */
export interface Peak {
  readonly limit: LimitKind;
  readonly used: number;
  readonly allowed: number;
  readonly by: string;
}

/** What counts against the day's asynchronous executions: finalizers and event triggers do not. */
const COUNTED = new Set(['queueable', 'scheduled', 'future', 'batch']);

/** Looks at every transaction as it ends. */
export class LimitMeter {
  transactions = 0;
  executions = 0;
  /** By kind and class. */
  readonly undone = new Map<string, number>();
  readonly #peaks = new Map<LimitKind, Peak>();

  ended(tx: ApexTransaction, committed: boolean): void {
    this.transactions += 1;
    if (COUNTED.has(tx.kind)) this.executions += 1;
    const by = `${tx.kind} ${tx.subject.replace(/^tokenward(__|\.)/, '')}`;
    if (!committed) this.undone.set(by, (this.undone.get(by) ?? 0) + 1);
    for (const limit of KINDS) {
      const peak = { limit, used: tx.limits.used(limit), allowed: tx.limits.allowed(limit), by };
      if (shareOf(peak) > shareOf(this.#peaks.get(limit))) this.#peaks.set(limit, peak);
    }
  }

  /** Of each limit that anybody used, the closest call; a limit of one, which every chained job uses, included. */
  peaks(): readonly Peak[] {
    return KINDS.map((kind) => this.#peaks.get(kind)).filter((peak) => peak !== undefined);
  }
}

export function shareOf(peak: Peak | undefined): number {
  return peak === undefined || peak.allowed === 0 ? 0 : peak.used / peak.allowed;
}
