import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readProject } from '../read';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const config = (...paths: string[]): string =>
  JSON.stringify({ namespace: 'pkg', packageDirectories: paths.map((path) => ({ path })) });

test('reads classes and triggers of all package directories once, also of nested ones', () => {
  write('sfdx-project.json', config('force-app', 'force-app/tests', 'more'));
  write('force-app/tests/ATest.cls', 'class ATest {}');
  write('force-app/A.cls', 'class A {}');
  write('more/T.trigger', 'trigger T on Account (before insert) {}');
  write('elsewhere/B.cls', 'class B {}');
  const project = readProject(root);
  expect(project.namespace).toBe('pkg');
  expect(project.files.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
    'class force-app/A.cls',
    'class force-app/tests/ATest.cls',
    'trigger more/T.trigger'
  ]);
});

test('reads folders that are written as on Windows', () => {
  write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'plugins\\One' }] }));
  write('plugins/One/A.cls', 'class A {}');
  expect(readProject(root)).toMatchObject({ problems: [], files: [{ path: 'plugins/One/A.cls' }] });
});

test('reports a package directory that is missing', () => {
  write('sfdx-project.json', config('gone', 'here'));
  write('here/A.cls', 'class A {}');
  const project = readProject(root);
  expect(project.problems.map(({ message }) => message)).toEqual([
    'The package directory "gone" does not exist: create it or remove it here.'
  ]);
  expect(project.files).toHaveLength(1);
});

test.each([
  [undefined, 'No sfdx-project.json in'],
  ['{ "packageDirectories": [', 'is not valid JSON'],
  ['{}', 'lists no packageDirectories']
])('refuses a project file like %s', (text, message) => {
  if (text !== undefined) write('sfdx-project.json', text);
  expect(() => readProject(root)).toThrow(message);
});
