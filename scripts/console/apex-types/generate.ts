import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printAuraTypes } from './print';
import { readAuraClass } from './read';

const CLASSES = resolve(__dirname, '../../../force-app/main/console/classes');
export const TYPES_FILE = resolve(__dirname, '../types/apex.d.ts');

/** The declarations for the Apex as it is now. */
export function generateAuraTypes(): string {
  const files = readdirSync(CLASSES).filter((name) => name.endsWith('.cls'));
  const classes = files.flatMap((name) => readAuraClass(name, readFileSync(join(CLASSES, name), 'utf8')) ?? []);
  return printAuraTypes(classes);
}
