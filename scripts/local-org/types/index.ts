import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlatformTypes } from '../contracts/platform-types';
import { cacheKey, cached } from './cache';
import * as corrections from './corrections';
import { TypeLookup } from './lookup';
import { ADDED_TYPES } from './additions';
import { MEMBER_CORRECTIONS } from './member-corrections';
import { OBJECT_CORRECTIONS } from './object-corrections';
import { decode, encode } from './store';
import { readTables } from './tables';

/** Raise it when what is generated changes for the same jars and corrections. */
const FORMAT = 2;
const PACKAGE = '@salesforce/code-analyzer-pmd-engine';

let loaded: PlatformTypes | undefined;

/** The platform's types: generated from the jars on first use, then read from the cache. */
export function loadPlatformTypes(): PlatformTypes {
  loaded ??= load();
  return loaded;
}

function load(): PlatformTypes {
  const home = dirname(require.resolve(`${PACKAGE}/package.json`));
  const jars = join(home, 'dist', 'java-lib');
  const standard = readJarNamed(jars, /^standard-types-[\d.]+\.jar$/);
  const sobjects = readJarNamed(jars, /^sobject-types-[\d.]+\.jar$/);
  const folder = join(home, '..', '..', '.cache', 'tokenward');
  // Corrections are part of the key, so that a change to them is seen at once.
  const key = cacheKey(
    [standard, sobjects],
    [corrections, MEMBER_CORRECTIONS, ADDED_TYPES, OBJECT_CORRECTIONS],
    FORMAT
  );
  return new TypeLookup(decode(cached(folder, key, () => encode(readTables(standard, sobjects)))), key);
}

function readJarNamed(folder: string, pattern: RegExp): Buffer {
  const [name, second] = readdirSync(folder).filter((file) => pattern.test(file));
  if (!name || second) {
    const found = second ? `more than one (${name}, ${second})` : 'none';
    throw new Error(`${PACKAGE} should hold one jar like ${pattern.source} and holds ${found}: run npm ci.`);
  }
  return readFileSync(join(folder, name));
}
