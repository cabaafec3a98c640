import { MUTANTS } from '../mutants';
import type { Kill } from '../mutants/hunt';
import { hunt } from '../mutants/hunt';
import { SCENARIOS } from '../scenarios';
import { Bases } from '../world/base';
import { runRandom } from '../explore/random';
import type { PackageText } from '../world/program';
import { compilePackage } from '../world/program';

export interface MutantReport {
  readonly total: number;
  readonly killed: number;
  readonly kills: readonly Kill[];
  readonly survivors: readonly { readonly id: string; readonly why: string }[];
}

export interface MutantOptions {
  readonly seed: number;
  readonly say: (line: string) => void;
}

const NEAR = 400;
const FAR = 20;
/** Of each scenario on the package as it is: a scenario that fails there would kill everything. */
const SOUND = 40;

/** Hunts every mutant; before that the package as it is must survive the same scenarios. */
export function huntAll(text: PackageText, { seed, say }: MutantOptions): MutantReport {
  demandSound(text, seed);
  const kills: Kill[] = [];
  const survivors: { readonly id: string; readonly why: string }[] = [];
  for (const mutant of MUTANTS) {
    const result = hunt(text, mutant, { near: NEAR, far: FAR, seed });
    if ('kill' in result) {
      kills.push(result.kill);
      say(`killed   ${mutant.id} by ${result.kill.scenario}, seed ${result.kill.seed}: ${result.kill.invariant}`);
    } else {
      survivors.push(result.survivor);
      say(`survives ${mutant.id}: ${result.survivor.why}`);
    }
  }
  return { total: MUTANTS.length, killed: kills.length, kills, survivors };
}

export function listMutants(say: (line: string) => void): void {
  for (const { id, file, find, replace } of MUTANTS) say(JSON.stringify({ id, file, find, replace }));
}

function demandSound(text: PackageText, seed: number): void {
  const bases = new Bases(compilePackage(text));
  for (const scenario of SCENARIOS) {
    for (let i = 0; i < SOUND; i += 1) {
      const [violation] = runRandom(bases.of(scenario.shape), scenario, seed + i).violations;
      if (!violation) continue;
      throw new Error(
        `The package as it is breaks ${violation.rule} in ${scenario.name}, seed ${seed + i}: mend that before hunting mutants.`
      );
    }
  }
}
