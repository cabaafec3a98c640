import type { Locator, Page } from 'playwright-core';
import { fails, gives, OBSERVER } from '../fake-backend';
import { PageTest, violations } from '../page-test';

const test = new PageTest();
const HOUR = 3_600_000;
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

const WAITING = {
  uid: 'a01000000000001AAA',
  name: 'Warehouse',
  provider: 'Salesforce',
  state: 'Waiting',
  condition: 'Waiting',
  stateText: 'Waiting',
  generation: 2,
  lastRefresh: ago(50 * HOUR),
  idleDaysLeft: 1,
  idleFraction: 0.95,
  lastOutcome: 'The provider asked to come back later.',
  nextStep: 'None: it is tried again by itself.',
  canRotate: true
};
const HEALTHY = {
  ...WAITING,
  uid: 'a01000000000002AAA',
  name: 'Billing',
  state: 'Idle',
  condition: 'Idle',
  stateText: 'Healthy',
  generation: 7,
  lastRefresh: ago(2 * HOUR),
  nextRefresh: ago(-1 * HOUR),
  idleDaysLeft: 29,
  idleFraction: 0.03
};
const ENTRIES = [
  { id: '1', at: ago(HOUR), kind: 'Waiting', generation: 7, text: 'Busy.', actor: '707000000000001AAA' },
  { id: '2', at: ago(2 * HOUR), kind: 'Rotated', generation: 7, text: 'Rotated.', actor: '707000000000002AAA' }
];

const list = (...views: readonly object[]): void =>
  test.backend.script('ConnectionsController.getConnections', gives(views));

async function openList(): Promise<Page> {
  list(WAITING, HEALTHY);
  test.backend.script('ConnectionsController.timeline', gives(ENTRIES));
  const page = await test.open();
  await page.getByRole('heading', { name: 'Warehouse', exact: true }).waitFor();
  await page.getByText('Busy.').waitFor();
  return page;
}

const rotateButton = (page: Page) => page.getByRole('button', { name: 'Rotate now: Billing' });

const expectFocus = (element: Locator): Promise<void> => element.and(element.page().locator(':focus')).waitFor();

/** The old generation until the event, the next one from then on. */
function endRotation(): void {
  list(WAITING, { ...HEALTHY, generation: 8, lastRefresh: ago(0) });
  const payload = { Connection_Uid__c: HEALTHY.uid, Generation__c: 8, State__c: 'Idle' };
  test.backend.publish('Connection_Changed__e', payload);
}

beforeAll(() => test.start());
afterAll(() => test.stop());
beforeEach(() => test.prepare());
afterEach(() => test.close());

