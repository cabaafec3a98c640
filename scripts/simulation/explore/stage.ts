import type { Fault, FaultDetail } from '../../local-org/contracts/fault';
import type { PureServer } from '../../local-org/contracts/transport';
import { SeededDriver } from '../../local-org/drivers/seeded';
import { traceText } from '../../local-org/drivers/trace';
import { nextWorkTime, readyWork } from '../../local-org/platform/work';
import { SLOW_HOST } from '../faults/events';
import { describeInjection } from '../faults/injection';
import type { Injector } from '../faults/injector';
import type { Watcher } from '../invariants/watcher';
import type { Plan } from '../scenarios/scenario';
import type { BaseWorld } from '../world/base';
import { skewedClock } from '../world/clock';
import type { DecisionLog } from './decide';
import { SlowQueue } from './slow-queue';

export interface StageParts {
  readonly base: BaseWorld;
  readonly watcher: Watcher;
  readonly log: DecisionLog;
  readonly plan: Plan;
  readonly drift: () => number;
  readonly onStep?: (stage: Stage) => void;
}

/** Work that is due later than so long after its schedule began belongs to the quiet phase. */
const ACT_MS = 25 * 60_000;
const MAX_STEPS = 400_000;

/** One schedule in progress: the world, the driver that interleaves it, and whoever watches. */
export class Stage {
  readonly base: BaseWorld;
  readonly watcher: Watcher;
  readonly plan: Plan;
  readonly driver: SeededDriver;
  injector: Injector | undefined;
  /** Transactions that a fault has hit: they need not end in an answer. */
  readonly hit = new Set<string>();
  #until: number;
  readonly #queue: SlowQueue;
  readonly #parts: StageParts;

  constructor(parts: StageParts) {
    this.#parts = parts;
    this.base = parts.base;
    this.watcher = parts.watcher;
    this.plan = parts.plan;
    const { world, clock, tap } = parts.base;
    this.#queue = new SlowQueue(clock, parts.plan.queued ?? 0);
    this.#until = clock.now() + ACT_MS;
    const skew = parts.plan.injections.find((i) => i.kind === 'state' && i.state === 'provider clock is off');
    const offset = skew?.kind === 'state' ? (skew.amount ?? 0) : 0;
    const providerClock = skewedClock(clock, offset);
    const server: PureServer = {
      handle: (request) => {
        if (request.url.startsWith(SLOW_HOST)) return slowAnswer(Number(request.url.slice(SLOW_HOST.length + 1)));
        return world.server.handle(request, providerClock);
      }
    };
    tap.listen((exchanged) => {
      this.watcher.ledger.served(exchanged, this.driver.trace.at(-1)?.task ?? '');
      this.injector?.countProvider();
    });
    const choose = parts.log.choose(() => this.driver.trace);
    this.driver = new SeededDriver({
      slot: world.engine,
      clock,
      server,
      choose: (count, labels) => {
        // Only here: between looking for what is possible and looking for what time brings, time must not pass.
        const { drift } = parts.plan;
        if (drift > 0) clock.advance(Math.floor(parts.drift() * (drift + 1)));
        return choose(count, labels);
      },
      wireFault: (request) => this.injector?.cut(request),
      time: parts.plan.anyTime ? 'any-time' : 'when-idle',
      until: Infinity,
      maxSteps: MAX_STEPS,
      source: {
        // Asked once before every step, which makes it the place to look at what the last one did.
        ready: () => {
          this.step();
          return this.#queue.ready(readyWork(world.engine));
        },
        nextTime: () => this.#within(this.#queue.nextTime(nextWorkTime(world.engine)))
      }
    });
  }

  step(): void {
    this.watcher.step(this.driver.trace);
    this.#parts.onStep?.(this);
  }

  /** The schedule proper is over: from here on nothing is chosen any more. */
  calm(): void {
    this.#parts.log.tame = true;
    this.#queue.wait = 0;
  }

  /** Lets work start that is due by then. */
  extend(milliseconds: number): void {
    this.#until = this.base.clock.now() + milliseconds;
  }

  struck(fault: Fault, { point }: FaultDetail): void {
    const task = this.driver.trace.at(-1)?.task ?? '';
    // Nobody may fail because the cache throws.
    if (fault.kind !== 'exception' || !point.startsWith('cache')) this.hit.add(task);
    // A job that hits a limit hands its pair to the finalizer, unless it had not yet taken it from the answer.
    const unnoted = fault.kind === 'limit' && point === 'callout.after';
    const carrier = this.#inFinalizer || task.includes('SaveJob');
    if (fault.kind === 'kill' || unnoted || carrier) this.watcher.ledger.struck(task);
  }

  close(): void {
    this.base.tap.listen(undefined);
    this.base.world.org.faults = undefined;
  }

  text(): string {
    const lines = this.plan.injections.map((injection) => `  with ${describeInjection(injection)}`);
    return [...lines, traceText(this.driver.trace)].join('\n');
  }

  get #inFinalizer(): boolean {
    return this.base.world.engine.tx.kind === 'finalizer';
  }

  #within(time: number | undefined): number | undefined {
    return time !== undefined && time <= this.#until ? time : undefined;
  }
}

function slowAnswer(delayMs: number) {
  return {
    response: { status: 200, reason: 'OK', headers: {}, body: new Uint8Array() },
    delayMs,
    connection: 'deliver'
  } as const;
}
