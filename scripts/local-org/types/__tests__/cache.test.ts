import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey, cached } from '../cache';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'types-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the cache of type tables', () => {
  it('generates once for a key and leaves no temporary file', () => {
    const generate = jest.fn(() => Buffer.from('tables'));
    cached(folder, 'key', generate);
    expect(cached(folder, 'key', generate).toString()).toBe('tables');
    expect(generate).toHaveBeenCalledTimes(1);
    expect(readdirSync(join(folder, 'key'))).toEqual(['tables']);
  });

  it('generates again when the key changes', () => {
    cached(folder, 'old', () => Buffer.from('old tables'));
    expect(cached(folder, 'new', () => Buffer.from('new tables')).toString()).toBe('new tables');
  });

  it('keeps nothing of a generation that failed', () => {
    const fail = (): Buffer => {
      throw new Error('damaged jar');
    };
    expect(() => cached(folder, 'key', fail)).toThrow('damaged jar');
    expect(cached(folder, 'key', () => Buffer.from('tables')).toString()).toBe('tables');
  });

  it('has another key for other jars, rules or formats', () => {
    const jars = [Buffer.from('a'), Buffer.from('b')];
    const key = cacheKey(jars, { rule: 1 }, 1);
    expect(cacheKey(jars, { rule: 1 }, 1)).toBe(key);
    const others = [
      cacheKey([Buffer.from('ab'), Buffer.from('')], { rule: 1 }, 1),
      cacheKey(jars, { rule: 2 }, 1),
      cacheKey(jars, { rule: 1 }, 2)
    ];
    expect(new Set([key, ...others]).size).toBe(4);
  });
});
