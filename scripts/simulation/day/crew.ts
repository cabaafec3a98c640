import type { PureServer } from '../../local-org/contracts/transport';
import { Task } from '../../local-org/drivers/task';
import { Exchange } from '../../local-org/drivers/wire';
import type { Work } from '../../local-org/platform/work';
import { nextWorkTime, readyWork } from '../../local-org/platform/work';
import type { SettableClock } from '../world/clock';
import type { World } from '../world/world';

export interface CrewOptions {
  readonly world: World;
  readonly clock: SettableClock;
  readonly server: PureServer;
  /** Queueable jobs that the org runs at the same time. */
  readonly workers: number;
  /** How long a job keeps its worker besides its callouts. */
  readonly apexMs: number;
}

interface Flight {
  readonly task: Task;
  readonly exchange: Exchange;
  readonly isJob: boolean;
}

/**
 * Runs an org's own work over days. Only callouts take place side by side, since nothing else takes long enough to
 * matter here; jobs beyond the number of workers wait, as behind a slow provider in a real queue.
 */
export class Crew {
  readonly #options: CrewOptions;
  #flights: Flight[] = [];
  /** When each busy worker that waits for no answer is free again. */
  #resting: number[] = [];

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  /** Everything that happens up to that time; what is on its way then stays on its way. */
  runUntil(time: number): void {
    const { clock } = this.#options;
    for (;;) {
      while (this.#deliver() || this.#start());
      const next = this.#nextTime();
      if (next === undefined || next > time) break;
      clock.set(Math.max(next, clock.now()));
    }
    clock.set(Math.max(time, clock.now()));
  }

  /** Lets what is on its way arrive, and starts nothing more. */
  land(): void {
    const { clock } = this.#options;
    while (this.#flights.length > 0) {
      clock.set(Math.max(clock.now(), Math.min(...this.#flights.map(({ exchange }) => exchange.due))));
      this.#deliver();
    }
    this.#resting = [];
  }

  /** Whether anything has arrived. */
  #deliver(): boolean {
    const now = this.#options.clock.now();
    const arrived = this.#flights.filter(({ exchange }) => exchange.due <= now);
    if (arrived.length === 0) return false;
    this.#flights = this.#flights.filter(({ exchange }) => exchange.due > now);
    for (const { task, exchange, isJob } of arrived) this.#resume(task, isJob, exchange.result(now));
    return true;
  }

  /** Starts all that can start, in the order of the queue, and says whether that was anything. */
  #start(): boolean {
    const { engine } = this.#options.world;
    const startable = this.#startable(readyWork(engine));
    for (const work of startable) this.#resume(new Task(work.label, work.start(), engine), isJob(work), undefined);
    return startable.length > 0;
  }

  #startable(ready: readonly Work[]): readonly Work[] {
    let free = this.#freeWorkers();
    return ready.filter((work) => {
      if (!isJob(work)) return true;
      free -= 1;
      return free >= 0;
    });
  }

  #freeWorkers(): number {
    const now = this.#options.clock.now();
    this.#resting = this.#resting.filter((until) => until > now);
    const calling = this.#flights.filter((flight) => flight.isJob).length;
    return this.#options.workers - calling - this.#resting.length;
  }

  #resume(task: Task, job: boolean, answer: unknown): void {
    const { clock, server, apexMs } = this.#options;
    for (let given = answer; ; given = undefined) {
      const step = task.resume(given);
      if (step.done === true) {
        if (job) this.#resting.push(clock.now() + apexMs);
        return;
      }
      const effect = step.value;
      if (effect.kind === 'lock') throw new Error(`${task.label} found a row locked, although nothing runs beside it.`);
      if (effect.kind !== 'callout') continue;
      const exchange = new Exchange(effect, clock.now());
      exchange.serve(server, clock, undefined);
      this.#flights.push({ task, exchange, isJob: job });
      return;
    }
  }

  #nextTime(): number | undefined {
    const { clock, world } = this.#options;
    const now = clock.now();
    const times = [
      nextWorkTime(world.engine),
      ...this.#flights.map(({ exchange }) => exchange.due),
      ...(world.org.jobs.due(now).length > 0 ? this.#resting : [])
    ].filter((time) => time !== undefined && time > now);
    return times.length === 0 ? undefined : Math.min(...(times as number[]));
  }
}

function isJob(work: Work): boolean {
  return work.label.startsWith('job ');
}
