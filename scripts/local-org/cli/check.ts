import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { openWorkspace } from '../boot/workspace';
import type { CheckedUnit } from '../compiler';
import { ApexLsUnavailable, checkHouseRules, parseRules, runApexLs } from '../compiler';
import { byPlace } from '../compiler/diagnostics';
import type { Problem } from '../contracts/program';
import { readProject } from '../project';
import { loadPlatformTypes } from '../types';
import { restsOnCorrection } from '../types/known-gaps';

interface CheckOptions {
  readonly project: string;
  readonly json?: string;
  readonly apexLs: boolean;
}

const RULES = 'config/apex-rules.json';

export async function checkCommand(options: CheckOptions): Promise<number> {
  const project = resolve(options.project);
  const { problems: compileProblems, analysis } = openWorkspace([readProject(project)], loadPlatformTypes());
  const problems = [
    ...compileProblems,
    ...houseProblems(project, analysis.units),
    ...(options.apexLs ? await secondOpinion(project) : [])
  ].sort(byPlace);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ problems }, null, 2)}\n`);
  for (const { file, line, column, rule, message } of problems) {
    console.log(`${file}:${line}:${column} ${pc.red(rule)} ${message}`);
  }
  const { length } = problems;
  console.log(length === 0 ? pc.green('No problems.') : pc.red(`${length} problem${length === 1 ? '' : 's'}.`));
  return length === 0 ? 0 : 1;
}

/** Where a project keeps rules of its own. */
function houseProblems(project: string, units: readonly CheckedUnit[]): readonly Problem[] {
  const file = join(project, RULES);
  return existsSync(file) ? checkHouseRules(units, parseRules(readFileSync(file, 'utf8'), RULES)) : [];
}

/** A gate that cannot run is not a gate that is passed: it is a problem like any other. */
async function secondOpinion(project: string): Promise<readonly Problem[]> {
  try {
    // The second compiler reads the same tables without what is corrected in them here.
    return (await runApexLs(project)).filter(({ message }) => !restsOnCorrection(quoted(message)));
  } catch (error) {
    if (!(error instanceof ApexLsUnavailable)) throw error;
    return [{ file: 'sfdx-project.json', line: 1, column: 1, rule: 'apex-ls', message: error.message }];
  }
}

function quoted(message: string): readonly string[] {
  return [...message.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}
