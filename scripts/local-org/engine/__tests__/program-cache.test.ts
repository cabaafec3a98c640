import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../contracts/program';
import { cachedProgram } from '../program-cache';

const PROGRAM: Program = { mode: 'plain', units: [] };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function compilations(...inputs: (readonly string[])[]): number {
  let count = 0;
  for (const texts of inputs) {
    cachedProgram(folder, { mode: 'plain', coverage: false, texts }, () => {
      count += 1;
      return PROGRAM;
    });
  }
  return count;
}

test('a program is compiled once for the same texts, and again when one changes or moves', () => {
  expect(compilations(['b', 'a'], ['b', 'a'])).toBe(1);
  expect(compilations(['ba'], ['a', 'b'])).toBe(2);
});

test('a damaged file is made anew', () => {
  compilations(['a']);
  const [file] = readdirSync(folder);
  writeFileSync(join(folder, file!), '{ half');
  expect(compilations(['a'], ['a'])).toBe(1);
});
