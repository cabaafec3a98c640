import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { printAuraTypes } from './print';
import { readAuraClass } from './read';

const CLASSES = resolve(__dirname, '../../../force-app/main/console/classes');
export const TYPES_FILE = resolve(__dirname, '../types/apex.d.ts');

/** The declarations for the Apex as it is now. */
export async function generateAuraTypes(): Promise<string> {
  const files = readdirSync(CLASSES).filter((name) => name.endsWith('.cls'));
  const classes = files.flatMap((name) => readAuraClass(name, readFileSync(join(CLASSES, name), 'utf8')) ?? []);
  return format(printAuraTypes(classes), { ...(await resolveConfig(TYPES_FILE)), parser: 'typescript', plugins: [] });
}
