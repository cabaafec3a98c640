/** The main job for real: the package's Apex rotates a token over HTTP, and an admin sees it in a browser. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launch';
import { violations } from '../../browser/page-test';
import type { Demo } from '../demo';
import { startDemo } from '../demo';

const START_MS = 60_000;
const PATIENCE_MS = 30_000;

let browser: Browser;
let demo: Demo;
let page: Page;
const fatal: unknown[] = [];

beforeAll(async () => {
  // One after the other: should the second not start, the first is there to be closed.
  browser = await launchBrowser();
  demo = await startDemo({ port: 0, progress: () => undefined, onFatal: (error) => fatal.push(error) });
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(demo.url);
  await page.getByRole('heading', { name: 'Billing', exact: true }).waitFor();
});

afterEach(async () => {
  await page?.close();
});

const refreshes = () => demo.server.journal.presentations().filter(({ grantType }) => grantType === 'refresh_token');
const rotateButton = (name: string) => page.getByRole('button', { name: `Rotate now: ${name}` });

describe('the page Connections on a live org', () => {
  it('shows one connection that is healthy, one that is due, one close to its idle limit', async () => {
    const badges = await page.locator('c-state-badge').allInnerTexts();

    expect(badges.map((text) => text.trim()).sort()).toEqual(['Close to its idle limit', 'Due', 'Healthy']);
    expect(await violations(page)).toEqual([]);
  });

  it('rotates on a click, shows generation n + 1 by itself, and presents the token once', async () => {
    const before = refreshes().length;

    await rotateButton('Order hub').click();
    await page.getByText('generation 2 is in place').waitFor();

    const fresh = refreshes().slice(before);
    expect(fresh.map(({ outcome, error }) => ({ outcome, error }))).toEqual([{ outcome: 'rotated', error: null }]);
    expect(fatal).toEqual([]);
  });

  it('rotates what is due when the sweep is switched on', async () => {
    const before = refreshes().length;

    await page.getByRole('button', { name: 'Switch the sweep on' }).click();
    await page.getByRole('button', { name: 'Switch the sweep off' }).waitFor();
    await demo.live.whenQuiet(PATIENCE_MS);

    // The archive's rotation was due for weeks; the other two are not due within the hour.
    expect(
      refreshes()
        .slice(before)
        .map(({ outcome }) => outcome)
    ).toEqual(['rotated']);
    await page.getByRole('button', { name: 'Switch the sweep off' }).click();
    await page.getByRole('button', { name: 'Switch the sweep on' }).waitFor();
  });

  it('leaves all connections alone while they are paused, accessibly, and rotates again afterwards', async () => {
    const before = refreshes().length;
    await page.getByRole('button', { name: 'Pause all' }).click();
    await page.locator('c-state-badge').filter({ hasText: 'Paused' }).nth(2).waitFor();
    expect(await rotateButton('Billing').isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Resume all' }).click();
    await page.getByRole('button', { name: 'Pause all' }).waitFor();
    expect(refreshes()).toHaveLength(before);
    await rotateButton('Billing').click();
    await page.getByText('is in place').first().waitFor();

    expect(refreshes()).toHaveLength(before + 1);
    expect(fatal).toEqual([]);
  });

  it('checks what a connection still needs, and names the click that mends it', async () => {
    await page.getByRole('button', { name: 'Check the connection: Billing' }).click();
    await page.getByText('Token endpoint: In order').waitFor();

    const titles = await page.locator('c-probe-finding h3').allInnerTexts();

    expect(titles).toContain('Remote site: In order');
    expect(titles).toContain('Sweep: Worth a look');
    await page.getByText('Press Switch the sweep on').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(fatal).toEqual([]);
  });

  it('lets an observer look and not touch', async () => {
    const before = refreshes().length;
    await page.getByLabel('Running as').selectOption({ label: 'Olga Observer' });
    await page.getByRole('heading', { name: 'Billing', exact: true }).waitFor();

    await page.getByText('You may look, but not change anything here').first().waitFor();

    expect(await rotateButton('Billing').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { disabled: false }).allInnerTexts()).toEqual([
      'Refresh',
      'Billing',
      'Legacy archive',
      'Order hub'
    ]);
    expect(await violations(page)).toEqual([]);
    expect(refreshes()).toHaveLength(before);
  });
});
