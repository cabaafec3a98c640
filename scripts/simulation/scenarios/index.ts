import { ANSWERS } from './answers';
import { CIRCUMSTANCES } from './circumstances';
import { CROWDS } from './crowds';
import { DEATHS } from './deaths';
import { GUARDS } from './guards';
import type { Scenario } from './scenario';

export const SCENARIOS: readonly Scenario[] = [...CROWDS, ...DEATHS, ...ANSWERS, ...CIRCUMSTANCES, ...GUARDS].sort(
  (a, b) => (a.name < b.name ? -1 : 1)
);

export function scenarioNamed(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(`There is no scenario ${name}. There are: ${SCENARIOS.map((scenario) => scenario.name).join(', ')}.`);
}
