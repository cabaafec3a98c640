import type { Scenario } from '../scenarios/scenario';
import { DEFAULT_QUIET } from '../scenarios/scenario';
import { custodyIn } from '../world/custody';
import type { Stage } from './stage';

const MINUTE_MS = 60_000;

/** Nothing new goes wrong; time passes in rounds, each with a sweep, until nothing is left to do. */
export function quietDown(stage: Stage, scenario: Scenario): void {
  const { base, driver } = stage;
  stage.calm();
  const { rounds, minutes } = scenario.quiet ?? DEFAULT_QUIET;
  for (let round = 0; round < rounds && !isAtRest(stage); round += 1) {
    base.clock.advance(minutes * MINUTE_MS);
    base.world.server.flushLate(base.clock);
    stage.extend(minutes * MINUTE_MS - 1);
    driver.add(
      `sweep ${round + 1}`,
      base.world.transaction('scheduled', 'tokenward.Sweep', () =>
        base.world.engine.callStaticWaiting('tokenward.SimulationRequests', 'sweep()', [])
      )
    );
    driver.run();
    stage.step();
  }
}

/** Every grant rests with a token of a newer generation, and nothing is on its way. */
function isAtRest({ base }: Stage): boolean {
  const { org, server } = base.world;
  if (org.jobs.waiting().length > 0 || !org.events.isEmpty() || server.travelling() > 0) return false;
  return base.connections.every(({ uid, generation }) => {
    const row = custodyIn(base.world, uid);
    return row.state === 'Idle' && row.generation > generation;
  });
}
