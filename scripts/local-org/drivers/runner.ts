import type { Effect, LockEffect, Waiting } from '../contracts/effect';
import type { TransactionSlot } from './task';
import { LOCK_WAIT_MS, Task } from './task';
import type { StepKind } from './trace';
import { Exchange } from './wire';

type State =
  | { readonly kind: 'new' }
  | { readonly kind: 'ready'; readonly after: string }
  | { readonly kind: 'calling'; readonly exchange: Exchange }
  /** `holderSteps`: how far the holder was when the rows were found locked; trying again before it moves is useless. */
  | { readonly kind: 'locked'; readonly effect: LockEffect; readonly holderSteps: number }
  | { readonly kind: 'done'; readonly value: unknown };

export type FindHolder = (transactionId: number) => Runner | undefined;

/** A task in a schedule: what it waits for, and what could happen to it next. */
export class Runner {
  readonly task: Task;
  #state: State = { kind: 'new' };

  constructor(label: string, waiting: Waiting<unknown>, slot: TransactionSlot) {
    this.task = new Task(label, waiting, slot);
  }

  /** What the code returned; an error if it has not ended. */
  get value(): unknown {
    if (this.#state.kind === 'done') return this.#state.value;
    throw new Error(`${this.task.label} has not ended: it waits for ${this.waitsFor || 'its turn'}.`);
  }

  get isDone(): boolean {
    return this.#state.kind === 'done';
  }

  get exchange(): Exchange | undefined {
    return this.#state.kind === 'calling' ? this.#state.exchange : undefined;
  }

  get waitsFor(): string {
    const state = this.#state;
    switch (state.kind) {
      case 'ready':
        return state.after;
      case 'calling':
        return state.exchange.title;
      case 'locked':
        return `rows of ${state.effect.object}`;
      default:
        return '';
    }
  }

  possible(now: number, holderOf: FindHolder): StepKind | undefined {
    const state = this.#state;
    switch (state.kind) {
      case 'new':
        return 'start';
      case 'ready':
        return 'run';
      case 'calling':
        if (!state.exchange.isServed && now < state.exchange.deadline) return 'serve';
        return state.exchange.due <= now ? 'deliver' : undefined;
      case 'locked':
        if (this.#isFree(state.effect, state.holderSteps, holderOf)) return 'retry';
        return this.due <= now ? 'timeout' : undefined;
      case 'done':
        return undefined;
    }
  }

  /** Gone, in another transaction, or inside a callout, before which locks are released. */
  #isFree({ holder }: LockEffect, holderSteps: number, holderOf: FindHolder): boolean {
    const runner = holderOf(holder);
    if (!runner) return true;
    return runner.exchange !== undefined && runner.task.steps > holderSteps;
  }

  /** When time alone lets the task go on. */
  get due(): number {
    const state = this.#state;
    if (state.kind === 'calling') return state.exchange.due;
    return state.kind === 'locked' ? state.effect.since + LOCK_WAIT_MS : Infinity;
  }

  answer(kind: StepKind, now: number): unknown {
    if (kind === 'deliver') return this.exchange?.result(now);
    return kind === 'retry' || kind === 'timeout' ? kind : undefined;
  }

  wait(effect: Effect, now: number, holderOf: FindHolder): void {
    switch (effect.kind) {
      case 'callout':
        this.#state = { kind: 'calling', exchange: new Exchange(effect, now) };
        return;
      case 'lock':
        this.#state = { kind: 'locked', effect, holderSteps: holderOf(effect.holder)?.task.steps ?? 0 };
        return;
      case 'commit':
        this.#state = { kind: 'ready', after: 'being about to commit' };
        return;
      case 'pause':
        this.#state = { kind: 'ready', after: effect.point };
    }
  }

  finish(value: unknown): void {
    this.#state = { kind: 'done', value };
  }
}
