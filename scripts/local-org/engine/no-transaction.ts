import type { Transaction } from '../contracts/transaction';

/** Stands where no transaction runs: touching it says so, instead of some later failure. */
export function noTransaction(): Transaction {
  const refuse = (): never => {
    throw new Error("No transaction is running: set the engine's `tx` before Apex code is called.");
  };
  return new Proxy({}, { get: refuse, set: refuse }) as Transaction;
}
