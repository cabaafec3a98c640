/** One connection's whole life at a server that no one here wrote: oidc-provider over real HTTP, as strict as it gets. */
import { ForeignWorld } from '../world';

const START_MS = 40_000;
const APART_MS = 5 * 60_000;

interface Finding {
  readonly key: string;
  readonly state: string;
  readonly value: string | null;
}

let world: ForeignWorld;

beforeAll(async () => {
  world = await ForeignWorld.start();
}, START_MS);

afterAll(async () => {
  await world?.close();
});

const sentTo = (path: string, grantType: string) =>
  world.proxy.to(path).filter(({ form }) => form.get('grant_type') === grantType);
const presentations = () => sentTo('/token', 'refresh_token');
const codes = () => sentTo('/token', 'authorization_code');
const questions = () => world.proxy.to('/token/introspection').length;
/** What the provider itself says that the reuse of a token, or the end of a grant, would have left. */
const harm = () => ({
  revoked: world.provider.count('grant.revoked'),
  refused: world.provider.count('grant.error', 'invalid_grant')
});
/** The refresh token that the provider gave out last. */
const newestToken = () =>
  (JSON.parse(presentations().at(-1)?.answer ?? '{}') as { refresh_token?: string }).refresh_token ?? '';

/** What the probe finds, by what was checked: its state, and what it would have somebody enter. */
async function probed(): Promise<Readonly<Record<string, string>>> {
  const findings = await world.click<Finding[]>('OnboardingController', 'probe', { uid: world.uid });
  return Object.fromEntries(findings.map(({ key, state, value }) => [key, value ? `${state} ${value}` : state]));
}

it('creates nothing before the org may call the provider, and names the site to add', async () => {
  const { url } = world.proxy;
  await expect(world.create(url)).rejects.toThrow(`Remote Site Settings, New Remote Site with the URL ${url}`);
  world.remoteSites.add('Oidc_Provider', url);
});

it('creates nothing where another issuer answers than the one that was asked', async () => {
  const other = world.proxy.url.replace('127.0.0.1', 'localhost');
  world.remoteSites.add('Other_Name', other);

  await expect(world.create(other)).rejects.toThrow('belongs to another issuer');
  expect(await world.ask('ConnectionsController', 'getConnections')).toEqual([]);
});

it('creates a connection with what the provider says of itself, and authorizes it through its own pages', async () => {
  world.uid = await world.create(world.proxy.url);
  await world.authorize();
  await world.quiet();

  expect(world.person.prompts).toEqual(['login', 'consent']);
  expect(await world.view()).toMatchObject({ state: 'Idle', condition: 'Idle', generation: 1 });
  expect(codes()[0]?.form.get('code_verifier')).toHaveLength(43);
  expect(questions()).toBe(1);
});

it('is probed without a token or a secret, and lacks only the sweep', async () => {
  const before = world.proxy.passages.length;

  expect(await probed()).toEqual({
    [`remoteSite ${world.proxy.url}`]: 'ok',
    host: 'ok',
    clock: 'ok',
    pkce: 'ok',
    settings: 'ok',
    cache: 'ok',
    trigger: 'unknown',
    sweep: 'warning'
  });
  const sent = world.proxy.passages.slice(before);
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /token',
    'GET /.well-known/openid-configuration'
  ]);
  expect(sent.every(({ form, authorization }) => form.size === 0 && authorization === undefined)).toBe(true);
});

it('notices a clock that runs ahead, and a remote site that is gone', async () => {
  const { proxy, remoteSites } = world;
  await world.provider.advance(APART_MS);
  expect(await probed()).toMatchObject({ clock: 'warning' });
  world.clock.advance(APART_MS);
  remoteSites.setActive('Oidc_Provider', false);
  expect(await probed()).toMatchObject({ [`remoteSite ${proxy.url}`]: `problem ${proxy.url}`, host: 'unknown' });
  remoteSites.setActive('Oidc_Provider', true);
  expect(await probed()).toMatchObject({ host: 'ok', clock: 'ok' });
});

it('rotates: one presentation, one token consumed', async () => {
  await world.rotate();

  expect(await world.view()).toMatchObject({ condition: 'Idle', generation: 2 });
  expect(presentations()).toHaveLength(1);
  expect(world.provider.count('refresh_token.consumed')).toBe(1);
});

it('survives a new authorization by the same browser, for which the provider reuses the grant', async () => {
  await world.authorize();
  await world.quiet();
  await world.rotate();

  expect(await world.view()).toMatchObject({ condition: 'Idle', generation: 4 });
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('keeps the newer grant where somebody authorizes while a rotation is in flight', async () => {
  const letThrough = await world.rotateHeld();
  await world.authorize();
  await letThrough();

  expect(await world.view()).toMatchObject({ condition: 'Idle', generation: 5 });
  await world.rotate();
  expect(await world.view()).toMatchObject({ condition: 'Idle', generation: 6 });
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('shows the outcome again where the callback page is reloaded, and presents no code twice', async () => {
  const state = await world.authorize();
  await world.quiet();
  const before = codes().length;

  expect(await world.ask('AuthorizationController', 'look', { state })).toMatchObject({
    status: 'Saved',
    generation: 7
  });
  await expect(world.ask('AuthorizationController', 'claim', { state, issuer: world.proxy.url })).rejects.toThrow(
    'AuthorizationController.claim'
  );
  expect(codes()).toHaveLength(before);
});

it('presents nothing while a lost request may still be on its way', async () => {
  world.proxy.loseNext('/token', 'never arrived');
  await world.rotate();
  const before = presentations().length;

  await world.click('ConnectionsController', 'resolve', { uid: world.uid });

  expect(await world.view()).toMatchObject({ state: 'InDoubt', generation: 7 });
  expect(presentations()).toHaveLength(before);
});

it('recovers alone where the token turns out to be unspent', async () => {
  await world.click('SweepController', 'switchOn');
  const [asked, presented] = [questions(), presentations().length];

  await world.passUntil({ condition: 'Idle', generation: 8 });

  expect(questions()).toBe(asked + 1);
  expect(presentations()).toHaveLength(presented + 1);
  expect(await probed()).toMatchObject({ trigger: 'ok', sweep: 'ok' });
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('ends as dead, answer lost, where the token turns out to be spent, and never presents it again', async () => {
  world.proxy.loseNext('/token', 'processed');
  await world.rotate();
  const [asked, presented] = [questions(), presentations().length];

  await world.passUntil({ state: 'Dead', generation: 8 });

  expect((await world.view()).lastOutcome).toMatch(/answer .*lost/i);
  expect(questions()).toBe(asked + 1);
  expect(presentations()).toHaveLength(presented);
  expect(harm()).toEqual({ revoked: 0, refused: 0 });
});

it('comes back by a new authorization, and a disconnect in mid-flight leaves nothing alive at the provider', async () => {
  await world.authorize();
  await world.quiet();
  await world.rotate();
  const letThrough = await world.rotateHeld();
  const late = newestToken();
  expect(await world.isActive(late)).toBe(true);

  await world.ask('ConnectionsController', 'disconnect', { connectionId: world.uid });
  await letThrough();

  // Nothing is revoked before it has arrived: what an answer on its way brings is given up as well.
  await world.passUntil({ state: 'Empty' });
  expect(await world.isActive(late)).toBe(false);
  expect(harm()).toEqual({ revoked: 1, refused: 0 });
  expect(world.provider.count('revocation.error')).toBe(0);
});
