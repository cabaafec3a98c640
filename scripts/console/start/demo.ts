import type { AuthorizationServer } from '../../authorization-server';
import { createAuthorizationServer } from '../../authorization-server';
import { startAuthorizationServer } from '../../authorization-server/http';
import { bootOrg } from '../../local-org/boot/boot';
import { systemRandom } from '../../local-org/boot/random';
import type { Clock } from '../../local-org/contracts/clock';
import { runningClock } from '../../local-org/contracts/clock';
import type { WireRequest } from '../../local-org/contracts/transport';
import { consoleBackend } from '../../local-org/live/console-backend';
import { loopbackTransport } from '../../local-org/live/loopback-transport';
import { LiveOrg } from '../../local-org/live/live-org';
import { assignPermissionSet } from '../../local-org/platform/security/seed';
import { startConsoleHost } from '../../local-org/server/host';
import { REDIRECT_URI } from '../../simulation/world/authorize';
import { compileWorld } from '../../simulation/world/program';
import { bundleConsole } from '../bundle/cache';
import { connect } from './seed';

const NAMESPACE = 'tokenward';
const CLIENT_ID = 'tokenward-laptop';
const CLIENT_SECRET = 'laptop-client-secret';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Connections are authorized over four weeks that pass in a moment, so that the clock ends at the present. */
const HISTORY_MS = 28 * DAY_MS;
const SINCE_DUE_MS = 110 * MINUTE_MS;

export interface Demo {
  readonly url: string;
  readonly providerUrl: string;
  readonly server: AuthorizationServer;
  readonly clock: Clock;
  readonly live: LiveOrg;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly progress: (text: string) => void;
  readonly onFatal: (error: unknown) => void;
  /** Holds answers of the authorization server: see its HttpOptions. */
  readonly beforeAnswer?: (request: WireRequest) => Promise<void>;
}

/** Everything `npm start` runs: authorization server, local org, console. All in this process, all on loopback. */
export async function startDemo({ port, progress, onFatal, beforeAnswer }: DemoOptions): Promise<Demo> {
  progress("Bundling the console and compiling the package's Apex (up to half a minute the first time)");
  // The bundler is a process of its own, and works while this one compiles.
  const bundling = bundleConsole({ namespace: NAMESPACE });
  const program = compileWorld(['SetupConnections']);
  const bundle = await bundling;
  const clock = runningClock(() => Date.now() - HISTORY_MS);
  const server = createAuthorizationServer({
    clients: [
      {
        id: CLIENT_ID,
        secret: CLIENT_SECRET,
        name: 'Tokenward on a laptop',
        redirectUris: [REDIRECT_URI],
        authentication: ['post']
      }
    ],
    seed: Date.now(),
    consent: 'ask'
  });
  const provider = await startAuthorizationServer({ server, clock, ...(beforeAnswer ? { beforeAnswer } : {}) });
  const engine = bootOrg(program.workspace, program.program, { clock, random: systemRandom() });
  engine.org.remoteSites.add('Authorization_Server', provider.url);
  assignPermissionSets(engine.org);
  const live = new LiveOrg({ engine, transport: loopbackTransport(), onFatal });
  progress('Authorizing three connections');
  await seedConnections(live, clock, provider.url);
  const host = await startConsoleHost({
    backend: consoleBackend(live),
    bundle,
    namespace: NAMESPACE,
    port,
    onFault: onFatal
  });
  // The port is known only now; registering the address is what an admin does by copying it from the console.
  server.configureClient(CLIENT_ID, { redirectUris: [REDIRECT_URI, `${host.url}/page/Tokenward_Authorization`] });
  return {
    url: host.url,
    providerUrl: provider.url,
    server,
    clock,
    live,
    async close() {
      live.close();
      await host.close();
      await provider.close();
    }
  };
}

function assignPermissionSets({ data, users }: LiveOrg['engine']['org']): void {
  const sets: Readonly<Record<string, string>> = {
    admin: 'Tokenward_Admin',
    integ: 'Tokenward_Admin',
    observer: 'Tokenward_Observer'
  };
  for (const user of users) {
    const set = sets[user.alias];
    if (set !== undefined) assignPermissionSet(data, user.id, set);
  }
}

/** One that is close to its idle limit, one that is due, one that is healthy: each authorized at its time. */
async function seedConnections(live: LiveOrg, clock: Clock, host: string): Promise<void> {
  const plan = (developerName: string, label: string) => ({
    developerName,
    label,
    provider: 'Salesforce',
    host,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET
  });
  await connect(live, plan('legacy_archive', 'Legacy archive'));
  clock.advance(HISTORY_MS - SINCE_DUE_MS);
  await connect(live, plan('order_hub', 'Order hub'));
  clock.advance(SINCE_DUE_MS);
  await connect(live, plan('billing', 'Billing'));
}
