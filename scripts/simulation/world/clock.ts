import type { Clock } from '../../local-org/contracts/clock';

/** A clock that can also be set back: for starting again from a snapshot, and for clocks that jump. */
export interface SettableClock extends Clock {
  set(time: number): void;
}

export function settableClock(start: number): SettableClock {
  let current = start;
  return {
    now: () => current,
    advance(milliseconds) {
      if (!(milliseconds >= 0))
        throw new RangeError(`Time passes forward only: ${milliseconds} ms. Set the clock instead.`);
      current += milliseconds;
    },
    set(time) {
      current = time;
    }
  };
}

/** The same time, off by a constant: what another party's clock shows. */
export function skewedClock(clock: Clock, offset: number): Clock {
  return { now: () => clock.now() + offset, advance: (milliseconds) => clock.advance(milliseconds) };
}
