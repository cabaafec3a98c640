import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readApexContract } from './apex';

const ROOT = resolve(__dirname, '../../..');
export const CONTRACT_FILE = join(ROOT, 'config/contract.json');

/** Everything that cannot be changed once somebody has installed the package. */
export interface Contract {
  readonly apex: readonly string[];
  readonly events: readonly string[];
  readonly customMetadata: readonly string[];
  readonly permissions: readonly string[];
}

/** Reads the contract out of the package's sources. */
export function readContract(folder: string = join(ROOT, 'force-app/main')): Contract {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return {
    apex: files
      .filter((file) => file.endsWith('.cls'))
      .flatMap(readApexContract)
      .sort(),
    events: files.flatMap((file) => readField(file, '__e')).sort(),
    customMetadata: files.flatMap((file) => readField(file, '__mdt')).sort(),
    permissions: files.flatMap(permissionOf).sort()
  };
}

export function printContract(contract: Contract): string {
  return `${JSON.stringify(contract, undefined, 2)}\n`;
}

/** Name and type of a field of objects with that suffix; nothing for any other file. */
function readField(file: string, suffix: string): string[] {
  const match = new RegExp(`[\\\\/]objects[\\\\/](\\w+${suffix})[\\\\/]fields[\\\\/](\\w+)\\.field-meta\\.xml$`).exec(
    file
  );
  if (!match) return [];
  const type = /<type>(\w+)<\/type>/.exec(readFileSync(file, 'utf8'))?.[1];
  return [`${match[1]}.${match[2]}: ${type ?? 'without type'}`];
}

function permissionOf(file: string): string[] {
  const match = /^(\w+)\.(permissionset|customPermission)-meta\.xml$/.exec(basename(file));
  return match ? [`${match[2]}: ${match[1]}`] : [];
}
