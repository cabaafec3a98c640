import { createAuthorizationServer } from '../../authorization-server';
import type { AuthorizationServer, ClientConfig } from '../../authorization-server';
import { TEST_START } from '../../local-org/boot/boot';
import type { SettableClock } from '../world/clock';
import { settableClock } from '../world/clock';
import { CUSTODY, textOf } from '../world/custody';
import { REDIRECT_URI } from '../world/authorize';
import type { WorldProgram } from '../world/program';
import { ReseededRandom } from '../world/random';
import { CLIENT_ID, CLIENT_SECRET, World } from '../world/world';
import type { DayOptions } from './options';
import { DAY_MS, LIFETIME_HOURS } from './options';

/** Answers take this long once everything is authorized. */
const ANSWER_MS = 200;
const SLOW_HOST = 'https://login.slow.example';
export const SLOW_CLIENT = 'client-of-the-slow-provider';
const AUTHORIZATION = 'tokenward__Authorization__c';

/** An org with many connections, all of them authorized in the same minute, of which some belong to another provider. */
export interface Town {
  readonly world: World;
  readonly clock: SettableClock;
  readonly random: ReseededRandom;
  /** What the org's callouts reach. */
  readonly server: AuthorizationServer;
  /** Ids of the custody rows whose provider may become slow. */
  readonly slow: ReadonlySet<string>;
}

export type Progress = (text: string) => void;

export function buildTown(program: WorldProgram, options: DayOptions, progress: Progress): Town {
  const clock = settableClock(Math.ceil(TEST_START / DAY_MS) * DAY_MS);
  const random = new ReseededRandom(options.seed);
  const server = serverOf(options.seed);
  const world = new World(program, { seed: options.seed, clock, random, server });
  world.org.remoteSites.add('Slow', SLOW_HOST);
  const start = clock.now();
  const slowEvery = Math.round(1 / options.slowShare);
  for (let index = 0; index < options.connections; index += 1) {
    const slow = index % slowEvery === slowEvery - 1;
    world.connect({ developerName: `c${index + 1}`, ...(slow ? { host: SLOW_HOST, clientId: SLOW_CLIENT } : {}) });
    // The worst case: nobody's grant is older than another's.
    clock.set(start);
    forgetVisits(world);
    if ((index + 1) % 100 === 0) progress(`${index + 1} of ${options.connections} connections authorized`);
  }
  world.settle(world.request('SweepSwitch', 'turnOn()', []));
  return { world, clock, random, server: answering(server), slow: slowRows(world) };
}

function serverOf(seed: number): AuthorizationServer {
  const client = (id: string): ClientConfig => ({
    id,
    secret: CLIENT_SECRET,
    redirectUris: [REDIRECT_URI],
    authentication: ['post'],
    reuse: 'strict',
    sessionSeconds: LIFETIME_HOURS * 3600,
    // Every connection is its own approval by the same user.
    approvalsPerUser: 1_000_000
  });
  return createAuthorizationServer({ clients: [client(CLIENT_ID), client(SLOW_CLIENT)], seed });
}

function answering(server: AuthorizationServer): AuthorizationServer {
  return {
    ...server,
    handle(request, clock) {
      const served = server.handle(request, clock);
      return { ...served, delayMs: served.delayMs + ANSWER_MS };
    }
  };
}

/** Traces of the authorizations would expire ten minutes later anyway; until then each one looks through all. */
function forgetVisits(world: World): void {
  const { store } = world.org.data;
  const ids = [...store.table(AUTHORIZATION).entries()].map(([id]) => id);
  store.apply(ids.map((id) => ({ object: AUTHORIZATION, id, row: undefined })));
}

function slowRows(world: World): ReadonlySet<string> {
  const { store } = world.org.data;
  const uids = new Set<string>();
  for (const [, row] of store.table('tokenward__Connection__c').entries()) {
    if (row['tokenward__Client_Id__c'] === SLOW_CLIENT) uids.add(textOf(row['Id']));
  }
  const rows = [...store.table(CUSTODY).entries()];
  return new Set(rows.filter(([, row]) => uids.has(textOf(row['tokenward__Connection_Uid__c']))).map(([id]) => id));
}
