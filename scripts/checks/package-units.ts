import { join } from 'node:path';
import { openWorkspace } from '../local-org/boot/workspace';
import { readProject } from '../local-org/project';
import { loadPlatformTypes } from '../local-org/types';
import { referencesOf } from './references';
import type { ApexUnit } from './rooms';

/** The package's Apex with what each unit refers to. */
export function packageUnits(root = join(__dirname, '..', '..')): readonly ApexUnit[] {
  const { analysis } = openWorkspace([readProject(root)], loadPlatformTypes());
  return analysis.units.map(({ unit, classes }) => ({
    file: unit.file,
    declares: classes.map(({ name }) => name),
    references: referencesOf(unit.declaration)
  }));
}
