/**
 * Interleaves many transactions deterministically: whenever several could go on, `choose` decides. Time stands still
 * while anything can run, then jumps to the next thing that waits for it.
 */
import type { Clock } from '../contracts/clock';
import type { Effect, Waiting } from '../contracts/effect';
import type { PureServer } from '../contracts/transport';
import type { Choose } from './choose';
import { Runner } from './runner';
import type { TransactionSlot } from './task';
import type { StepKind, TraceStep } from './trace';
import { traceText } from './trace';
import type { WireFault } from './wire';

/** Something that the platform starts by itself: a queued job, a delivery of events, a scheduled class. */
export interface DueWork {
  readonly label: string;
  start(): Waiting<unknown>;
}

export interface WorkSource {
  ready(): readonly DueWork[];
  /** When the next piece of delayed work is due, if any is. */
  nextTime(): number | undefined;
}

export interface SeededOptions {
  readonly slot: TransactionSlot;
  readonly clock: Clock;
  readonly server: PureServer;
  readonly choose: Choose;
  readonly source?: WorkSource;
  readonly wireFault?: WireFault;
  /**
   * When time passes: only when nothing else can happen, or also as one of the choices, so that timeouts race with
   * transactions that could still go on.
   */
  readonly time?: 'when-idle' | 'any-time';
  /** A schedule that does not end is a defect: it is reported with its trace. */
  readonly maxSteps?: number;
  /** Work due later than this is left alone, so that a program that repeats for ever comes to an end. */
  readonly until?: number;
}

const DEFAULT_STEPS = 100_000;

/** One thing that could happen next. */
type Option =
  | { readonly runner: Runner; readonly kind: StepKind }
  | { readonly work: DueWork }
  /** Time passes until then. */
  | { readonly time: number };

export class SeededDriver {
  readonly trace: TraceStep[] = [];
  /** What was chosen wherever there was a choice: enough to replay the schedule. */
  readonly choices: number[] = [];
  readonly #options: SeededOptions;
  readonly #runners = new Set<Runner>();
  /** By the transaction that each is in: those who wait for a lock ask for its holder at every step. */
  readonly #byTransaction = new Map<number, Runner>();
  readonly #began: number;

  constructor(options: SeededOptions) {
    this.#options = options;
    this.#began = options.clock.now();
  }

  /** Makes a transaction available; it starts when it is chosen. */
  add(label: string, waiting: Waiting<unknown>): Runner {
    const runner = new Runner(label, waiting, this.#options.slot);
    this.#runners.add(runner);
    return runner;
  }

  /** Runs until nothing is left to do. An error that leaves a task is the emulator's, or not supported: it stops all. */
  run(): void {
    const limit = this.#options.maxSteps ?? DEFAULT_STEPS;
    for (let step = 0; ; step += 1) {
      if (step >= limit) throw new Error(`The schedule did not end within ${limit} steps:\n${this.text()}`);
      const options = this.#possible();
      if (options.length === 0) return;
      this.#take(this.#choice(options));
    }
  }

  text(): string {
    return traceText(this.trace);
  }

  #possible(): Option[] {
    const now = this.#options.clock.now();
    const options: Option[] = [];
    for (const runner of this.#runners) {
      const kind = runner.possible(now, (id) => this.#holder(id));
      if (kind) options.push({ runner, kind });
    }
    for (const work of this.#options.source?.ready() ?? []) options.push({ work });
    const time = options.length === 0 || this.#options.time === 'any-time' ? this.#nextTime() : undefined;
    if (time !== undefined) options.push({ time });
    return options;
  }

  #holder(transactionId: number): Runner | undefined {
    return this.#byTransaction.get(transactionId);
  }

  #choice(options: readonly Option[]): Option {
    const only = options[0];
    if (options.length === 1 && only) return only;
    const index = this.#options.choose(options.length, () => options.map(describe));
    const chosen = options[index];
    if (!chosen)
      throw new Error(
        `Choice ${index} was made of ${options.length} possibilities: ${options.map(describe).join(' | ')}.`
      );
    this.choices.push(index);
    return chosen;
  }

  #take(option: Option): void {
    if ('time' in option) return this.#passTime(option.time);
    if ('work' in option) {
      const runner = this.add(option.work.label, option.work.start());
      return this.#resume(runner, 'start', undefined);
    }
    const { runner, kind } = option;
    const { clock, server, wireFault } = this.#options;
    if (kind === 'serve') {
      this.#note(kind, runner, runner.waitsFor);
      return runner.exchange?.serve(server, clock, wireFault);
    }
    this.#resume(runner, kind, runner.answer(kind, clock.now()));
  }

  #resume(runner: Runner, kind: StepKind, answer: unknown): void {
    this.#note(kind, runner, kind === 'start' ? '' : runner.waitsFor);
    let step: IteratorResult<Effect, unknown>;
    const before = runner.task.transactionId;
    try {
      step = runner.task.resume(answer);
    } catch (error) {
      this.#runners.delete(runner);
      this.#note('fail', runner, String(error));
      throw error;
    }
    this.#follow(runner, before);
    if (step.done === true) {
      runner.finish(step.value);
      this.#runners.delete(runner);
      this.#note('end', runner, '');
    } else runner.wait(step.value, this.#options.clock.now(), (id) => this.#holder(id));
  }

  /** One transaction may have ended within the step, and another one begun. */
  #follow(runner: Runner, before: number | undefined): void {
    const { transactionId } = runner.task;
    if (transactionId === before) return;
    if (before !== undefined) this.#byTransaction.delete(before);
    if (transactionId !== undefined) this.#byTransaction.set(transactionId, runner);
  }

  #nextTime(): number | undefined {
    const { clock, source, until = Infinity } = this.#options;
    const now = clock.now();
    let next = source?.nextTime() ?? Infinity;
    // What is due already waits for its turn, not for time.
    for (const { due } of this.#runners) if (due > now) next = Math.min(next, due);
    return next === Infinity || next > until ? undefined : next;
  }

  #passTime(time: number): void {
    const { clock } = this.#options;
    clock.advance(Math.max(0, time - clock.now()));
    this.trace.push({ kind: 'time', at: clock.now() - this.#began, task: '', detail: '' });
  }

  #note(kind: StepKind, runner: Runner, detail: string): void {
    this.trace.push({ kind, at: this.#options.clock.now() - this.#began, task: runner.task.label, detail });
  }
}

function describe(option: Option): string {
  if ('time' in option) return 'time passes';
  return 'work' in option ? `start ${option.work.label}` : `${option.kind} ${option.runner.task.label}`;
}
