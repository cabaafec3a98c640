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

/** The laptop's clock plus whatever has been advanced: for the console and for HTTP servers. */
export function runningClock(read: () => number = Date.now): Clock {
  const offset = manualClock(0);
  return { now: () => read() + offset.now(), advance: (milliseconds) => offset.advance(milliseconds) };
}
