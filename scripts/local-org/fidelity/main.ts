/** `npm run fidelity`: writes docs/fidelity.md; with --check it only says whether the file is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { library } from '../library';
import { loadPlatformTypes } from '../types';
import { BEHAVIOURS } from './catalogue';
import { fidelityDocument } from './document';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'fidelity.md');

function main(check: boolean): number {
  const name = relative(process.cwd(), FILE);
  const text = fidelityDocument(BEHAVIOURS, library.entries, loadPlatformTypes());
  if (!check) {
    writeFileSync(FILE, text);
    console.log(`Wrote ${name}.`);
    return 0;
  }
  if (readFileSync(FILE, 'utf8') === text) {
    console.log(`${name} is current.`);
    return 0;
  }
  console.error(`${name} is out of date: run "npm run fidelity" and commit what it writes.`);
  return 1;
}

process.exitCode = main(process.argv.includes('--check'));
