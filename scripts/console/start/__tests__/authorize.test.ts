/** From nothing to a healthy connection and back: an admin, a browser, the provider's consent page, the package's Apex. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launch';
import { violations } from '../../browser/page-test';
import type { Demo } from '../demo';
import { startDemo } from '../demo';
import { HeldAnswers } from '../held-answers';

const START_MS = 60_000;
const PATIENCE_MS = 30_000;
const HOLD_MS = 16 * 60_000;
const SECRET = 'laptop-client-secret';
const NEXT_SECRET = 'next-laptop-client-secret';

let browser: Browser;
let demo: Demo;
let page: Page;
const fatal: unknown[] = [];
const answers = new HeldAnswers();
/** Of the connections that the demonstration begins with. */
let seeded: ReadonlySet<string>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([
    launchBrowser(),
    startDemo({
      port: 0,
      progress: () => undefined,
      onFatal: (error) => fatal.push(error),
      beforeAnswer: (request) => answers.before(request)
    })
  ]);
  seeded = new Set(demo.server.families(demo.clock).map(({ id }) => id));
  page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const presented = (grantType: string) =>
  demo.server.journal.presentations().filter((presentation) => presentation.grantType === grantType);
/** The grants that the provider has given since: all of the connection that this journey is about. */
const grants = () => demo.server.families(demo.clock).filter(({ id }) => !seeded.has(id));
const living = () => grants().filter(({ liveRefreshTokens }) => liveRefreshTokens.length > 0);
const tile = (name: string) => page.locator('c-connection-tile').filter({ hasText: name });

async function leaveForProvider(name: string, secret = SECRET): Promise<void> {
  await page.locator('c-authorize-panel').getByLabel('Client secret').fill(secret);
  await page.getByRole('button', { name: 'Go to the provider' }).click();
  await page.getByRole('button', { name: /^allow/i }).waitFor();
  expect(page.url().startsWith(demo.providerUrl)).toBe(true);
  expect(new URL(page.url()).searchParams.get('code_challenge_method')).toBe('S256');
  expect(name).not.toBe('');
}

async function approve(): Promise<void> {
  await page.getByRole('button', { name: /^allow/i }).click();
  await page.locator('[data-outcome=Saved]').waitFor();
}

it('creates a connection and authorizes it through the consent page', async () => {
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'New connection' }).click();
  await page.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: 'Salesforce', exact: true }).click();
  await page.getByLabel('Name', { exact: false }).first().fill('Warehouse');
  await page.getByLabel('Login host').fill(demo.providerUrl);
  await page.getByLabel('Client ID').fill('tokenward-laptop');
  await page.getByLabel('Scopes').fill('api refresh_token');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Create', exact: true }).click();

  const redirectUri = await page.getByLabel('Redirect URI').inputValue();
  expect(redirectUri).toBe(`${demo.url}/page/Tokenward_Authorization`);
  await leaveForProvider('Warehouse');
  await approve();

  await page.getByText('generation 1 is in place').waitFor();
  await page.getByRole('button', { name: 'Show the connections' }).click();
  await tile('Warehouse').getByText('Healthy').first().waitFor();
  expect(living()).toHaveLength(1);
  expect(fatal).toEqual([]);
});

it('shows the outcome again on a reload and presents no code twice', async () => {
  const before = presented('authorization_code').length;
  await tile('Warehouse').getByRole('button', { name: 'Authorize again: Warehouse' }).click();
  await leaveForProvider('Warehouse');
  await approve();
  expect(page.url()).not.toContain('code=');

  await page.reload();
  await page.getByText('generation 2 is in place').waitFor();

  expect(presented('authorization_code')).toHaveLength(before + 1);
});

it('says what a denial means and what to do, and leaves the grant alone', async () => {
  await page.goto(demo.url);
  await tile('Warehouse').getByRole('button', { name: 'Authorize again: Warehouse' }).click();
  await leaveForProvider('Warehouse');
  await page.getByRole('button', { name: /^deny/i }).click();

  await page.getByText('Access was denied at the provider').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the connections' }).click();
  await tile('Warehouse').getByText('Healthy').first().waitFor();
});

