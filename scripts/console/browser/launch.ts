import { chromium, type Browser } from 'playwright-core';
import { unpackChromium } from './chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none'
];
const INSTALLED = ['chrome', 'msedge'] as const;
const TIMEOUT_MILLISECONDS = 30_000;

/** A real browser: the one npm brought on Linux x64, else an installed Chrome or Edge. None is a failure. */
export async function launchBrowser(): Promise<Browser> {
  try {
    return process.platform === 'linux' && process.arch === 'x64' ? await launchUnpacked() : await launchInstalled();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new Error(
      `No browser could be started, so the console cannot be tested. Install Chrome or Edge. (${reason})`
    );
  }
}

async function launchUnpacked(): Promise<Browser> {
  const { executablePath, env } = await unpackChromium();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...env } as Record<string, string>,
    timeout: TIMEOUT_MILLISECONDS
  });
}

async function launchInstalled(): Promise<Browser> {
  let last: unknown;
  for (const channel of INSTALLED) {
    try {
      return await chromium.launch({ channel, args: FLAGS, timeout: TIMEOUT_MILLISECONDS });
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
