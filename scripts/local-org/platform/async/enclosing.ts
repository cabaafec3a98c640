import type { TestState } from '../test-state';
import type { ApexTransaction } from '../transaction/transaction';

/** Where asynchronous work of a test runs: inside the test's own session, on its static variables. */
export interface Enclosing {
  readonly tx: ApexTransaction;
  readonly test: TestState;
}

export function sharedWith({ tx, test }: Enclosing) {
  return { nested: true, session: tx.session, cache: tx.cache, statics: tx.statics, test };
}
