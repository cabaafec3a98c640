import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startConsoleHost, type ConsoleHost } from '../../local-org/server/host';
import { bundleConsole } from '../bundle/cache';
import { fakeBackend, gives, type FakeBackend } from './fake-backend';
import { launchBrowser } from './launch';

const NAMESPACE = 'tokenward';
const PATIENCE_MILLISECONDS = 30_000;
const AXE = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })";

const NOT_DELIVERED = {
  isOn: false,
  state: 'Off',
  stateText: 'Off',
  text: 'Nothing is delivered.',
  endpoint: 'callout:Tokenward_erp',
  notices: [],
  isPending: false,
  mayChange: true
};

const INTEGRITY = [
  {
    day: '2026-05-01',
    good: 99,
    bad: 1,
    causes: [
      { cause: 'AnswerLost', times: 1, isBad: true },
      { cause: 'Day', times: 99, isBad: false }
    ]
  }
];

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** One browser for a suite; a host, a backend and a page for each test. */
export class PageTest {
  private browser: Browser | undefined;
  private bundle = '';
  private host: ConsoleHost | undefined;
  private opened: Page | undefined;
  backend: FakeBackend = fakeBackend();
  /** What the page complained about; a test that expects none compares with an empty list. */
  complaints: string[] = [];

  async start(): Promise<void> {
    [this.browser, this.bundle] = await Promise.all([launchBrowser(), bundleConsole({ namespace: NAMESPACE })]);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  prepare(): void {
    this.backend = fakeBackend();
    this.complaints = [];
    this.backend.script('SweepController.status', gives({ isOn: false, text: 'The sweep is off.' }));
    this.backend.script('ConnectionsController.timeline', gives([]));
    this.backend.script('ConnectionsController.integrity', gives(INTEGRITY));
    this.backend.script('KeyController.status', gives({ version: '1', current: 2, older: 0 }));
    this.backend.script('DeliveryController.delivery', gives(NOT_DELIVERED));
    this.backend.script('ReadinessController.warnings', gives([]));
    this.backend.script('PauseController.status', gives({ isPaused: false, mayChange: true }));
  }

  async open(): Promise<Page> {
    if (!this.browser) throw new Error('Start the browser first.');
    this.host = await startConsoleHost({ backend: this.backend, bundle: this.bundle, namespace: NAMESPACE });
    const page = await this.browser.newPage({ viewport: { width: 1366, height: 900 } });
    this.opened = page;
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    await page.goto(this.host.url);
    return page;
  }

  async close(): Promise<void> {
    await this.opened?.close();
    await this.host?.close();
    this.opened = this.host = undefined;
  }
}

/** Every violation of WCAG 2.1 A and AA with the markup at fault; a check that looked at nothing is an error. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const result = (await page.evaluate(AXE)) as AxeResult;
  if (result.passes.length === 0) throw new Error('The accessibility check found nothing to look at.');
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
