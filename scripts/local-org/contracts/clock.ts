/**
 * The one source of time for an org and for the authorization server beside it.
 * Nothing else in the local org or in the server reads the real clock.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Moves the clock forward by a non-negative number of milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is advanced: for tests and simulation. */
export function manualClock(start: number): Clock {
  let current = start;
  return {
    now: () => current,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) {
        throw new RangeError(`A clock only moves forward: cannot advance by ${milliseconds} ms.`);
      }
      current += milliseconds;
    }
  };
}

/**
 * The laptop's clock plus whatever has been advanced: for the console and for HTTP servers. When the laptop's clock is
 * set back it runs on from where it was, since what has happened must not come to lie in the future.
 */
export function runningClock(read: () => number = Date.now): Clock {
  const offset = manualClock(0);
  let last = read();
  return {
    now() {
      const at = read();
      offset.advance(Math.max(0, last - at));
      last = at;
      return at + offset.now();
    },
    advance: (milliseconds) => offset.advance(milliseconds)
  };
}
