import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../contracts/program';
import { cachedProgram } from '../program-cache';

const PROGRAM: Program = {
  mode: 'plain',
  units: [{ file: 'A.cls', classes: [], trigger: undefined, code: 'return 1;', map: '{}', coverableLines: [3, 1] }]
};
const emit = jest.fn(() => PROGRAM);
let folder: string;

const compiled = (...inputs: readonly unknown[]): Program => cachedProgram(inputs, emit, folder);
const files = (): readonly string[] => readdirSync(folder);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenward-programs-'));
  emit.mockClear();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('gives the same program again without compiling it', () => {
  compiled('a text');

  expect([compiled('a text'), emit.mock.calls.length]).toEqual([PROGRAM, 1]);
});

it.each([
  ['text', ['another text', new Map([['a', 1]])]],
  ['value in a map', ['a text', new Map([['a', 2]])]],
  ['missing input', ['a text']]
])('compiles again for another %s', (_what, inputs) => {
  compiled('a text', new Map([['a', 1]]));
  compiled(...inputs);

  expect(emit).toHaveBeenCalledTimes(2);
});

it('compiles where the cached program cannot be read, and puts it right', () => {
  compiled('a text');
  writeFileSync(join(folder, files()[0] ?? ''), '{"mode": "pla');

  expect([compiled('a text'), compiled('a text'), emit.mock.calls.length]).toEqual([PROGRAM, PROGRAM, 2]);
});

it('compiles where nothing can be written', () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');

  expect(compiled('a text')).toBe(PROGRAM);
});

it('keeps no program that did not compile', () => {
  emit.mockImplementationOnce(() => {
    throw new Error('two problems');
  });

  expect(() => compiled('a text')).toThrow('two problems');
  expect(files()).toEqual([]);
});

it('forgets what was not used for longest', () => {
  const day = 86_400;
  for (let i = 0; i < 40; i += 1) {
    const file = join(folder, `${i}.json`);
    writeFileSync(file, '{}');
    utimesSync(file, day * (i + 1), day * (i + 1));
  }
  compiled('a text');

  expect(files()).toHaveLength(32);
  expect(files()).not.toContain('8.json');
  expect(files()).toContain('9.json');
});
