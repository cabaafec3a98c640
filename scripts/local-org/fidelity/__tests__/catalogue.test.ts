import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../../library';
import { platformLibrary } from '../../library/platform';
import { loadPlatformTypes } from '../../types';
import { BEHAVIOURS, proves } from '../catalogue';
import { fidelityDocument } from '../document';

const DOCUMENT = join(__dirname, '..', '..', '..', '..', 'docs', 'fidelity.md');

function provenIds(): readonly string[] {
  const texts = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts') && name !== 'catalogue.test.ts')
    .map((name) => readFileSync(join(__dirname, name), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/test\(`\$\{proves\('([^']+)'\)/g)].map(([, id = '']) => id));
}

test('every behaviour is proven by one test, and nothing else claims to be', () => {
  expect([...provenIds()].sort()).toEqual(BEHAVIOURS.map(({ id }) => id).sort());
});

test('no behaviour is listed twice', () => {
  expect(new Set(BEHAVIOURS.map(({ id }) => id)).size).toBe(BEHAVIOURS.length);
});

test('proving what the catalogue does not list is refused', () => {
  expect(() => proves('cache.locks')).toThrow("No behaviour is called 'cache.locks'");
});

test('what is registered for jobs, events, cache and users is declared by the platform', () => {
  const types = loadPlatformTypes();
  const unknown = platformLibrary.flat().filter(({ type, key }) => {
    const declared = types.byCanonicalName(type);
    const members = [...(declared?.methods ?? []), ...(declared?.constructors ?? [])].map((member) => member.key);
    const fields = (declared?.fields ?? []).flatMap(({ name }) => [name, `${name}=`]);
    return ![...members, ...fields].includes(key);
  });
  expect(unknown.map(({ type, key }) => `${type}.${key}`)).toEqual([]);
});

test('docs/fidelity.md is current', () => {
  const text = fidelityDocument(BEHAVIOURS, library.entries, loadPlatformTypes());
  // Compared as a fact, not shown: a difference would print the whole document.
  const isCurrent = readFileSync(DOCUMENT, 'utf8') === text;
  expect(isCurrent ? 'current' : 'out of date: run npm run fidelity').toBe('current');
});
