import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCached } from '../cache';
import { parseText } from '../parse';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ast-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

const TEXT = 'public class A { Long big = 9007199254740993L; Decimal d = 1.0; Integer x; }';

test('a cached tree equals a parsed one, long literals included', () => {
  parseCached('class', TEXT, directory);

  expect(parseCached('class', TEXT, directory)).toEqual(
    JSON.parse(JSON.stringify(parseText('class', TEXT), longs), bigs)
  );
});

test('each call gives a tree of its own', () => {
  const first = parseCached('class', TEXT, directory).declaration;
  if (first?.kind === 'class') first.canonicalName = 'changed';

  expect(parseCached('class', TEXT, directory).declaration).not.toHaveProperty('canonicalName');
});

test('the kind of a file is part of its key', () => {
  parseCached('anonymous', 'f();', directory);

  expect(parseCached('class', 'f();', directory).problems).not.toEqual([]);
  expect(readdirSync(directory)).toHaveLength(2);
});

test('a damaged entry is parsed anew', () => {
  parseCached('class', TEXT, directory);
  const [file = ''] = readdirSync(directory);
  writeFileSync(join(directory, file), '{"decl');

  expect(parseCached('class', TEXT, directory).declaration).toMatchObject({ kind: 'class', name: 'A' });
});

function longs(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function bigs(_key: string, value: unknown): unknown {
  return typeof value === 'string' && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
}
