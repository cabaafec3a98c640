import { join } from 'node:path';
import { ApexLsUnavailable, javaMajor, problemsOf, runApexLs } from '../apex-ls';
import { readReport } from '../apex-ls-report';

const REPORT = `{ "files": [
{ "path": "/p/force-app/B.cls", "messages": [
{"start": {"line": 2, "offset": 20 }, "end": {"line": 2, "offset": 25 }, "category": "Error", "message": "Odd one"},
{"start": {"line": 0, "offset": 0 }, "category": "Missing", "message": "No type"},
]}]}`;

test('a report becomes problems with columns from 1', () => {
  expect(problemsOf(readReport(REPORT) ?? [], '/p')).toEqual([
    { file: 'force-app/B.cls', line: 2, column: 21, rule: 'apex-ls', message: 'Error: Odd one' },
    { file: 'force-app/B.cls', line: 1, column: 1, rule: 'apex-ls', message: 'Missing: No type' }
  ]);
});

test('output that is no report is told from an empty one', () => {
  expect(readReport('Exception in thread "main"')).toBeUndefined();
  expect(readReport('{ "files": [\n]}')).toEqual([]);
});

test('both ways of numbering Java are read', () => {
  expect(javaMajor('java version "1.8.0_392"')).toBe(8);
  expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
  expect(javaMajor('no such file')).toBeUndefined();
});

test('missing Java says what to install', async () => {
  const missing = join(__dirname, 'no-such-java');

  await expect(runApexLs(__dirname, missing)).rejects.toThrow(ApexLsUnavailable);
  await expect(runApexLs(__dirname, missing)).rejects.toThrow(/install Java 11 or later/);
});
