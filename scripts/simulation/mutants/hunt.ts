import { runRandom } from '../explore/random';
import type { Scenario } from '../scenarios/scenario';
import { SCENARIOS } from '../scenarios';
import { Bases } from '../world/base';
import type { PackageText } from '../world/program';
import { compilePackage, edited } from '../world/program';
import type { Mutant } from './mutant';

export interface Kill {
  readonly id: string;
  readonly scenario: string;
  readonly seed: number;
  /** The invariant that was violated, or 'expected' for a final state that should not be. */
  readonly invariant: string;
}

export type Hunted = { readonly kill: Kill } | { readonly survivor: { readonly id: string; readonly why: string } };

export interface HuntOptions {
  /** Random schedules of each scenario that should notice, and of each other one. */
  readonly near: number;
  readonly far: number;
  readonly seed: number;
}

/** Runs a variant of the package until something notices. One that does not apply, compile or run is an error. */
export function hunt(text: PackageText, mutant: Mutant, options: HuntOptions): Hunted {
  const bases = new Bases(compilePackage(edited(text, mutant)));
  const near = mutant.noticed.flatMap((name) => SCENARIOS.filter((scenario) => scenario.name === name));
  const far = SCENARIOS.filter((scenario) => !near.includes(scenario));
  const kill = search(bases, near, options.near, options.seed) ?? search(bases, far, options.far, options.seed);
  if (kill) return { kill: { id: mutant.id, ...kill } };
  const tried = near.length * options.near + far.length * options.far;
  const why = mutant.harmless ?? 'No scenario knows why.';
  return { survivor: { id: mutant.id, why: `Unnoticed in ${tried} schedules. ${why}` } };
}

/** Round by round over the scenarios: most defects show within the first few schedules of the right one. */
function search(
  bases: Bases,
  scenarios: readonly Scenario[],
  schedules: number,
  from: number
): Omit<Kill, 'id'> | undefined {
  for (let seed = from; seed < from + schedules; seed += 1) {
    for (const scenario of scenarios) {
      const [violation] = runRandom(bases.of(scenario.shape), scenario, seed).violations;
      if (violation) return { scenario: scenario.name, seed, invariant: violation.rule };
    }
  }
  return undefined;
}
