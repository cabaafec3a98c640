import type { Waiting } from '../contracts/effect';
import type { OrgUser } from '../contracts/org';
import type { Transport } from '../contracts/transport';
import type { TransactionKind } from '../contracts/transaction';
import type { OrgEngine } from '../boot/boot';
import { AsyncDriver } from '../drivers/async';
import type { Outcome } from '../platform/transaction/run';
import { runTransaction } from '../platform/transaction/run';
import { nextWorkTime, readyWork } from '../platform/work';

export interface LiveOptions {
  readonly engine: OrgEngine;
  readonly transport: Transport;
  /** Called when something happens that an org must not survive: an unsupported call, an error of the emulator. */
  readonly onFatal: (error: unknown) => void;
}

/** setTimeout takes no longer waits than this; a later time is looked at again. */
const LONGEST_TIMER_MS = 60_000;

/** An org that lives in real time: transactions over real HTTP, and its own jobs and events as they fall due. */
export class LiveOrg {
  readonly engine: OrgEngine;
  readonly #driver: AsyncDriver;
  readonly #onFatal: (error: unknown) => void;
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #idle = new Set<() => void>();

  constructor(options: LiveOptions) {
    this.engine = options.engine;
    this.#driver = new AsyncDriver({
      slot: options.engine,
      transport: options.transport,
      clock: options.engine.org.clock
    });
    this.#onFatal = options.onFatal;
  }

  /** One transaction, from a click or a script; what it queued runs by itself afterwards. */
  async transaction<T>(
    kind: TransactionKind,
    subject: string,
    user: OrgUser,
    body: () => Waiting<T>
  ): Promise<Outcome<T>> {
    try {
      return await this.#driver.run(subject, runTransaction(this.engine, { kind, subject, user }, body));
    } finally {
      this.kick();
    }
  }

  /** Starts everything that is due: after a transaction, and after the clock was moved. */
  kick(): void {
    if (this.#closed) return;
    for (let work = readyWork(this.engine)[0]; work; work = readyWork(this.engine)[0]) {
      this.#start(work.label, work.start());
    }
    this.#waitForNext();
    if (this.#running === 0) for (const resolve of [...this.#idle]) resolve();
  }

  /** Resolves when nothing runs and nothing is due now. Work that is due later does not count. */
  async whenQuiet(timeoutMs: number): Promise<void> {
    this.kick();
    if (this.#running === 0) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#idle.delete(finish);
        reject(new Error(`The org was still busy with ${this.#running} transaction(s) after ${timeoutMs} ms.`));
      }, timeoutMs);
      const finish = (): void => {
        clearTimeout(timer);
        this.#idle.delete(finish);
        resolve();
      };
      this.#idle.add(finish);
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #start(label: string, waiting: Waiting<unknown>): void {
    this.#running += 1;
    this.#driver
      .run(label, waiting)
      .catch(this.#onFatal)
      .finally(() => {
        this.#running -= 1;
        this.kick();
      });
  }

  #waitForNext(): void {
    clearTimeout(this.#timer);
    const next = nextWorkTime(this.engine);
    if (next === undefined) return;
    const delay = Math.min(Math.max(0, next - this.engine.org.clock.now()), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.kick(), delay);
    this.#timer.unref();
  }
}
