import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readApexContract } from './apex';
import { readCarried } from './carried';

const ROOT = resolve(__dirname, '../../..');
export const CONTRACT_FILE = join(ROOT, 'config/contract.json');

/** Everything that cannot be changed once somebody has installed the package. */
export interface Contract {
  readonly apex: readonly string[];
  readonly events: readonly string[];
  readonly customMetadata: readonly string[];
  readonly permissions: readonly string[];
  /** Fields of objects and settings: rows outlast an upgrade, also those that nobody else can see. */
  readonly objects: readonly string[];
  /** Named by records, addresses, settings and code that are not in the package. */
  readonly components: readonly string[];
  /** What jobs and stored texts carry through an upgrade. */
  readonly carried: readonly string[];
}

const NAMED = /^([\w.]+)\.(notiftype|tab|app|flexipage|cachePartition|remoteSite|md)-meta\.xml$/;
const EXPOSED = /<isExposed>\s*true\s*<\/isExposed>/;
const LABEL = /<labels>[\s\S]*?<\/labels>/g;

/** Reads the contract out of the package's sources. */
export function readContract(folder: string = join(ROOT, 'force-app/main')): Contract {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const classes = files.filter((file) => file.endsWith('.cls'));
  return {
    apex: classes.flatMap(readApexContract).sort(),
    events: files.flatMap((file) => readField(file, '__e')).sort(),
    customMetadata: files.flatMap((file) => readField(file, '__mdt')).sort(),
    permissions: files.flatMap(permissionOf).sort(),
    objects: files.flatMap((file) => readField(file, '__c')).sort(),
    components: files.flatMap(componentsIn).sort(),
    carried: readCarried(classes)
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

/** Names of components; of labels those that other people's code may use. */
function componentsIn(file: string): string[] {
  const name = basename(file);
  const match = NAMED.exec(name);
  if (match) return [`${match[2]}: ${match[1]}`];
  if (name.endsWith('.js-meta.xml')) {
    return EXPOSED.test(readFileSync(file, 'utf8')) ? [`lwc: ${name.slice(0, -'.js-meta.xml'.length)}`] : [];
  }
  return name.endsWith('.labels-meta.xml') ? openLabels(readFileSync(file, 'utf8')) : [];
}

function openLabels(text: string): string[] {
  return [...text.matchAll(LABEL)]
    .filter(([label]) => !/<protected>\s*true\s*<\/protected>/.test(label))
    .map(([label]) => `label: ${/<fullName>\s*(\w+)\s*<\/fullName>/.exec(label)?.[1] ?? 'without name'}`);
}
