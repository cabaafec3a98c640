import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FORCE_APP = join(__dirname, '../../../../force-app');
/** In an import of a component, and in Apex. */
const NAMED = /(?:@salesforce\/label\/c|\bLabel)\.(\w+)/g;

it('has no custom label that neither a component nor Apex names; the other way round the compilers complain', () => {
  const sources = readdirSync(FORCE_APP, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|cls)$/.test(name)
  );
  const named = new Set(
    sources.flatMap((name) => [...readFileSync(join(FORCE_APP, name), 'utf8').matchAll(NAMED)].map((match) => match[1]))
  );

  const labels = readFileSync(join(FORCE_APP, 'main/console/labels/CustomLabels.labels-meta.xml'), 'utf8');
  const unused = [...labels.matchAll(/<fullName>(\w+)</g)].filter(([, name]) => !named.has(name));

  expect(unused).toEqual([]);
});
