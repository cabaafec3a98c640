import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlatformTypes } from '../contracts/platform-types';
import { cached } from './cache';
import * as corrections from './corrections';
import { TypeLookup } from './lookup';
import { MEMBER_CORRECTIONS } from './member-corrections';
import { decode, encode } from './store';
import { readTables } from './tables';

/** Raise it when what is generated changes for the same jars and corrections. */
const FORMAT = 1;
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
  return new TypeLookup(decode(cached(folder, cacheKey(standard, sobjects), () => encode(readTables(standard, sobjects)))));
}

/** Corrections are part of the key, so that a change to them is seen at once. */
function cacheKey(...jars: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const jar of jars) hash.update(jar);
  hash.update(JSON.stringify([corrections, MEMBER_CORRECTIONS]));
  return `${hash.digest('hex').slice(0, 32)}-${FORMAT}`;
}

function readJarNamed(folder: string, pattern: RegExp): Buffer {
  const [name, second] = readdirSync(folder).filter((file) => pattern.test(file));
  if (!name || second) {
    const found = second ? `more than one (${name}, ${second})` : 'none';
    throw new Error(`${PACKAGE} should hold one jar like ${pattern.source} and holds ${found}: run npm ci.`);
  }
  return readFileSync(join(folder, name));
}
