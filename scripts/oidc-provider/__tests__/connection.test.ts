/** One connection's whole life at a server that no one here wrote: oidc-provider over real HTTP, as strict as it gets. */
import { bootOrg, administrator } from '../../local-org/boot/boot';
import { systemRandom } from '../../local-org/boot/random';
import type { Clock } from '../../local-org/contracts/clock';
import { runningClock } from '../../local-org/contracts/clock';
import { callAura } from '../../local-org/live/aura';
import { loopbackTransport } from '../../local-org/live/fetch-transport';
import { LiveOrg } from '../../local-org/live/live-org';
import { assignPermissionSet } from '../../local-org/platform/security/seed';
import { compileWorld } from '../../simulation/world/program';
import { Person } from '../person';
import { ForeignProvider } from '../provider';
import { LossyProxy } from '../proxy';

const START_MS = 40_000;
const TEST_MS = 15_000;
const QUIET_MS = 10_000;
const STEP_MS = 5 * 60_000;
/** The sweep begins at full hours: whatever time it is now, it has looked several times by then. */
const MOST_STEPS = 18;
const CLIENT_ID = 'tokenward-on-a-laptop';
/** Everything that has to be escaped twice: for the header and for the form inside it. */
const CLIENT_SECRET = 'a secret+with/odd %characters:in~it';
const ORIGIN = 'http://127.0.0.1:9';
const HOME = `${ORIGIN}/page/Tokenward_Authorization`;

interface View {
  readonly uid: string;
  readonly state: string;
  readonly condition: string;
  readonly generation: number;
  readonly lastOutcome: string;
}

interface Finding {
  readonly key: string;
  readonly state: string;
  readonly value: string | null;
}

jest.setTimeout(TEST_MS);

let proxy: LossyProxy;
let provider: ForeignProvider;
let live: LiveOrg;
let clock: Clock;
let uid: string;
const person = new Person('Ada');
const fatal: unknown[] = [];

beforeAll(async () => {
  proxy = await LossyProxy.start();
  provider = await ForeignProvider.start({
    issuer: proxy.url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    redirectUri: HOME
  });
  proxy.forwardTo(provider.port);
  const { workspace, program } = compileWorld([]);
  clock = runningClock();
  const engine = bootOrg(workspace, program, { clock, random: systemRandom() });
  assignPermissionSet(engine.org.data, administrator(engine.org).id, 'Tokenward_Admin');
  live = new LiveOrg({ engine, transport: loopbackTransport(), onFatal: (error) => fatal.push(error) });
}, START_MS);

afterAll(async () => {
  live?.close();
  await provider?.close();
  await proxy?.close();
});

/** A click in the console, and everything that follows from it by itself. */
async function click<T>(className: string, method: string, parameters: Readonly<Record<string, unknown>>): Promise<T> {
  const answer = await callAura(live, administrator(live.engine.org), className, method, parameters);
  if (!answer.ok) throw new Error(`${className}.${method}: ${answer.message}`);
  await live.whenQuiet(QUIET_MS);
  if (fatal.length > 0) throw fatal[0];
  return answer.value as T;
}

async function view(): Promise<View> {
  const views = await click<View[]>('ConnectionsController', 'getConnections', {});
  const found = views.find((one) => one.uid === uid);
  if (!found) throw new Error('The page does not show the connection.');
  return found;
}

const rotate = async () => click('ConnectionsController', 'rotateNow', { uid, generation: (await view()).generation });

/** From the console through the provider's pages and back, as a person with that browser. */
async function authorize(): Promise<void> {
  const address = await click<string>('AuthorizationController', 'start', {
    uid,
    pageOrigin: ORIGIN,
    clientSecret: CLIENT_SECRET
  });
  const answer = await person.authorize(address, HOME);
  const state = answer.get('state');
  const authorizationId = await click('AuthorizationController', 'claim', { state, issuer: answer.get('iss') });
  const code = answer.get('code');
  const outcome = await click<{ status: string; text: string }>('AuthorizationController', 'exchange', {
    state,
    authorizationId,
    code
  });
  expect(outcome).toMatchObject({ status: 'Saved' });
}

/** Time passes for both, as it does between two computers, until the connection looks like that. */
async function passUntil(expected: Partial<View>): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await provider.advance(STEP_MS);
    clock.advance(STEP_MS);
    await live.whenQuiet(QUIET_MS);
    const found = await view();
    if (Object.entries(expected).every(([name, value]) => found[name as keyof View] === value)) return;
  }
  throw new Error(`After ${MOST_STEPS} steps: ${JSON.stringify(await view())}`);
}

const presentations = () => proxy.to('/token').filter(({ form }) => form.get('grant_type') === 'refresh_token');
const questions = () => proxy.to('/token/introspection').length;
/** What the provider says that reuse of a token or the end of a grant would have left. */
const harm = () => ({
  revoked: provider.count('grant.revoked'),
  refused: provider.count('grant.error', 'invalid_grant')
});

const draft = (loginHost: string) => ({
  name: 'Peer',
  developerName: 'peer',
  provider: 'Open_Id_Connect',
  details: { loginHost, clientId: CLIENT_ID, scopes: 'openid offline_access', discover: 'true' }
});
const create = (loginHost: string) => click<string>('ConnectionFormController', 'createConnection', draft(loginHost));

