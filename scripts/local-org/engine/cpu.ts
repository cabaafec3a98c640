import type { Transaction } from '../contracts/transaction';

/** Called by generated code at every thousandth turn of its loops, which are taken for a millisecond. */
export function turned(tx: Transaction): void {
  tx.turns = 0;
  tx.limits.spend('cpuTime', 1);
}
