import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { printAuraTypes } from './print';
import { readAuraClass } from './read';

const PACKAGE = resolve(__dirname, '../../../force-app/main');
export const TYPES_FILE = resolve(__dirname, '../types/apex.d.ts');

/** The declarations for the Apex as it is now; controllers may return values of the rooms below. */
export function generateAuraTypes(): string {
  const files = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' }).filter(isAura);
  const classes = files.flatMap((name) => readAuraClass(basename(name), read(name)) ?? []);
  return printAuraTypes(classes);
}

function isAura(name: string): boolean {
  return name.endsWith('.cls') && /@AuraEnabled/i.test(read(name));
}

function read(name: string): string {
  return readFileSync(join(PACKAGE, name), 'utf8');
}
