import type { Effect, Waiting } from '../contracts/effect';
import type { Transaction } from '../contracts/transaction';

/** The part of the engine that a driver sets: which transaction runs now. */
export interface TransactionSlot {
  tx: Transaction;
}

/** Waiting code on its way, with the transaction that is current whenever it runs. */
export class Task<T = unknown> {
  #tx: Transaction;
  /** Undefined before its first and after its last transaction. */
  transactionId: number | undefined;
  steps = 0;

  constructor(
    readonly label: string,
    private readonly waiting: Waiting<T>,
    private readonly slot: TransactionSlot
  ) {
    this.#tx = slot.tx;
  }

  /** Runs to the next effect or to the end. The code may have begun or ended a transaction meanwhile. */
  resume(answer: unknown): IteratorResult<Effect, T> {
    const { slot } = this;
    const idle = slot.tx;
    slot.tx = this.#tx;
    this.steps += 1;
    try {
      return this.waiting.next(answer);
    } finally {
      this.#tx = slot.tx;
      this.transactionId = slot.tx === idle ? undefined : slot.tx.id;
      slot.tx = idle;
    }
  }
}

/** A transaction waits this long for a locked row. */
export const LOCK_WAIT_MS = 10_000;
