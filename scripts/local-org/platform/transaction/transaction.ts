import type { OrgUser } from '../../contracts/org';
import type { CoverageSink, LimitCounters, TransactionKind } from '../../contracts/transaction';
import type { QueueableJob } from '../async/job';
import type { CacheSession } from '../cache/session';
import type { PendingWork, PlatformTransaction } from '../current';
import type { TriggerFrame } from '../dml/frames';
import { asDataSession } from '../store/database';
import type { StoreSession } from '../store/session';
import type { TestState } from '../test-state';
import { CpuMeter } from './cpu';
import { limitCounters } from './limits';

/** Not an object of the org: rows here live as long as what they stand for, and never reach the store. */
const EFFECTS = 'effects of a transaction';

/** The platform event delivery that runs now: what EventBus.TriggerContext.currentContext() shows. */
export interface EventContext {
  readonly retries: number;
  readonly lastError: string | undefined;
  resumeAfter: string | undefined;
}

export type Standing = () => boolean;

export interface TransactionOptions {
  readonly id: number;
  readonly kind: TransactionKind;
  /** A job's class, an entry point's method, an event: for faults and traces. */
  readonly subject: string;
  readonly user: OrgUser;
  readonly session: StoreSession;
  readonly cache: CacheSession;
  readonly readOnly: boolean;
  readonly coverage: CoverageSink | undefined;
  /** In a test, jobs share the test's static variables: mocks set by the test reach the job that stopTest runs. */
  readonly statics?: unknown[];
  readonly test: TestState | undefined;
  /** Inside a test's transaction: it shares the session, commits into it, and rolls back only what it did itself. */
  readonly nested?: boolean;
  readonly job?: QueueableJob | undefined;
  readonly eventContext?: EventContext | undefined;
}

export class ApexTransaction implements PlatformTransaction {
  readonly id: number;
  readonly kind: TransactionKind;
  readonly subject: string;
  readonly session: StoreSession;
  readonly cache: CacheSession;
  readonly coverage: CoverageSink;
  readonly statics: unknown[];
  readonly triggerFrames: TriggerFrame[] = [];
  test: TestState | undefined;
  readonly job: QueueableJob | undefined;
  readonly eventContext: EventContext | undefined;
  readonly requestId: string;
  depth = 0;
  turns = 0;
  limits: LimitCounters;
  /** Duplicate signatures of jobs that this transaction has enqueued and not committed; each says if it still counts. */
  readonly stagedSignatures = new Map<string, Standing>();
  /** Attached by System.attachFinalizer; its state at the end of the queueable is what the finalizer gets. */
  finalizer: object | undefined;
  /** Sum of the time that callouts of this transaction have taken, in milliseconds. */
  calloutTime = 0;
  /** The running user, under the users of the System.runAs blocks around the current statement. */
  #runAs: { readonly user: OrgUser; readonly dmlScope: object }[];
  readonly #baseReadOnly: boolean;
  readonly #start: number | undefined;
  readonly #pending = new Map<PendingWork, number>();
  readonly #afterCommit: { readonly stands: Standing; readonly action: () => void }[] = [];
  #effects = 0;

  constructor(options: TransactionOptions) {
    this.id = options.id;
    this.kind = options.kind;
    this.subject = options.subject;
    this.#runAs = [{ user: options.user, dmlScope: {} }];
    this.session = options.session;
    this.cache = options.cache;
    this.coverage = new CpuMeter(options.coverage, (ms) => this.limits.spend('cpuTime', ms));
    this.statics = options.statics ?? [];
    this.test = options.test;
    this.job = options.job;
    this.eventContext = options.eventContext;
    this.requestId = `TW${options.id.toString(36).toUpperCase().padStart(10, '0')}`;
    this.limits = limitCounters(options.kind);
    this.#baseReadOnly = options.readOnly;
    this.#start = options.nested === true ? options.session.savepoint() : undefined;
  }

  get user(): OrgUser {
    return this.#current.user;
  }

  /** Set when a System.runAs block begins, and set back when it ends. */
  set user(user: OrgUser) {
    if (this.#runAs.at(-2)?.user === user) this.#runAs.pop();
    else this.#runAs.push({ user, dmlScope: {} });
  }

  /** Each System.runAs block may mix setup objects and others anew. */
  get dmlScope(): object {
    return this.#current.dmlScope;
  }

  get #current(): { readonly user: OrgUser; readonly dmlScope: object } {
    const current = this.#runAs.at(-1);
    if (!current) throw new Error('A transaction has no user.');
    return current;
  }

  get readOnly(): boolean {
    return this.#baseReadOnly || (this.test?.readOnly ?? false);
  }

  get hasPendingWork(): boolean {
    return this.#pending.size > 0;
  }

  markPending(work: PendingWork): void {
    this.#pending.set(work, (this.#pending.get(work) ?? 0) + 1);
  }

  clearPending(work: PendingWork): void {
    this.#pending.delete(work);
  }

  forgetPending(): void {
    this.#pending.clear();
  }

  /** Between startTest and stopTest a test has limits, and pending work, of its own. */
  freshLimits(): LimitCounters {
    const before = this.limits;
    this.limits = limitCounters(this.kind);
    this.#pending.clear();
    return before;
  }

  /** A test's setup method and the test itself share rows, and nothing else. */
  beginTestPart(test: TestState, user: OrgUser): void {
    this.test = test;
    this.#runAs = [{ user, dmlScope: {} }];
    this.statics.length = 0;
    this.limits = limitCounters(this.kind);
    this.#pending.clear();
  }

  /**
   * For what is done besides rows, such as enqueueing a job: whether it still stands, or a rollback to an earlier
   * savepoint has undone it. A row of its own in the session is undone in just the same cases.
   */
  standing(): Standing {
    this.#effects += 1;
    const id = this.#effectId(this.#effects);
    const session = asDataSession(this.session);
    session.put(EFFECTS, id, {});
    return () => session.get(EFFECTS, id) !== undefined;
  }

  afterCommit(action: () => void): void {
    this.#afterCommit.push({ stands: this.standing(), action });
  }

  commit(): void {
    const standing = this.#afterCommit.splice(0).filter(({ stands }) => stands());
    if (this.#start === undefined) {
      this.#forgetEffects();
      this.session.commit();
      this.cache.commit();
    }
    for (const { action } of standing) action();
  }

  #forgetEffects(): void {
    const session = asDataSession(this.session);
    for (let n = 1; n <= this.#effects; n += 1) session.remove(EFFECTS, this.#effectId(n));
  }

  #effectId(n: number): string {
    return `${this.id}.${n}`;
  }

  rollback(): void {
    if (this.#start === undefined) this.session.rollback();
    else this.session.rollbackTo(this.#start);
    this.#afterCommit.length = 0;
  }
}
