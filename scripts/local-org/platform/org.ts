import type { Clock } from '../contracts/clock';
import type { FaultHook } from '../contracts/fault';
import type { Org, OrgUser, RandomSource } from '../contracts/org';
import type { Schema } from '../contracts/schema';
import type { CoverageSink } from '../contracts/transaction';
import { throwApex } from '../runtime/exceptions';
import { SObjectValue } from '../runtime/sobject';
import { JobQueue } from './async/job';
import { Scheduler } from './async/scheduler';
import { OrgCache } from './cache/cache';
import { CacheSession } from './cache/session';
import { EventChannels } from './events/channels';
import { OrgCredentials } from './credentials/org-credentials';
import { Invocables } from './flow/invocables';
import { Notifications } from './flow/notifications';
import { RemoteSites } from './http/rules';
import { userFromRow } from './security/org-user';
import type { OrgDatabase } from './store/database';
import { asDataSession } from './store/database';
import type { StoreSession } from './store/session';
import { ApexTransaction } from './transaction/transaction';
import type { RunOptions } from './transaction/run';
import type { OrgWatch } from './watch';

/** What the org needs of the data side: sessions on the store and rows that the platform itself writes. */
export interface OrgData {
  session(transactionId: number): StoreSession;
  /** A new id for an object: key prefix plus counter. */
  newId(objectName: string): string;
  /** Inserts a row as the platform, inside a transaction's session: visible to others when it commits. */
  insertSystemRow(session: StoreSession, objectName: string, fields: Readonly<Record<string, unknown>>): void;
  /** Changes a row as the platform, at once: for job status. Inside a test, in the test's session. */
  updateSystemRow(
    session: StoreSession | undefined,
    objectName: string,
    id: string,
    fields: Readonly<Record<string, unknown>>
  ): void;
  /** Removes a row as the platform, at once. */
  deleteSystemRow(session: StoreSession | undefined, objectName: string, id: string): void;
}

export interface OrgOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly schema: Schema;
  readonly data: OrgDatabase;
  readonly users: readonly OrgUser[];
  readonly isSandbox?: boolean;
}

/** Which Apex is running: for rules that depend on whose code asks. */
export interface RunningCode {
  /** Of the innermost piece of Apex; the org's own namespace where none is running. */
  namespace(): string;
  /** Whether a test with SeeAllData=true is running. */
  seesAllData(): boolean;
}

const NO_CODE: RunningCode = { namespace: () => '', seesAllData: () => false };

const DAY_MS = 86_400_000;

export type EventListener = (objectName: string, row: object) => void;

/** One line of System.debug output. */
export interface DebugLine {
  readonly transaction: number;
  readonly level: string;
  readonly text: string;
}

export class LocalOrg implements Org {
  readonly id: string;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly schema: Schema;
  readonly isSandbox: boolean;
  readonly data: OrgDatabase;
  readonly users: readonly OrgUser[];
  readonly cache: OrgCache;
  readonly jobs = new JobQueue();
  readonly events = new EventChannels();
  readonly scheduler: Scheduler;
  readonly remoteSites = new RemoteSites();
  readonly credentials: OrgCredentials;
  readonly notifications = new Notifications();
  readonly invocables = new Invocables();
  /** Set by whoever loads the program. */
  code: RunningCode = NO_CODE;
  readonly debugLog: DebugLine[] = [];
  faults: FaultHook | undefined;
  /** Whoever measures what transactions and queries cost. */
  watch: OrgWatch | undefined;
  /** Salesforce's own maintenance: callouts still go out, writes are refused. */
  readOnlyMode = false;
  asyncExecutionLimit = 250_000;
  /** Lines covered by transactions of this org; undefined when not measured. */
  coverage: CoverageSink | undefined;
  /** Which user runs an event trigger, by object; Automated Process unless configured. */
  readonly eventUsers = new Map<string, OrgUser>();
  readonly #listeners = new Set<EventListener>();
  #transactions = 0;
  #replayIds = 0;
  #executions = { day: 0, count: 0 };

  constructor(options: OrgOptions) {
    this.id = options.id;
    this.clock = options.clock;
    this.random = options.random;
    this.schema = options.schema;
    this.data = options.data;
    this.users = options.users;
    this.isSandbox = options.isSandbox ?? false;
    this.cache = new OrgCache(options.clock, options.random);
    this.scheduler = new Scheduler();
    this.credentials = new OrgCredentials(options.data);
  }

  /** Asynchronous executions since midnight UTC, against the org-wide daily limit. */
  get asyncExecutions(): number {
    return this.#executions.day === this.#day ? this.#executions.count : 0;
  }

  set asyncExecutions(count: number) {
    this.#executions = { day: this.#day, count };
  }

  get #day(): number {
    return Math.floor(this.clock.now() / DAY_MS);
  }

  begin(options: RunOptions): ApexTransaction {
    this.#transactions += 1;
    const id = this.#transactions;
    return new ApexTransaction({
      ...options,
      id,
      session: options.session ?? this.data.session(id),
      cache: options.cache ?? new CacheSession(this.cache),
      coverage: options.coverage ?? this.coverage,
      test: options.test,
      readOnly: this.readOnlyMode
    });
  }

  user(matches: (user: OrgUser) => boolean, description: string): OrgUser {
    const found = this.users.find(matches);
    if (!found)
      throw new Error(`This org has no ${description}. Seeded users: ${this.users.map((u) => u.username).join(', ')}.`);
    return found;
  }

  /** The user whose row this is, as System.runAs takes it: one of the org's, or one that the test has inserted. */
  userOfRow(row: unknown, session: StoreSession): OrgUser {
    const id = row instanceof SObjectValue ? row.id?.value : undefined;
    const known =
      this.users.find((user) => user.id === id) ?? (id === undefined ? undefined : this.#inserted(id, session));
    if (known) return known;
    throwApex('System.UnexpectedException', 'System.runAs needs a user of this org: query one, or insert one first.');
  }

  #inserted(id: string, session: StoreSession): OrgUser | undefined {
    return userFromRow(this.data, asDataSession(session), id);
  }

  get automatedProcess(): OrgUser {
    return this.user((user) => user.userType === 'AutomatedProcess', 'Automated Process user');
  }

  nextReplayId(): string {
    this.#replayIds += 1;
    return String(this.#replayIds);
  }

  get transactions(): number {
    return this.#transactions;
  }

  /** Subscribers outside Apex, such as the console's pages: told when an event is published. */
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(objectName: string, row: object): void {
    for (const listener of this.#listeners) listener(objectName, row);
  }
}
