/** Runs one transaction at a time to its end: for unit tests. Nothing else can hold a lock, nothing goes over the wire. */
import type { Effect, Waiting } from '../contracts/effect';
import { throwApex } from '../runtime/exceptions';

export interface SyncHost {
  effectHandler: (effect: Effect) => unknown;
  drive<T>(waiting: Waiting<T>): T;
}

/** Every effect has an answer at once, or there is none. */
export function answerSync(effect: Effect): unknown {
  switch (effect.kind) {
    case 'commit':
    case 'pause':
      return undefined;
    case 'callout':
      return throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    case 'lock':
      throw new Error(
        `Rows of ${effect.object} are locked by transaction ${effect.holder}, but only one transaction runs here: an earlier one has not released its locks.`
      );
  }
}

export function runSync<T>(host: SyncHost, waiting: Waiting<T>): T {
  const before = host.effectHandler;
  host.effectHandler = answerSync;
  try {
    return host.drive(waiting);
  } finally {
    host.effectHandler = before;
  }
}
