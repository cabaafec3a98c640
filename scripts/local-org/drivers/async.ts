/** Runs transactions over real time and real HTTP, several in flight: for the console, servers and anonymous Apex. */
import type { Clock } from '../contracts/clock';
import type { Effect, LockEffect, Waiting } from '../contracts/effect';
import type { Transport } from '../contracts/transport';
import type { TransactionSlot } from './task';
import { LOCK_WAIT_MS, Task } from './task';

export interface AsyncOptions {
  readonly slot: TransactionSlot;
  readonly transport: Transport;
  readonly clock: Clock;
}

export class AsyncDriver {
  readonly #options: AsyncOptions;
  /** Transactions that wait for a row: woken whenever another one has got on, since that may have released it. */
  readonly #blocked = new Set<() => void>();

  constructor(options: AsyncOptions) {
    this.#options = options;
  }

  /** Resolves with what the code returns, rejects with what it throws; transactions in flight do not disturb it. */
  async run<T>(label: string, waiting: Waiting<T>): Promise<T> {
    const task = new Task(label, waiting, this.#options.slot);
    let answer: unknown;
    for (;;) {
      const step = this.#resume(task, answer);
      if (step.done === true) return step.value;
      answer = await this.#answer(step.value);
    }
  }

  #resume<T>(task: Task<T>, answer: unknown): IteratorResult<Effect, T> {
    let blockedAgain = false;
    try {
      const step = task.resume(answer);
      // Getting nowhere must wake nobody: two that wait for a third would wake each other for ever.
      blockedAgain = step.done !== true && step.value.kind === 'lock';
      return step;
    } finally {
      if (!blockedAgain) for (const wake of [...this.#blocked]) wake();
    }
  }

  #answer(effect: Effect): unknown {
    switch (effect.kind) {
      case 'callout':
        return this.#options.transport.send(effect.request, effect.timeoutMs);
      case 'lock':
        return this.#lock(effect);
      case 'commit':
      case 'pause':
        return undefined;
    }
  }

  #lock({ since }: LockEffect): Promise<'retry' | 'timeout'> {
    const left = since + LOCK_WAIT_MS - this.#options.clock.now();
    if (left <= 0) return Promise.resolve('timeout');
    return new Promise((resolve) => {
      const finish = (answer: 'retry' | 'timeout'): void => {
        clearTimeout(timer);
        this.#blocked.delete(wake);
        resolve(answer);
      };
      const wake = (): void => finish('retry');
      const timer = setTimeout(() => finish('timeout'), left);
      this.#blocked.add(wake);
    });
  }
}
