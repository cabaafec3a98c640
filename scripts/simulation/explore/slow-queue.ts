import type { Clock } from '../../local-org/contracts/clock';
import type { Work } from '../../local-org/platform/work';

/** Lets jobs wait before they may start, as a busy org does: "queue waits are unbounded". */
export class SlowQueue {
  readonly #clock: Clock;
  readonly #since = new Map<string, number>();

  constructor(
    clock: Clock,
    public wait: number
  ) {
    this.#clock = clock;
  }

  ready(work: readonly Work[]): readonly Work[] {
    if (this.wait === 0) return work;
    const now = this.#clock.now();
    return work.filter(({ label }) => {
      if (!label.startsWith('job ')) return true;
      const since = this.#since.get(label) ?? now;
      this.#since.set(label, since);
      return since + this.wait <= now;
    });
  }

  /** The sooner of the given time and that of the next job which has waited long enough. */
  nextTime(other: number | undefined): number | undefined {
    const now = this.#clock.now();
    const times = [...this.#since.values()].map((since) => since + this.wait).filter((time) => time > now);
    if (other !== undefined) times.push(other);
    return this.wait === 0 || times.length === 0 ? other : Math.min(...times);
  }
}
