import type { Clock } from '../../local-org/contracts/clock';

/** A time of the app's clock, which runs ahead, as libraries see it that read the machine's. */
export function toRealTime(time: number, clock: Clock): number {
  return Date.now() + time - clock.now();
}
