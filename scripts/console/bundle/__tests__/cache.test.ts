import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleConsole } from '../cache';

// Below the project, so that the compiler finds the packages it needs.
const SCRATCH = resolve(__dirname, '../../../../node_modules/.cache');
/** A console of one page: bundling the real one is the business of the browser tests, and takes seconds. */
const CONSOLE = {
  'applications/Small.app-meta.xml': '<CustomApplication><label>Small</label><tabs>Page</tabs></CustomApplication>',
  'tabs/Page.tab-meta.xml': '<CustomTab><flexiPage>Page</flexiPage></CustomTab>',
  'flexipages/Page.flexipage-meta.xml':
    '<FlexiPage><masterLabel>Page</masterLabel><flexiPageRegions><itemInstances><componentInstance>' +
    '<componentName>greeting</componentName></componentInstance></itemInstances></flexiPageRegions></FlexiPage>',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hello</fullName><value>Hello</value></labels></CustomLabels>',
  'classes/Small.cls': 'public class Small {}',
  'lwc/greeting/greeting.html': '<template>{label}</template>',
  'lwc/greeting/greeting.ts':
    "import { LightningElement } from 'lwc';\nimport label from '@salesforce/label/c.Hello';\n" +
    'export default class Greeting extends LightningElement {\n  readonly label: string = label;\n}\n'
};
let work: string;

beforeEach(() => {
  mkdirSync(SCRATCH, { recursive: true });
  work = mkdtempSync(join(SCRATCH, 'console-bundle-'));
  for (const [name, text] of Object.entries(CONSOLE)) {
    const file = join(work, 'console', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});

afterEach(() => rmSync(work, { recursive: true }));

const bundle = (): Promise<string> =>
  bundleConsole({ folder: join(work, 'console'), namespace: 'ns', cache: join(work, 'cache') });
const change = (text: string): void => appendFileSync(join(work, 'console/lwc/greeting/greeting.ts'), text);

it('bundles once, and again when a component changes', async () => {
  const first = await bundle();
  const built = statSync(first).mtimeMs;
  expect(await bundle()).toBe(first);
  expect(statSync(first).mtimeMs).toBe(built);

  change('\n// changed\n');
  expect(await bundle()).not.toBe(first);
  expect(readdirSync(join(work, 'cache'))).toHaveLength(2);
  expect(JSON.parse(readFileSync(join(first, 'shell.json'), 'utf8'))).toMatchObject({ appLabel: 'Small' });
});

it('names what cannot be bundled, and caches nothing', async () => {
  change("\nimport gone from 'c/gone';\nexport { gone };\n");
  await expect(bundle()).rejects.toThrow(/could not be bundled.*c\/gone/s);
  await expect(bundle()).rejects.toThrow(/could not be bundled/);
});
