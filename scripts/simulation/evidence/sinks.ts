import type { FaultHook } from '../../local-org/contracts/fault';
import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { Row } from '../../local-org/platform/store/rows';
import type { World } from '../world/world';
import type { Secrets } from './secrets';
import { textsIn } from './texts';

export type SinkKind =
  'record' | 'debug log' | 'event' | 'cache key' | 'cache value' | 'job' | 'finalizer' | 'error' | 'result' | 'journal';

/** How a sealed text begins. */
const SEAL = /^tw1\./;

/**
 * Everything that anybody but the package could read, at every moment of a scenario: it looks whenever a transaction
 * passes a point where a fault could strike. Faults of the scenario go through `faults`.
 */
export class Sinks {
  faults: FaultHook | undefined;
  /** Texts by the place where they stood: what stays the same is kept once. */
  readonly #texts = new Map<string, Set<string>>();
  /** Committed rows, cached values, log lines and journal entries never change: a change is another object. */
  readonly #seen = new WeakSet<object>();

  constructor(
    private readonly world: World,
    private readonly secrets: Secrets
  ) {
    const { org } = world;
    org.onEvent((objectName, row) => this.note('event', row, objectName));
    org.faults = {
      at: (detail) => {
        this.#watchFinalizer();
        if (detail.point === 'commit.after' || detail.point === 'transaction.start') this.#look();
        return this.faults?.at(detail);
      }
    };
  }

  /** Does something and keeps what it returned, or the text of its failure. */
  tell(act: () => unknown): void {
    try {
      this.note('result', act());
    } catch (error) {
      this.note('error', error);
    }
  }

  note(kind: SinkKind, value: unknown, place = ''): void {
    const name = `${kind} ${place}`.trim();
    const texts = this.#texts.get(name) ?? new Set();
    for (const text of textsIn(value)) texts.add(text);
    if (texts.size > 0) this.#texts.set(name, texts);
  }

  /** Places in which any text was seen: one that never held anything proves nothing. */
  get places(): readonly string[] {
    this.#look();
    return [...this.#texts.keys()];
  }

  /** Where a piece of a secret stands, as 'record Connection__c.Name: access token'. */
  get leaks(): readonly string[] {
    const found = this.#all().flatMap(([place, text]) => {
      const kind = this.secrets.in(text);
      return kind === undefined ? [] : [`${place}: ${kind}`];
    });
    return [...new Set(found)].sort();
  }

  /** Places in which a sealed text ever stood. */
  get sealedPlaces(): readonly string[] {
    const sealed = this.#all().filter(([, text]) => SEAL.test(text));
    return [...new Set(sealed.map(([place]) => place))].sort();
  }

  #all(): readonly (readonly [place: string, text: string])[] {
    this.#look();
    return [...this.#texts].flatMap(([place, texts]) => [...texts].map((text) => [place, text] as const));
  }

  #look(): void {
    const { org, server } = this.world;
    for (const object of org.data.store.objects()) {
      for (const [, row] of org.data.store.table(object).entries()) this.#noteRow(object, row);
    }
    for (const { key, value } of org.cache.contents()) {
      this.note('cache key', key);
      this.#noteOnce('cache value', value);
    }
    for (const line of org.debugLog) this.#noteOnce('debug log', line);
    this.note('event', org.events.pending());
    this.note(
      'job',
      org.jobs.waiting().map((job) => [job.target, job.signature])
    );
    this.note(
      'job',
      org.scheduler.all().map((job) => [job.target, job.name])
    );
    for (const entry of server.journal.entries()) this.#noteOnce('journal', entry);
  }

  #noteRow(object: string, row: Row): void {
    if (!this.#isNew(row)) return;
    for (const [field, value] of Object.entries(row)) this.note('record', value, `${object}.${field}`);
  }

  #noteOnce(kind: SinkKind, value: unknown): void {
    if (typeof value !== 'object' || value === null || this.#isNew(value)) this.note(kind, value);
  }

  #isNew(value: object): boolean {
    if (this.#seen.has(value)) return false;
    this.#seen.add(value);
    return true;
  }

  /** Its state while the job runs is what survives the job. */
  #watchFinalizer(): void {
    const { finalizer, job } = this.world.engine.tx as ApexTransaction;
    this.note('finalizer', finalizer);
    this.note('job', job?.target);
  }
}