it('shows connections and what happened to the first, accessibly and without complaint', async () => {
  const page = await openList();
  expect(await page.getByRole('listitem').filter({ hasText: 'Last refresh' }).count()).toBe(2);
  expect(await page.getByText('2 connections · 1 needs attention').count()).toBe(1);
  expect(await page.getByText('2 hours ago').first().isVisible()).toBe(true);
  expect(await page.getByText('Generation 6 to 7').isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  expect(test.complaints).toEqual([]);
});

it('fits a telephone, whatever a connection is called', async () => {
  list({ ...HEALTHY, name: 'W'.repeat(80), provider: 'P'.repeat(80), canPause: true, hasSecret: true });
  const page = await test.open();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByText('1 connection ·').waitFor();
  const tooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
  expect(await page.evaluate(tooWide)).toBe(false);
  const title = await page.getByRole('heading', { name: 'Connections', exact: true }).boundingBox();
  const refresh = await page.getByRole('button', { name: 'Refresh' }).boundingBox();
  expect(refresh?.y).toBeGreaterThan((title?.y ?? NaN) + (title?.height ?? NaN));
});

it('says that it is loading, accessibly', async () => {
  test.backend.script('ConnectionsController.getConnections', () => new Promise(() => undefined));
  const page = await test.open();
  await page.getByText('Loading connections').waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
});

it('says what to do when there is no connection, accessibly', async () => {
  list();
  const page = await test.open();
  await page.getByText('choose New connection and authorize it').waitFor();
  expect(await violations(page)).toEqual([]);
});

it('says why nothing could be loaded, accessibly, and recovers', async () => {
  test.backend.script('ConnectionsController.getConnections', fails('The store is locked.'));
  const page = await test.open();
  await page.getByText('The store is locked.').waitFor();
  expect(await violations(page)).toEqual([]);

  list(HEALTHY);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Billing', exact: true }).waitFor();
});

it('updates itself when the rotation it started has ended', async () => {
  test.backend.script('ConnectionsController.rotateNow', gives({ status: 'Pending', text: 'Started.' }));
  const page = await openList();
  await rotateButton(page).click();
  await page.getByText('Rotating generation 7').first().waitFor();
  expect(await rotateButton(page).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);

  endRotation();
  await page.getByRole('status').filter({ hasText: 'Rotated: generation 8 is in place.' }).waitFor();
  const asked = test.backend.calls.filter(({ method }) => method === 'ConnectionsController.rotateNow');
  expect(asked.map(({ params }) => params)).toEqual([{ uid: HEALTHY.uid, generation: 7 }]);
});

it('updates itself when somebody else rotated', async () => {
  const page = await openList();
  const generation = page.locator('c-connection-tile', { hasText: 'Billing' }).locator('[data-generation]');
  expect(await generation.textContent()).toBe('7');
  endRotation();
  await generation.filter({ hasText: '8' }).waitFor();
});

it('does not ask the server while nothing happens', async () => {
  await openList();
  const before = test.backend.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(test.backend.calls).toHaveLength(before);
});

it('says why a rotation was not started', async () => {
  test.backend.script('ConnectionsController.rotateNow', fails('Assign the permission set Tokenward Admin.'));
  const page = await openList();
  await rotateButton(page).click();
  await page.getByText('Assign the permission set Tokenward Admin.').waitFor();
  expect(await violations(page)).toEqual([]);
});

it('is operated with the keyboard alone', async () => {
  test.backend.script('ConnectionsController.rotateNow', gives({ status: 'Fresh', text: 'There is a newer token.' }));
  const page = await openList();
  await page.getByRole('button', { name: 'Billing', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Timeline of Billing' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('There is a newer token.').waitFor();
  expect(test.backend.calls.map(({ method }) => method)).toContain('ConnectionsController.rotateNow');
  await expectFocus(rotateButton(page));

  const disconnect = page.getByRole('button', { name: 'Disconnect: Billing', exact: true });
  await disconnect.press('Enter');
  await expectFocus(page.getByRole('dialog', { name: 'Disconnect: Billing' }));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expectFocus(disconnect);

  test.backend.script('ConnectionFormController.providers', gives([]));
  const create = page.getByRole('button', { name: 'New connection' });
  await create.press('Enter');
  await expectFocus(page.getByRole('heading', { name: 'New connection' }));
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expectFocus(create);
});

it('switches the sweep on', async () => {
  test.backend.script('SweepController.switchOn', gives({ isOn: true, text: 'The sweep is on.', nextRun: ago(-HOUR) }));
  const page = await openList();
  test.backend.script('SweepController.status', gives({ isOn: true, text: 'The sweep is on.', nextRun: ago(-HOUR) }));
  await page.getByRole('button', { name: 'Switch the sweep on' }).click();
  await page.getByRole('button', { name: 'Switch the sweep off' }).waitFor();
  expect(await page.getByText('in 1 hour').first().isVisible()).toBe(true);
});

it('runs as the user chosen in the header', async () => {
  const page = await openList();
  await page.getByLabel('Running as').selectOption({ label: OBSERVER.name });
  await page.waitForLoadState();
  await page.getByRole('heading', { name: 'Warehouse', exact: true }).waitFor();
  expect(test.backend.calls.at(-1)?.userId).toBe(OBSERVER.id);
  expect(await page.getByLabel('Running as').inputValue()).toBe(OBSERVER.id);
});
