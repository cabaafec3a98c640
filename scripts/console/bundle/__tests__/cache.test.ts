import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleConsole } from '../cache';

const CONSOLE = resolve(__dirname, '../../../../force-app/main/console');
// Below the project, so that the compiler finds the packages it needs.
const SCRATCH = resolve(__dirname, '../../../../node_modules/.cache');
const TIMEOUT = 60_000;
let work: string;

beforeEach(() => {
  mkdirSync(SCRATCH, { recursive: true });
  work = mkdtempSync(join(SCRATCH, 'console-bundle-'));
  cpSync(CONSOLE, join(work, 'console'), { recursive: true });
});

afterEach(() => rmSync(work, { recursive: true }));

const bundle = (): Promise<string> =>
  bundleConsole({ folder: join(work, 'console'), namespace: 'ns', cache: join(work, 'cache') });

it(
  'bundles once, and again when a component changes',
  async () => {
    const first = await bundle();
    const built = statSync(first).mtimeMs;
    expect(await bundle()).toBe(first);
    expect(statSync(first).mtimeMs).toBe(built);

    appendFileSync(join(work, 'console/lwc/text/text.ts'), '\n// changed\n');
    expect(await bundle()).not.toBe(first);
    expect(readdirSync(join(work, 'cache'))).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(first, 'shell.json'), 'utf8'))).toMatchObject({ appLabel: 'Tokenward' });
  },
  TIMEOUT
);

it(
  'names what cannot be bundled, and caches nothing',
  async () => {
    appendFileSync(join(work, 'console/lwc/text/text.ts'), "\nimport gone from 'c/gone';\nexport { gone };\n");
    await expect(bundle()).rejects.toThrow(/could not be bundled.*c\/gone/s);
    await expect(bundle()).rejects.toThrow(/could not be bundled/);
  },
  TIMEOUT
);
