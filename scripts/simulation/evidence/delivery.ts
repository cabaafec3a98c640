import { openRequest } from '../../authorization-server/exchange';
import type { Fault, FaultDetail } from '../../local-org/contracts/fault';
import type { Choose } from '../../local-org/drivers/choose';
import type { OrgUser } from '../../local-org/contracts/org';
import { failureText } from '../../local-org/platform/apex-failure';
import { assignPermissionSet } from '../../local-org/platform/security/seed';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { toJson } from '../../local-org/live/to-json';
import { ApexId } from '../../local-org/runtime/id';
import { numberOf } from '../world/custody';
import type { Watch } from '../world/world';
import { CLIENT_SECRET } from '../world/world';
import type { WorldProgram } from '../world/program';
import { Secrets } from './secrets';
import { Sinks } from './sinks';
import { Subject } from './subject';
import { CALLERS } from './subscriber';

export const TARGET = 'Tokenward_probe';
const PRINCIPAL = 'Connection';
const RUSH_MS = 60_000;
const API = '/services/data/';
const ISSUED = /"access_token"\s*:\s*"([^"]+)"/;

/** What the console shows of a delivery. */
export interface DeliveryShown {
  readonly isOn: boolean;
  readonly state: string;
  readonly generation?: number | null;
  readonly isPending: boolean;
  readonly refusal?: string | null;
  readonly notices: readonly { readonly text: string; readonly page?: string | null }[];
}

/** How Connect API refuses. */
export interface Refusal {
  readonly operation: string;
  readonly type: string;
  readonly errorCode?: string;
  readonly message?: string;
}

/** A connection that is delivered, somebody who calls with it, and everybody who watches. */
export class Delivery {
  readonly subject: Subject;
  readonly secrets = new Secrets();
  readonly sinks: Sinks;
  readonly caller: OrgUser;
  /** The newest access token that the provider has issued, and the ones that its API has seen, the newest last. */
  newest = '';
  readonly seen: string[] = [];