/** What the probe finds, by what was checked: its state, and what it would have somebody enter. */
async function probed(): Promise<Readonly<Record<string, string>>> {
  const findings = await click<Finding[]>('OnboardingController', 'probe', { uid });
  return Object.fromEntries(findings.map(({ key, state, value }) => [key, value ? `${state} ${value}` : state]));
}

it('creates nothing before the org may call the provider, and names the site to add', async () => {
  await expect(create(proxy.url)).rejects.toThrow(`Remote Site Settings, New Remote Site with the URL ${proxy.url}`);
  live.engine.org.remoteSites.add('Oidc_Provider', proxy.url);
});

it('creates nothing where another issuer answers than the one that was asked', async () => {
  const other = proxy.url.replace('127.0.0.1', 'localhost');
  live.engine.org.remoteSites.add('Other_Name', other);

  await expect(create(other)).rejects.toThrow('belongs to another issuer');
  expect(await click('ConnectionsController', 'getConnections', {})).toEqual([]);
});

it('creates a connection with what the provider says of itself, and authorizes it through its own pages', async () => {
  uid = await create(proxy.url);
  await authorize();

  expect(person.prompts).toEqual(['login', 'consent']);
  expect(await view()).toMatchObject({ state: 'Idle', condition: 'Idle', generation: 1 });
  expect(proxy.to('/token')[0]?.form.get('code_verifier')).toHaveLength(43);
  expect(questions()).toBe(1);
});

it('is probed without a token or a secret, and lacks only the sweep', async () => {
  const before = proxy.passages.length;

  expect(await probed()).toEqual({
    [`remoteSite ${proxy.url}`]: 'ok',
    host: 'ok',
    clock: 'ok',
    pkce: 'ok',
    settings: 'ok',
    cache: 'ok',
    trigger: 'unknown',
    sweep: 'warning'
  });
  const sent = proxy.passages.slice(before);
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /token',
    'GET /.well-known/openid-configuration'
  ]);
  expect(sent.every(({ form, authorization }) => form.size === 0 && authorization === undefined)).toBe(true);
});

it('notices a clock that runs ahead, and a remote site that is gone', async () => {
  await provider.advance(STEP_MS);
  expect(await probed()).toMatchObject({ clock: 'warning' });
  clock.advance(STEP_MS);
  live.engine.org.remoteSites.setActive('Oidc_Provider', false);
  expect(await probed()).toMatchObject({ [`remoteSite ${proxy.url}`]: `problem ${proxy.url}`, host: 'unknown' });
  live.engine.org.remoteSites.setActive('Oidc_Provider', true);
  expect(await probed()).toMatchObject({ host: 'ok', clock: 'ok' });
});

it('rotates: one presentation, one token consumed', async () => {
  await rotate();

  expect(await view()).toMatchObject({ condition: 'Idle', generation: 2 });
  expect(presentations()).toHaveLength(1);
  expect(provider.count('refresh_token.consumed')).toBe(1);
});

it('survives a new authorization by the same browser, for which the provider reuses the grant', async () => {
  await authorize();
  await rotate();

  expect(await view()).toMatchObject({ condition: 'Idle', generation: 4 });
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('presents nothing while a lost request may still be on its way', async () => {
  proxy.loseNext('/token', 'never arrived');
  await rotate();
  const before = presentations().length;

  await click('ConnectionsController', 'resolve', { uid });

  expect(await view()).toMatchObject({ state: 'InDoubt', generation: 4 });
  expect(presentations()).toHaveLength(before);
});

it('recovers alone where the token turns out to be unspent', async () => {
  await click('SweepController', 'switchOn', {});
  const [asked, presented] = [questions(), presentations().length];

  await passUntil({ condition: 'Idle', generation: 5 });

  expect(questions()).toBe(asked + 1);
  expect(presentations()).toHaveLength(presented + 1);
  expect(await probed()).toMatchObject({ trigger: 'ok', sweep: 'ok' });
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('ends as dead, answer lost, where the token turns out to be spent, and never presents it again', async () => {
  proxy.loseNext('/token', 'processed');
  await rotate();
  const [asked, presented] = [questions(), presentations().length];

  await passUntil({ state: 'Dead', generation: 5 });

  expect((await view()).lastOutcome).toMatch(/answer .*lost/i);
  expect(questions()).toBe(asked + 1);
  expect(presentations()).toHaveLength(presented);
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('comes back by a new authorization, and a disconnect leaves nothing alive at the provider', async () => {
  await authorize();
  await rotate();
  const { refresh_token: last = '' } = JSON.parse(presentations().at(-1)?.answer ?? '{}') as Record<string, string>;
  expect(await isActive(last)).toBe(true);

  await click('ConnectionsController', 'disconnect', { connectionId: uid });

  expect(harm()).toEqual({ revoked: 1, refused: 0 });
  expect(await isActive(last)).toBe(false);
  // The token whose answer was lost is owed a revocation too, once nothing of it can be on its way any more.
  await passUntil({ state: 'Empty' });
  expect(provider.count('revocation.error')).toBe(0);
});

async function isActive(token: string): Promise<unknown> {
  const pair = [CLIENT_ID, CLIENT_SECRET].map((text) => new URLSearchParams({ text }).toString().slice(5)).join(':');
  const response = await fetch(`${proxy.url}/token/introspection`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    body: new URLSearchParams({ token }),
    signal: AbortSignal.timeout(QUIET_MS)
  });
  return ((await response.json()) as { active: unknown }).active;
}
