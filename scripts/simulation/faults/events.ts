import type { Waiting } from '../../local-org/contracts/effect';
import { perform } from '../../local-org/contracts/effect';
import { runTransaction } from '../../local-org/platform/transaction/run';
import { DEFAULT_USERNAME } from '../../authorization-server/config';
import { ApexId } from '../../local-org/runtime/id';
import { grantSteps } from '../world/authorize';
import type { BaseConnection, BaseWorld } from '../world/base';
import { CLIENT_ID, CLIENT_SECRET, HOST } from '../world/world';
import type { EventName } from './injection';

const NEXT_SECRET = 'next-client-secret-never-to-be-seen';
const ATTEMPTS = 5;

/** Answers after as many milliseconds as it is asked to: what a foreign transaction waits for while it holds a row. */
export const SLOW_HOST = 'https://slow.example';

/** Something that happens once while rotations are under way, as code for a schedule to place. */
export function* happen(
  base: BaseWorld,
  connection: BaseConnection,
  event: EventName,
  amount: number
): Waiting<unknown> {
  const { world, clock } = base;
  const { server } = world;
  const id = ApexId.parse(connection.uid);
  const call = (key: string, args: readonly unknown[]) => world.request('SimulationRequests', key, args);
  switch (event) {
    case 'hold the row':
      return yield* holdRow(base, connection, amount);
    case 'evict the cache':
      return world.org.cache.evict();
    case 'clock jumps':
      return clock.set(clock.now() + amount);
    case 'relabel':
      return yield* call('relabel(Id,String)', [id, 'another label']);
    case 'delete':
      return yield* call('remove(Id)', [id]);
    case 'disconnect':
      return yield* world.request('Disconnects', 'start(Id)', [id]);
    case 'pause':
      return yield* world.request('Pauses', 'pause(Id)', [id]);
    case 'pause all':
      return yield* world.request('Pauses', 'pauseAll()', []);
    case 'another client secret':
      return yield* changeSecret(base, id);
    case 'read-only begins':
      world.org.readOnlyMode = true;
      return undefined;
    case 'authorize again':
      return yield* authorizeAgain(base, connection);
    case 'provider revokes':
      return server.revokeGrants(clock, CLIENT_ID);
    case 'user is frozen':
      return server.configureUser(DEFAULT_USERNAME, { status: 'frozen' });
    case 'instance moves':
      return server.configureOrganization({ instanceUrl: 'https://moved.my.salesforce.com' });
    case 'keys are lost':
      return loseKeys(base);
    case 'jobs are forgotten':
      return forgetJobs(base, amount);
    case 'a later approval evicts':
      return evictByApproval(base);
    case 'a sweep':
      return yield* call('sweep()', []);
    case 'a person asks':
      return yield* call('askAsPerson(String,Integer)', [connection.uid, connection.generation]);
    case 'write, then send':
      return yield* call('sendAfterWriting(String,String,Id)', [connection.name, `${HOST}/services/data/v65.0/`, id]);
  }
}

/** Another package's transaction with the row locked, for longer or shorter than others wait for it. */
function* holdRow({ world }: BaseWorld, { custodyId }: BaseConnection, milliseconds: number): Waiting<unknown> {
  return yield* runTransaction(
    world.engine,
    { kind: 'aura', subject: 'foreign transaction', user: world.user },
    function* (tx) {
      const key = custodyId;
      const locked = world.org.data.store.locks;
      if (locked.conflict([key], tx.id) !== undefined) return;
      locked.take([key], tx.id);
      const request = { method: 'GET', url: `${SLOW_HOST}/${milliseconds}`, headers: {}, body: new Uint8Array() };
      yield* perform({ kind: 'callout', request, timeoutMs: milliseconds });
    }
  );
}

function* authorizeAgain({ world }: BaseWorld, { uid }: BaseConnection): Waiting<unknown> {
  const steps = grantSteps(world.engine, uid, CLIENT_SECRET);
  let step = steps.next();
  while (step.done !== true) {
    const { value } = step;
    if (value.kind === 'visit') {
      step = steps.next(world.server.handle(value.request, world.clock).response);
      continue;
    }
    const outcome = yield* world.transaction('aura', value.subject, value.body);
    // A person sees the error and starts again later; what was issued is not lost by that.
    if (!outcome.ok) return outcome;
    step = steps.next(outcome.value);
  }
  return step.value;
}

/** The provider's admin has issued another one; ours enters it, again if the row is locked. */
function* changeSecret({ world }: BaseWorld, id: ApexId): Waiting<unknown> {
  world.server.configureClient(CLIENT_ID, { secret: NEXT_SECRET });
  for (let attempt = 1; ; attempt += 1) {
    const outcome = yield* world.request('ClientSecrets', 'change(Id,String)', [id, NEXT_SECRET]);
    if (outcome.ok || attempt === ATTEMPTS) return outcome;
  }
}

function loseKeys({ world }: BaseWorld): void {
  const object = 'tokenward__Vault_Key__c';
  const rows = [...world.org.data.store.table(object).entries()];
  world.org.data.store.apply(rows.map(([id]) => ({ object, id, row: undefined })));
}

/** The platform keeps rows of jobs for a while only; a queue may be slower than that. */
function forgetJobs({ world, clock }: BaseWorld, later: number): void {
  const { store } = world.org.data;
  const rows = [...store.table('AsyncApexJob').entries()];
  store.apply(rows.map(([id]) => ({ object: 'AsyncApexJob', id, row: undefined })));
  clock.set(clock.now() + later);
}

/** Salesforce keeps five approvals per user and app: the next one revokes the oldest. */
function evictByApproval({ world, clock }: BaseWorld): void {
  world.server.configureClient(CLIENT_ID, { approvalsPerUser: 1 });
  world.server.revokeGrants(clock, CLIENT_ID);
}
