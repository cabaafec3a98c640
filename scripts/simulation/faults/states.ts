import type { BaseWorld } from '../world/base';
import { ApexId } from '../../local-org/runtime/id';
import { CLIENT_ID, HOST } from '../world/world';
import type { StateName } from './injection';

const IDLE_DAYS = 31;
const DAY_MS = 86_400_000;

/** Brings a world into a state that holds from the beginning; the answer is what ends it for the quiet phase. */
export function enter(base: BaseWorld, state: StateName): () => void {
  const { world, clock } = base;
  const { org, server } = world;
  const stays = (): void => undefined;
  switch (state) {
    case 'cache of no capacity':
      for (const partition of org.cache.partitions()) partition.capacityMb = 0;
      return stays;
    case 'read-only':
      org.readOnlyMode = true;
      return () => {
        org.readOnlyMode = false;
      };
    case 'rebound':
      for (const { uid } of base.connections) {
        const args = [ApexId.parse(uid), HOST, 'another-client'];
        world.settle(world.request('SimulationRequests', 'rebind(Id,String,String)', args));
      }
      return stays;
    case 'jobs are used up':
      org.asyncExecutionLimit = org.asyncExecutions;
      return () => {
        org.asyncExecutionLimit = 250_000;
      };
    case 'rotation is off':
      server.configureClient(CLIENT_ID, { rotation: 'off' });
      return stays;
    case 'token is echoed':
      server.configureClient(CLIENT_ID, { rotation: 'echo' });
      return stays;
    case 'grant is idle':
      clock.advance(IDLE_DAYS * DAY_MS);
      return stays;
    case 'provider clock is off':
      // The server is asked with another clock: whoever runs the schedule sees to that.
      return stays;
  }
}
