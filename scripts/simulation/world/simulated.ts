import { SIMULATION_FIXTURES } from './fixtures';
import type { PackageText, WorldProgram } from './program';
import { compilePackage, edited, readPackage } from './program';
import type { Edit } from './program';

let text: PackageText | undefined;

/** The package as it is or with one change, read from disk once per process. */
export function simulatedProgram(edit?: Edit): WorldProgram {
  text ??= readPackage(SIMULATION_FIXTURES);
  return compilePackage(edit ? edited(text, edit) : text);
}
