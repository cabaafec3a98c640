import type { AuthorizationServer, ClientConfig, ReusePolicy } from '../../authorization-server';
import { createAuthorizationServer } from '../../authorization-server';
import type { OrgEngine } from '../../local-org/boot/boot';
import { administrator, bootOrg, TEST_START } from '../../local-org/boot/boot';
import { seededBytes } from '../../local-org/boot/random';
import type { Clock } from '../../local-org/contracts/clock';
import { manualClock } from '../../local-org/contracts/clock';
import type { Waiting } from '../../local-org/contracts/effect';
import type { OrgUser, RandomSource } from '../../local-org/contracts/org';
import type { TransactionKind } from '../../local-org/contracts/transaction';
import type { ServedResponse, WireRequest } from '../../local-org/contracts/transport';
import type { Choose } from '../../local-org/drivers/choose';
import { SeededDriver } from '../../local-org/drivers/seeded';
import { failureText } from '../../local-org/platform/apex-failure';
import { assignPermissionSet } from '../../local-org/platform/security/seed';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { runTransaction } from '../../local-org/platform/transaction/run';
import { nextWorkTime, readyWork } from '../../local-org/platform/work';
import type { AuthorizeStep, ConnectionPlan } from './authorize';
import { authorizeSteps, createSteps, grantSteps, REDIRECT_URI } from './authorize';
import type { WorldProgram } from './program';

export const HOST = 'https://login.provider.example';
export const CLIENT_ID = 'tokenward-client';
export const CLIENT_SECRET = 'client-secret-never-to-be-seen';

export interface WorldOptions {
  readonly seed: number;
  /** One that can be set back, where schedules start from a snapshot. */
  readonly clock?: Clock;
  readonly random?: RandomSource;
  /** What the provider does differently for the package's client. */
  readonly client?: Partial<Omit<ClientConfig, 'id'>>;
  /** Shared by an org and its copy. */
  readonly server?: AuthorizationServer;
  readonly reuse?: ReusePolicy;
  readonly processingMs?: number;
  readonly orgId?: string;
  /** Sees everything that travels between the org, the browser and the server. */
  readonly watch?: Watch;
}

export type Watch = (request: WireRequest, served: ServedResponse) => void;

/** How the transactions of a schedule are interleaved. */
export interface ScheduleOptions {
  /** Nothing starts that is due later; an hour from now unless said otherwise. */
  readonly until?: number;
  readonly time?: 'when-idle' | 'any-time';
}

const HOUR_MS = 60 * 60_000;

/** An org with the package, an authorization server and one clock for both: everything a scenario needs. */
export class World {
  readonly clock: Clock;
  readonly engine: OrgEngine;
  readonly server: AuthorizationServer;
  readonly user: OrgUser;

  constructor(program: WorldProgram, options: WorldOptions) {
    this.clock = options.clock ?? manualClock(TEST_START);
    const server = options.server ?? serverFor(options);
    this.server = options.watch ? watched(server, options.watch) : server;
    this.engine = bootOrg(program.workspace, program.program, {
      clock: this.clock,
      random: options.random ?? seededBytes(options.seed),
      ...(options.orgId === undefined ? {} : { id: options.orgId })
    });
    this.engine.org.remoteSites.add('Provider', HOST);
    this.user = administrator(this.engine.org);
    assignPermissionSet(this.engine.org.data, this.user.id, 'Tokenward_Admin');
  }

  get org() {
    return this.engine.org;
  }

  /** A transaction as waiting code, for a driver to interleave with others. */
  transaction<T>(
    kind: TransactionKind,
    subject: string,
    body: () => Waiting<T>,
    user = this.user
  ): Waiting<Outcome<T>> {
    return runTransaction(this.engine, { kind, subject, user }, body);
  }

  /** Calls a static method of the package in a transaction; `key` as 'ask(String,Integer)', in any case. */
  request(className: string, key: string, args: readonly unknown[], user = this.user): Waiting<Outcome<unknown>> {
    // Apex ignores case: the engine knows methods by their lower-case names, and types by their own.
    const linked = key.replace(/^\w+/, (name) => name.toLowerCase());
    const body = () => this.engine.callStaticWaiting(`tokenward.${className}`, linked, args);
    return this.transaction('aura', `${className}.${key}`, body, user);
  }

  /** A schedule over the org's own work and whatever is added to it. */
  schedule(
    choose: Choose,
    { until = this.clock.now() + HOUR_MS, time = 'when-idle' }: ScheduleOptions = {}
  ): SeededDriver {
    return new SeededDriver({
      slot: this.engine,
      clock: this.clock,
      server: this.server,
      choose,
      until,
      time,
      source: { ready: () => readyWork(this.engine), nextTime: () => nextWorkTime(this.engine) },
      maxSteps: 5_000_000
    });
  }

  /** One transaction and everything that follows from it, in order. A failure of the Apex is thrown. */
  settle<T>(waiting: Waiting<Outcome<T>>): T {
    const driver = this.schedule(() => 0);
    const runner = driver.add('setup', waiting);
    driver.run();
    const outcome = runner.value as Outcome<T>;
    if (!outcome.ok)
      throw new Error(`Setting up failed: ${failureText(outcome.error)}\n${this.engine.stackText(outcome.error)}`);
    return outcome.value;
  }

  /** Creates a connection and takes it through the provider's consent. */
  connect(plan: PartialPlan): string {
    return this.#follow(authorizeSteps(this.engine, this.#planned(plan)));
  }

  /** Creates a connection that nobody has authorized yet. */
  create(plan: PartialPlan): string {
    return this.#follow(createSteps(this.engine, this.#planned(plan)));
  }

  /** Takes a connection through the provider's consent again. */
  authorize(id: string, clientSecret: string | null = CLIENT_SECRET): void {
    this.#follow(grantSteps(this.engine, id, clientSecret));
  }

  #planned(plan: PartialPlan): ConnectionPlan {
    return {
      label: plan.developerName,
      provider: 'Salesforce',
      host: HOST,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      ...plan
    };
  }

  #follow<T>(steps: Generator<AuthorizeStep, T, unknown>): T {
    let step = steps.next();
    while (step.done !== true) {
      const { value } = step;
      step = steps.next(
        value.kind === 'visit'
          ? this.server.handle(value.request, this.clock).response
          : this.settle(this.transaction('aura', value.subject, value.body))
      );
    }
    return step.value;
  }
}

function serverFor(options: WorldOptions): AuthorizationServer {
  return createAuthorizationServer({
    clients: [
      {
        id: CLIENT_ID,
        secret: CLIENT_SECRET,
        redirectUris: [REDIRECT_URI],
        authentication: ['post'],
        reuse: options.reuse ?? 'strict',
        // Every connection of a scenario is its own approval by the same user.
        approvalsPerUser: 100_000,
        ...options.client
      }
    ],
    seed: options.seed,
    processingMs: options.processingMs ?? 200
  });
}

type PartialPlan = Partial<ConnectionPlan> & Pick<ConnectionPlan, 'developerName'>;

function watched(server: AuthorizationServer, watch: Watch): AuthorizationServer {
  return {
    ...server,
    handle(request, clock) {
      const served = server.handle(request, clock);
      watch(request, served);
      return served;
    }
  };
}
