import { untold } from '../invariants/ending';
import type { Scenario } from '../scenarios/scenario';
import { DEFAULT_QUIET } from '../scenarios/scenario';
import { custodyIn } from '../world/custody';
import { eventsByConnection } from './end';
import type { Stage } from './stage';

const MINUTE_MS = 60_000;
const DEBTS = 'tokenward__Debt__c';
/** States that nothing but a person ends. */
const FINAL: ReadonlySet<string> = new Set(['Dead', 'Foreign', 'Changed', 'Empty']);

/** Nothing new goes wrong; time passes in rounds, each with a sweep, until nothing is left to do. */
export function quietDown(stage: Stage, scenario: Scenario): void {
  const { base, driver } = stage;
  stage.calm();
  const { rounds, minutes, renewals = 1, impatient = false } = scenario.quiet ?? DEFAULT_QUIET;
  for (let round = 1; round <= rounds && !isAtRest(stage, renewals); round += 1) {
    base.clock.advance(minutes * MINUTE_MS);
    base.world.server.flushLate(base.clock);
    stage.extend(minutes * MINUTE_MS - 1);
    if (impatient) askAll(stage, round);
    driver.add(`sweep ${round}`, scheduled(stage, 'sweep()'));
    driver.run();
    if (hasUntold(stage)) driver.add(`housekeeping ${round}`, scheduled(stage, 'keepHouse()'));
    driver.run();
    stage.step();
  }
}

function askAll({ base, driver }: Stage, round: number): void {
  for (const { uid, name } of base.connections) {
    const args = [uid, custodyIn(base.world, uid).generation];
    driver.add(`${name} asked ${round}`, base.world.request('SimulationRequests', 'askAsPerson(String,Integer)', args));
  }
}

function scheduled({ base }: Stage, key: string) {
  const { engine } = base.world;
  const call = () => engine.callStaticWaiting('tokenward.SimulationRequests', key.toLowerCase(), []);
  return base.world.transaction('scheduled', 'tokenward.Sweep', call);
}

/** Every grant rests with a token of a newer generation or has ended, and nothing is on its way. */
function isAtRest(stage: Stage, renewals: number): boolean {
  const { base } = stage;
  const { org, server } = base.world;
  if (org.jobs.waiting().length > 0 || !org.events.isEmpty() || server.travelling() > 0) return false;
  if (org.data.store.table(DEBTS).size > 0) return false;
  const resting = base.connections.every(({ uid, generation }) => {
    const row = custodyIn(base.world, uid);
    return row.state === 'Idle' ? row.generation >= generation + renewals : FINAL.has(row.state);
  });
  return resting && !hasUntold(stage);
}

function hasUntold(stage: Stage): boolean {
  const events = eventsByConnection(stage);
  return stage.base.connections.some(
    ({ uid }) => untold(stage.watcher.statesOf(uid), events.get(uid) ?? []).length > 0
  );
}
