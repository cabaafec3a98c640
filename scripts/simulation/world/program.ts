import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledProgram, Workspace } from '../../local-org/boot/workspace';
import { compile, openWorkspace } from '../../local-org/boot/workspace';
import type { EmitMode, SourceFile } from '../../local-org/contracts/program';
import type { PlatformTypes } from '../../local-org/contracts/platform-types';
import type { Project } from '../../local-org/project';
import { readProject } from '../../local-org/project';
import { loadPlatformTypes } from '../../local-org/types';

/** The package with fixtures in its namespace, compiled; orgs are made from it cheaply. */
export interface WorldProgram extends CompiledProgram {
  readonly workspace: Workspace;
}

const ROOT = join(__dirname, '..', '..', '..');
const FIXTURES = join(__dirname, '..', 'fixtures');
const NAMESPACE = 'tokenward';

/** One change of one file of the package, in memory: `find` stands in it exactly once. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The package as its files say, read once: variants of it are compiled from here. */
export interface PackageText {
  readonly project: Project;
  readonly platform: PlatformTypes;
  readonly fixtures: readonly SourceFile[];
}

export function readPackage(fixtures: readonly string[], root = ROOT): PackageText {
  return { project: readProject(root), platform: loadPlatformTypes(), fixtures: fixtures.map(fixtureFile) };
}

export function compilePackage(text: PackageText, mode: EmitMode = 'generator'): WorldProgram {
  const { project, platform, fixtures } = text;
  const workspace = openWorkspace([project], platform, [{ namespace: NAMESPACE, files: fixtures }]);
  return { workspace, ...compile(workspace, mode, false) };
}

export function compileWorld(fixtures: readonly string[], mode: EmitMode = 'generator'): WorldProgram {
  return compilePackage(readPackage(fixtures), mode);
}

/** The package with that one change; an edit that does not fit is an error. */
export function edited(text: PackageText, { file, find, replace }: Edit): PackageText {
  const found = text.project.files.find(({ path }) => path === file);
  if (!found) throw new Error(`There is no file ${file} in the package to edit.`);
  const matches = found.text.split(find).length - 1;
  if (matches !== 1) throw new Error(`The text to replace stands ${matches} times in ${file}, not once: ${find}`);
  // A function, since the text may hold what replace takes for a pattern.
  const changed = { ...found, text: found.text.replace(find, () => replace) };
  const files = text.project.files.map((candidate) => (candidate === found ? changed : candidate));
  return { ...text, project: { ...text.project, files } };
}

/** A class of the fixtures, wherever it is to be compiled. */
export function fixtureFile(name: string): SourceFile {
  const path = `scripts/simulation/fixtures/${name}.cls`;
  return { path, kind: 'class', text: readFileSync(join(FIXTURES, `${name}.cls`), 'utf8') };
}
