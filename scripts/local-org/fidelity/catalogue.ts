import { async } from './behaviours/async';
import { cache } from './behaviours/cache';
import { callouts } from './behaviours/callouts';
import { compiling } from './behaviours/compiling';
import { credentials, flows, packages } from './behaviours/credentials';
import { events } from './behaviours/events';
import { limits } from './behaviours/limits';
import { security } from './behaviours/security';
import type { Statement } from './behaviours/statement';
import { tests } from './behaviours/tests';
import { transactions } from './behaviours/transactions';

export interface Behaviour extends Statement {
  readonly area: string;
}

/** Each entry is proven by a test that carries its id (see `proves`); a check refuses entries without one. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...inArea('Compiling', compiling),
  ...inArea('Transactions', transactions),
  ...inArea('Platform Cache', cache),
  ...inArea('Queueables, finalizers and schedules', async),
  ...inArea('Platform events', events),
  ...inArea('Callouts', callouts),
  ...inArea('Named credentials and ConnectApi', credentials),
  ...inArea('Flows and notifications', flows),
  ...inArea('Packages', packages),
  ...inArea('Limits', limits),
  ...inArea('Security', security),
  ...inArea('Tests', tests)
];

function inArea(area: string, statements: readonly Statement[]): readonly Behaviour[] {
  return statements.map((statement) => ({ ...statement, area }));
}

/** The title of the test that proves a behaviour: the check finds it by the id in brackets. */
export function proves(id: string): string {
  const behaviour = BEHAVIOURS.find((candidate) => candidate.id === id);
  if (!behaviour) throw new Error(`No behaviour is called '${id}': add it to the catalogue first.`);
  return `${behaviour.text} [${id}]`;
}
