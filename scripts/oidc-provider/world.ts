import { administrator, bootOrg } from '../local-org/boot/boot';
import { systemRandom } from '../local-org/boot/random';
import type { Clock } from '../local-org/contracts/clock';
import { runningClock } from '../local-org/contracts/clock';
import { callAura } from '../local-org/live/aura';
import { loopbackTransport } from '../local-org/live/loopback-transport';
import { LiveOrg } from '../local-org/live/live-org';
import { assignPermissionSet } from '../local-org/platform/security/seed';
import { compileWorld } from '../simulation/world/program';
import { Person } from './person';
import { ForeignProvider } from './provider';
import { LossyProxy } from './proxy';

const QUIET_MS = 10_000;
const STEP_MS = 5 * 60_000;
/** The sweep begins at full hours: whatever time it is now, it has looked several times by then. */
const MOST_STEPS = 18;
const CLIENT_ID = 'tokenward-on-a-laptop';
/** Everything that has to be escaped twice: for the header and for the form inside it. */
const CLIENT_SECRET = 'a secret+with/odd %characters:in~it';
const PAGE_ORIGIN = 'http://127.0.0.1:9';
const HOME = `${PAGE_ORIGIN}/page/Tokenward_Authorization`;

/** A connection as the page shows it. */
export interface View {
  readonly uid: string;
  readonly state: string;
  readonly condition: string;
  readonly generation: number;
  readonly lastOutcome: string;
}

type Parameters = Readonly<Record<string, unknown>>;

/** A local org with the package's Apex, oidc-provider, the lossy wire between them, and one person with a browser. */
export class ForeignWorld {
  readonly person = new Person('Ada');
  /** The one connection, once it has been created. */
  uid = '';

  private constructor(
    readonly proxy: LossyProxy,
    readonly provider: ForeignProvider,
    readonly live: LiveOrg,
    readonly clock: Clock,
    private readonly fatal: readonly unknown[]
  ) {}

  static async start(): Promise<ForeignWorld> {
    const proxy = await LossyProxy.start();
    const plan = { issuer: proxy.url, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri: HOME };
    const provider = await ForeignProvider.start(plan);
    proxy.forwardTo(provider.port);
    const { workspace, program } = compileWorld([]);
    const clock = runningClock();
    const engine = bootOrg(workspace, program, { clock, random: systemRandom() });
    assignPermissionSet(engine.org.data, administrator(engine.org).id, 'Tokenward_Admin');
    const fatal: unknown[] = [];
    const live = new LiveOrg({ engine, transport: loopbackTransport(), onFatal: (error) => fatal.push(error) });
    return new ForeignWorld(proxy, provider, live, clock, fatal);
  }

  async close(): Promise<void> {
    this.live.close();
    await this.provider.close();
    await this.proxy.close();
  }

  get remoteSites(): LiveOrg['engine']['org']['remoteSites'] {
    return this.live.engine.org.remoteSites;
  }

  /** A click in the console. */
  async ask<T>(className: string, method: string, parameters: Parameters = {}): Promise<T> {
    const answer = await callAura(this.live, administrator(this.live.engine.org), className, method, parameters);
    if (this.fatal.length > 0) throw this.fatal[0];
    if (!answer.ok) throw new Error(`${className}.${method}: ${answer.message}`);
    return answer.value as T;
  }

  /** A click, and everything that follows from it by itself. */
  async click<T>(className: string, method: string, parameters: Parameters = {}): Promise<T> {
    const value = await this.ask<T>(className, method, parameters);
    await this.quiet();
    return value;
  }

  quiet(): Promise<void> {
    return this.live.whenQuiet(QUIET_MS);
  }

  /** A new connection with the settings that whoever is at that address publishes; returns its id. */
  create(loginHost: string): Promise<string> {
    return this.click('ConnectionFormController', 'createConnection', {
      name: 'Peer',
      developerName: 'peer',
      provider: 'Open_Id_Connect',
      details: { loginHost, clientId: CLIENT_ID, scopes: 'openid offline_access', discover: 'true' }
    });
  }

  async view(): Promise<View> {
    const views = await this.ask<View[]>('ConnectionsController', 'getConnections');
    const found = views.find(({ uid }) => uid === this.uid);
    if (!found) throw new Error('The page does not show the connection.');
    return found;
  }

  async rotate(): Promise<void> {
    await this.#rotateNow();
    await this.quiet();
  }

  /** Begins a rotation whose answer the provider has given and the org has not heard; returns what lets it through. */
  async rotateHeld(): Promise<() => Promise<void>> {
    const { held, release } = this.proxy.holdNext('/token');
    await this.#rotateNow();
    await held;
    return () => {
      release();
      return this.quiet();
    };
  }

  /** From the console through the provider's pages and back, as a person with that browser. Returns the state. */
  async authorize(): Promise<string | null> {
    const address = await this.ask<string>('AuthorizationController', 'start', {
      uid: this.uid,
      pageOrigin: PAGE_ORIGIN,
      clientSecret: CLIENT_SECRET
    });
    const answer = await this.person.authorize(address, HOME);
    const [state, issuer, code] = ['state', 'iss', 'code'].map((name) => answer.get(name));
    const authorizationId = await this.ask('AuthorizationController', 'claim', { state, issuer });
    const back = { state, authorizationId, code };
    const outcome = await this.ask<{ status: string; text: string }>('AuthorizationController', 'exchange', back);
    if (outcome.status !== 'Saved') throw new Error(`The authorization was not saved: ${outcome.text}`);
    return state ?? null;
  }

  /** Time passes for both, as it does between two computers, until the connection looks like that. */
  async passUntil(expected: Partial<View>): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step++) {
      await this.provider.advance(STEP_MS);
      this.clock.advance(STEP_MS);
      await this.quiet();
      const found = await this.view();
      if (Object.entries(expected).every(([name, value]) => found[name as keyof View] === value)) return;
    }
    throw new Error(`After ${MOST_STEPS} steps: ${JSON.stringify(await this.view())}`);
  }

  /** Whether the provider takes the token, asked as the client and past the package. */
  async isActive(token: string): Promise<unknown> {
    const pair = [CLIENT_ID, CLIENT_SECRET].map((text) => new URLSearchParams({ text }).toString().slice(5)).join(':');
    const response = await fetch(`http://127.0.0.1:${this.provider.port}/token/introspection`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
      body: new URLSearchParams({ token }),
      signal: AbortSignal.timeout(QUIET_MS)
    });
    return ((await response.json()) as { active: unknown }).active;
  }

  async #rotateNow(): Promise<void> {
    const { uid, generation } = await this.view();
    await this.ask('ConnectionsController', 'rotateNow', { uid, generation });
  }
}
