import type { BaseWorld } from '../world/base';
import { custodyIn } from '../world/custody';
import { digestOf } from '../../authorization-server';
import type { Flight } from './flight';

/** How long a request may travel: nothing whose answer was lost may be followed by another one sooner. */
export const HOLD_MS = 15 * 60_000;

/** Proofs after which the token may go out again at once. */
const UNSPENT: ReadonlySet<string> = new Set(['unspent', 'kept']);

/** Why this presentation of a token that was presented before is not allowed; undefined where it is. */
export function proofToPresentAgain(flight: Flight, earlier: readonly Flight[], base: BaseWorld): string | undefined {
  const last = earlier.at(-1);
  if (!last) return undefined;
  if (!last.closed) return `presented a refresh token while ${last.sender} was presenting it.`;
  const { reuse, introspection } = base.shape;
  if (last.heard && UNSPENT.has(last.said.proof)) return undefined;
  const inGrace = typeof reuse === 'object' && flight.at < last.at + reuse.graceSeconds * 1000;
  if (inGrace && last.sender === flight.sender) return undefined;
  if (flight.at - last.at < HOLD_MS) {
    return `presented a refresh token ${Math.round((flight.at - last.at) / 1000)} s after ${last.sender}, whose request may still arrive.`;
  }
  if (introspectedActive(last, base)) return undefined;
  const isLast = introspection === 'blind' && earlier.length === 1 && accessEnded(flight, base);
  return isLast ? undefined : `presented a refresh token again without proof that ${last.sender} has not spent it.`;
}

function introspectedActive(last: Flight, base: BaseWorld): boolean {
  const digest = digestOf(last.token);
  return base.world.server.journal
    .introspections()
    .some((entry) => entry.outcome === 'active' && entry.digest === digest && entry.sequence > last.sequence);
}

function accessEnded(flight: Flight, base: BaseWorld): boolean {
  if (flight.connectionUid === undefined) return false;
  const { endsAt } = custodyIn(base.world, flight.connectionUid);
  return endsAt === undefined || endsAt <= base.clock.now();
}
