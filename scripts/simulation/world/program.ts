import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledProgram, Workspace } from '../../local-org/boot/workspace';
import { compile, openWorkspace } from '../../local-org/boot/workspace';
import type { EmitMode, SourceFile } from '../../local-org/contracts/program';
import { readProject } from '../../local-org/project';
import { loadPlatformTypes } from '../../local-org/types';

/** The package with fixtures in its namespace, compiled; orgs are made from it cheaply. */
export interface WorldProgram extends CompiledProgram {
  readonly workspace: Workspace;
}

const ROOT = join(__dirname, '..', '..', '..');
const FIXTURES = join(__dirname, '..', 'fixtures');
const NAMESPACE = 'tokenward';

export function compileWorld(fixtures: readonly string[], mode: EmitMode = 'generator'): WorldProgram {
  const workspace = openWorkspace([readProject(ROOT)], loadPlatformTypes(), [
    { namespace: NAMESPACE, files: fixtures.map(fixtureFile) }
  ]);
  return { workspace, ...compile(workspace, mode, false) };
}

function fixtureFile(name: string): SourceFile {
  const path = `scripts/simulation/fixtures/${name}.cls`;
  return { path, kind: 'class', text: readFileSync(join(FIXTURES, `${name}.cls`), 'utf8') };
}
