import type { Runtime } from '../contracts/runtime';
import type { TransactionHost } from './transaction/run';
import type { ApexTransaction } from './transaction/transaction';

/** The runtime as platform code needs it: with the concrete org and a settable transaction. */
export function hostOf(rt: Runtime): TransactionHost {
  return rt as unknown as TransactionHost;
}

export function txOf(rt: Runtime): ApexTransaction {
  return rt.tx as ApexTransaction;
}