  constructor(program: WorldProgram) {
    this.secrets.learn('client secret', CLIENT_SECRET);
    this.subject = Subject.authorized(program, { watch: this.#watch });
    this.sinks = new Sinks(this.subject.world, this.secrets);
    const { org } = this.subject.world;
    this.caller = org.user(({ alias }) => alias === 'nobody', 'nobody');
    assignPermissionSet(org.data, this.caller.id, CALLERS);
  }

  /** What an administrator does once: the switch of the console, and two clicks in Setup. */
  static ready(program: WorldProgram): Delivery {
    const delivery = new Delivery(program);
    delivery.switchOn();
    delivery.allowCallouts();
    delivery.grantAccess();
    delivery.console('deliverNow(Id)');
    return delivery;
  }

  get id(): ApexId {
    return ApexId.parse(this.subject.uid);
  }

  switchOn(user?: OrgUser): DeliveryShown {
    return this.console('switchDelivery(Id,Boolean)', [true], user);
  }

  allowCallouts(): void {
    this.subject.world.org.credentials.enable(TARGET);
  }

  grantAccess(): void {
    this.subject.world.org.credentials.grantPrincipal(CALLERS, TARGET, PRINCIPAL);
  }

  /** The panel of the console as it is after that call. */
  console(key = 'delivery(Id)', args: readonly unknown[] = [], user?: OrgUser): DeliveryShown {
    const { world } = this.subject;
    const call = world.request('DeliveryController', key, [this.id, ...args], user);
    return toJson(world.engine, world.settle(call)) as DeliveryShown;
  }

  get notices(): readonly string[] {
    return this.console().notices.map(({ text }) => text);
  }

  /** From now on, until the faults of the sinks are taken away. */
  refuse({ operation, message = '', ...refusal }: Refusal): void {
    this.sinks.faults = { at: this.striking(operation, { kind: 'exception', message, ...refusal }) };
  }

  /** Strikes whenever Connect API is asked for that operation. */
  striking(operation: string, fault: Fault | (() => Fault | undefined)): (detail: FaultDetail) => Fault | undefined {
    const next = typeof fault === 'function' ? fault : () => fault;
    return (detail) => (detail.operation === operation ? next() : undefined);
  }

  sweepAs(alias: string): void {
    const { world } = this.subject;
    const user = world.org.user((candidate) => candidate.alias === alias, alias);
    world.settle(world.request('EvidenceRequests', 'sweep()', [], user));
  }

  disconnect(): void {
    const { world } = this.subject;
    world.settle(world.request('ConnectionsController', 'disconnect(Id)', [this.id]));
  }

  /** Another authorized connection that wants to be delivered; returns its uid. */
  addConnection(developerName: string): string {
    const { world } = this.subject;
    const uid = world.connect({ developerName });
    world.settle(world.request('DeliveryController', 'switchDelivery(Id,Boolean)', [ApexId.parse(uid), true]));
    return uid;
  }

  rotateOther(uid: string, generation: number): void {
    const { world } = this.subject;
    world.settle(world.request('EvidenceRequests', 'ask(String,Integer,Boolean)', [uid, generation, true]));
  }

  /** The generation on record as delivered. */
  deliveredOf(uid: string): number {
    const rows = [...this.subject.world.org.data.store.table('tokenward__Delivery__c').entries()].map(([, row]) => row);
    return numberOf(rows.find((row) => row['tokenward__Connection_Uid__c'] === uid)?.['tokenward__Generation__c']);
  }

  /** The generation of the token that is in the named credential; it stands beside it in clear. */
  get heldGeneration(): number {
    const { records } = this.subject.world.org.credentials;
    const key = {
      externalCredential: TARGET,
      principal: PRINCIPAL,
      type: 'NamedPrincipal',
      userId: undefined
    } as const;
    return Number(records.values(key)?.values.get('Generation')?.value);
  }

  /** The generations that were in the named credential, in their order, while that happens. */
  heldDuring(act: () => void): readonly number[] {
    const held: number[] = [];
    this.sinks.faults = {
      at: ({ point }) => {
        if (point === 'commit.after' && held.at(-1) !== this.heldGeneration) held.push(this.heldGeneration);
        return undefined;
      }
    };
    act();
    this.sinks.faults = undefined;
    return held;
  }

  /** So many people who want a delivery now, and one who rotates, all at once. */
  rush(people: number, choose: Choose): void {
    const { world, uid } = this.subject;
    const driver = world.schedule(choose, { time: 'any-time', until: world.clock.now() + RUSH_MS });
    for (let i = 0; i < people; i += 1) {
      driver.add('deliver', world.request('DeliveryController', 'deliverNow(Id)', [this.id]));
    }
    const args = [uid, this.subject.custody.generation, true];
    driver.add('rotate', world.request('EvidenceRequests', 'ask(String,Integer,Boolean)', args));
    driver.run();
  }

  rotate(): void {
    this.subject.wait(2);
    this.subject.ask('person');
  }

  /** Two interviews of a flow, in bulk: what the action could read in the second one, or its error. */
  call(user = this.caller): string {
    const { world } = this.subject;
    const driver = world.schedule(() => 0, { until: world.clock.now() });
    const runner = driver.add('flow', world.org.invocables.run('ProbeAction', [`${API}first/`, `${API}v65.0/`], user));
    driver.run();
    const outcome = runner.value as Outcome<readonly unknown[]>;
    return outcome.ok ? String(outcome.value[1]) : failureText(outcome.error);
  }

  /** Every field of the custody row, byte for byte. */
  get custody(): string {
    const { org } = this.subject.world;
    return JSON.stringify(org.data.store.table('tokenward__Custody__c').get(this.subject.custody.id));
  }

  readonly #watch: Watch = (request, served) => {
    this.secrets.watch(request, served);
    const issued = ISSUED.exec(new TextDecoder().decode(served.response.body))?.[1];
    if (issued !== undefined) this.newest = issued;
    if (new URL(request.url).pathname.startsWith(API)) {
      this.seen.push(openRequest(request, null).authorization.replace(/^Bearer /, ''));
    }
  };
}