it('rotates the new grant', async () => {
  const before = presented('refresh_token').length;
  await page.getByRole('button', { name: 'Rotate now: Warehouse' }).click();
  await page.getByText('generation 3 is in place').waitFor();
  expect(presented('refresh_token')).toHaveLength(before + 1);
  expect(fatal).toEqual([]);
});

it('rotates with a client secret that was changed without a new authorization', async () => {
  demo.server.configureClient('tokenward-laptop', { secret: NEXT_SECRET });
  await tile('Warehouse').getByRole('button', { name: 'Change client secret: Warehouse' }).click();
  await page.getByLabel('New client secret').fill(NEXT_SECRET);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save secret' }).click();
  await tile('Warehouse').getByText('The client secret was changed.').waitFor();

  await page.getByRole('button', { name: 'Rotate now: Warehouse' }).click();
  await page.getByText('generation 4 is in place').waitFor();

  expect(await page.content()).not.toContain(NEXT_SECRET);
  expect(fatal).toEqual([]);
});

it('lets the newer grant win when somebody authorizes again while a rotation is in flight', async () => {
  const before = presented('refresh_token').length;
  const older = living().map(({ id }) => id);
  const answer = answers.holdRefresh();
  await page.getByRole('button', { name: 'Rotate now: Warehouse' }).click();
  await answer.held;

  await tile('Warehouse').getByRole('button', { name: 'Authorize again: Warehouse' }).click();
  await leaveForProvider('Warehouse', NEXT_SECRET);
  await approve();
  await page.getByText('generation 5 is in place').waitFor();
  answer.release();
  await demo.live.whenQuiet(PATIENCE_MS);

  // This provider revokes token by token, so the pair that came too late could be revoked, and was.
  expect(living()).toHaveLength(1);
  expect(older).not.toContain(living()[0]?.id);
  expect(grants().map(({ ended }) => ended)).toEqual(['revoked', 'revoked', null]);
  expect(presented('refresh_token')).toHaveLength(before + 1);
  await page.getByRole('button', { name: 'Show the connections' }).click();
  await tile('Warehouse').getByText('Healthy').first().waitFor();
  expect(fatal).toEqual([]);
});

it('says what will stop working, disconnects while a rotation is in flight, and leaves no living grant at the provider', async () => {
  const answer = answers.holdRefresh();
  await page.getByRole('button', { name: 'Rotate now: Warehouse' }).click();
  await answer.held;
  await page.getByRole('button', { name: 'Disconnect: Warehouse' }).click();
  await page.getByText('What will stop working').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Disconnect now: Warehouse' }).click();
  await tile('Warehouse').getByText('Disconnecting.').waitFor();
  answer.release();
  await demo.live.whenQuiet(PATIENCE_MS);

  // The request may be on its way for as long as the hold time; after that the page can have it looked after.
  demo.clock.advance(HOLD_MS);
  await page.getByRole('button', { name: 'Resolve: Warehouse' }).click();
  await demo.live.whenQuiet(PATIENCE_MS);

  await page.getByRole('button', { name: 'Authorize: Warehouse' }).waitFor();
  expect(grants().every(({ ended }) => ended === 'revoked')).toBe(true);
  expect(grants().flatMap((grant) => [...grant.liveRefreshTokens, ...grant.liveAccessTokens])).toEqual([]);
  expect(fatal).toEqual([]);
});

it('disconnects all that is left before an uninstall, says what would stop working, and ends with nothing owed', async () => {
  // The three of the demonstration were authorized with the first secret, and so they are revoked.
  demo.server.configureClient('tokenward-laptop', { secret: SECRET });
  await page.getByRole('button', { name: 'Disconnect all', exact: true }).click();
  await page.getByText('billing, legacy_archive, order_hub').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Disconnect all now' }).click();
  await page.getByText('the package can be uninstalled').waitFor();

  const all = demo.server.families(demo.clock);
  expect(all.flatMap((grant) => [...grant.liveRefreshTokens, ...grant.liveAccessTokens])).toEqual([]);
  expect(fatal).toEqual([]);
});
