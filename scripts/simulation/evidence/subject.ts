import type { Waiting } from '../../local-org/contracts/effect';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { failureText } from '../../local-org/platform/apex-failure';
import { ApexException } from '../../local-org/runtime/exceptions';
import { ApexId } from '../../local-org/runtime/id';
import type { WorldProgram } from '../world/program';
import { compileWorld } from '../world/program';
import type { WorldOptions } from '../world/world';
import { CLIENT_ID, HOST, World } from '../world/world';
import { refreshes, unproven } from './journal';
import type { CustodyView } from './rows';
import { custodyOf } from './rows';

const FIXTURES = ['SetupConnections', 'EvidenceRequests'];
const REQUESTS = 'EvidenceRequests';
const MINUTE_MS = 60_000;

export const RESOURCE = `${HOST}/services/data/v65.0/`;

export function compileEvidence(...fixtures: readonly string[]): WorldProgram {
  return compileWorld([...FIXTURES, ...fixtures]);
}

/** One connection in a world of its own, and what can be done to it. Every step runs until all is quiet. */
export class Subject {
  readonly name: string = 'probe';

  constructor(
    readonly world: World,
    readonly uid: string
  ) {}

  static authorized(program: WorldProgram, options: Partial<WorldOptions> = {}): Subject {
    const world = new World(program, { seed: 1, ...options });
    return new Subject(world, world.connect({ developerName: 'probe' }));
  }

  get custody(): CustodyView {
    return custodyOf(this.world, this.uid);
  }

  get presentations(): number {
    return refreshes(this.world.server).length;
  }

  /** What the list of Apex jobs says about those that failed. */
  get failedJobs(): readonly string[] {
    const jobs = [...this.world.org.data.store.table('AsyncApexJob').entries()].map(([, row]) => row);
    return jobs.filter((row) => row['Status'] === 'Failed').map((row) => String(row['ExtendedStatus']));
  }

  /** What must not exist, whatever happened. */
  get harm() {
    const { server, clock } = this.world;
    return {
      unproven: unproven(server).length,
      revoked: server.families(clock).filter(({ ended }) => ended === 'reuse' || ended === 'code-reuse').length
    };
  }

  /** Whether the sealed payload opens and holds the refresh token that the server accepts next, of the newest grant. */
  get holdsLiveToken(): boolean {
    const digest = this.#call('digestOfHeld(String)', [this.uid]);
    const newest = this.world.server.families(this.world.clock).at(-1);
    return newest?.liveRefreshTokens.includes(String(digest)) ?? false;
  }

  /** Transaction 1 for the present generation; its answer as 'Status: text'. */
  ask(by: 'job' | 'person' = 'job'): string {
    return String(this.#call('ask(String,Integer,Boolean)', [this.uid, this.custody.generation, by === 'person']));
  }

  /** The transaction of `ask`, for a schedule that interleaves it with others. */
  asking() {
    const args = [this.uid, this.custody.generation, false];
    return this.world.request(REQUESTS, 'ask(String,Integer,Boolean)', args);
  }

  /** A transaction that locks the row and does nothing else. */
  holding() {
    return this.world.request(REQUESTS, 'hold(String)', [this.uid]);
  }

  sweep(): void {
    this.#call('sweep()', []);
  }

  send(endpoint = RESOURCE, connection = this.name): string {
    return String(this.#call('send(String,String)', [connection, endpoint]));
  }

  edit({ host = HOST, clientId = CLIENT_ID }: { host?: string; clientId?: string }): void {
    this.#call('edit(Id,String,String)', [ApexId.parse(this.uid), host, clientId]);
  }

  disconnect(): void {
    this.world.settle(this.world.request('Disconnects', 'start(Id)', [ApexId.parse(this.uid)]));
  }

  authorizeAgain(): void {
    this.world.authorize(this.uid);
  }

  /** Long enough for latches to be forgotten; by default also for every backoff. */
  wait(minutes = 61): void {
    this.world.clock.advance(minutes * MINUTE_MS);
  }

  /** Runs the transaction and what is due within the next minutes, and moves on to their end. */
  pass(minutes: number, transaction?: Waiting<unknown>): void {
    const until = this.world.clock.now() + minutes * MINUTE_MS;
    const driver = this.world.schedule(() => 0, { until });
    if (transaction) driver.add('call', transaction);
    driver.run();
    this.world.clock.advance(Math.max(0, until - this.world.clock.now()));
  }

  /** What a transaction of the package fails with: its type and its text. Fails itself where nothing fails. */
  failureOf(key: string, args: readonly unknown[], className = REQUESTS): Failure {
    const driver = this.world.schedule(() => 0);
    const runner = driver.add('call', this.world.request(className, key, args));
    driver.run();
    const outcome = runner.value as Outcome<unknown>;
    if (outcome.ok) throw new Error(`${className}.${key} was expected to fail, but returned ${String(outcome.value)}.`);
    const { error } = outcome;
    const type = error instanceof ApexException ? error.apexType : 'System.LimitException';
    return { type, text: error instanceof ApexException ? (error.apexMessage ?? '') : failureText(error) };
  }

  failureOfSend(connection = this.name, endpoint = RESOURCE): Failure {
    return this.failureOf('send(String,String)', [connection, endpoint]);
  }

  #call(key: string, args: readonly unknown[]): unknown {
    return this.world.settle(this.world.request(REQUESTS, key, args));
  }
}

export interface Failure {
  readonly type: string;
  readonly text: string;
}
