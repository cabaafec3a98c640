import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../contracts/program';
import { assembleProject } from './assemble';
import type { ProjectConfig } from './assemble';
import type { Project } from './model';
import type { TextFile } from './xml';

interface SfdxProject {
  readonly config: ProjectConfig;
  readonly directories: readonly string[];
}

/** Reads an SFDX project from disk: the only I/O of this folder. */
export function readProject(directory: string): Project {
  const root = resolve(directory);
  const { config, directories } = readConfig(root);
  const problems: Problem[] = [];
  const files: TextFile[] = [];
  for (const path of directories) {
    const folder = join(root, path);
    if (existsSync(folder)) collect(root, folder, files);
    else problems.push(configProblem(`The package directory "${path}" does not exist: create it or remove it here.`));
  }
  return assembleProject({ root, config, files: files.sort(byPath), problems });
}

function readConfig(root: string): SfdxProject {
  const path = join(root, 'sfdx-project.json');
  if (!existsSync(path)) {
    throw new Error(`No sfdx-project.json in ${root}: run this in an SFDX project, or name one with --project.`);
  }
  const parsed = parseJson(readFileSync(path, 'utf8'), path);
  const text = (name: string): string | undefined => {
    const value = parsed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const listed: readonly unknown[] = Array.isArray(parsed['packageDirectories']) ? parsed['packageDirectories'] : [];
  const directories = listed.map(pathOf).filter((entry) => entry !== undefined);
  if (directories.length === 0) {
    throw new Error(`${path} lists no packageDirectories: add at least one, such as { "path": "force-app" }.`);
  }
  const namespace = text('namespace') ?? '';
  const config = { name: text('name') ?? '', namespace, apiVersion: text('sourceApiVersion') ?? '65.0' };
  return { config, directories: withoutNested(directories) };
}

function pathOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('path' in entry)) return undefined;
  return typeof entry.path === 'string' ? entry.path : undefined;
}

/** "force-app" beside "force-app/tests" would read the tests twice. */
function withoutNested(directories: readonly string[]): readonly string[] {
  const clean = directories.map((path) =>
    path
      // Projects made on Windows separate folders its way.
      .replaceAll('\\', '/')
      .replace(/^\.\//, '')
      .replace(/\/+$/, '')
  );
  return clean.filter((path, index) =>
    clean.every((other, at) => at === index || (!path.startsWith(`${other}/`) && (other !== path || index < at)))
  );
}

function parseJson(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch (error) {
    throw new Error(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new Error(`${path} must hold a JSON object.`);
}

function configProblem(message: string): Problem {
  return { file: 'sfdx-project.json', line: 1, column: 1, rule: 'metadata', message };
}

const READ = /\.(cls|trigger)$|-meta\.xml$/;
const SKIPPED = new Set(['node_modules', 'lwc', 'aura', '__tests__', '.sfdx', '.sf', '.git']);

function collect(root: string, folder: string, into: TextFile[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) collect(root, path, into);
    } else if (READ.test(entry.name)) {
      into.push({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
    }
  }
}

function byPath(a: TextFile, b: TextFile): number {
  return a.path < b.path ? -1 : 1;
}
