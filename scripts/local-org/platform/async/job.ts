import type { OrgUser } from '../../contracts/org';

/** A queued Apex job. Its target is a deep copy taken at enqueue: what the platform serialises. */
export interface QueueableJob {
  /** Of its AsyncApexJob row, 18 characters. */
  readonly id: string;
  /** Canonical name of the queueable's class. */
  readonly className: string;
  readonly target: object;
  readonly user: OrgUser;
  /** Milliseconds since the epoch before which it does not start. */
  readonly notBefore: number;
  /** Text of the duplicate signature; waiting jobs with equal ones are refused, running ones are not. */
  readonly signature: string | undefined;
  /** 1 for a job from a synchronous transaction, parent + 1 for a chained one. */
  readonly depth: number;
  readonly maximumDepth: number | undefined;
  readonly delayMinutes: number;
  /** How many times in a row finalizers have queued this class again after a failure. */
  readonly consecutiveFailures: number;
  /** In a test, where nothing commits: false once the enqueueing was rolled back. */
  readonly stands?: () => boolean;
}

/** Work that the platform starts on its own: a job, a scheduled run, a delivery of events. */
export interface WorkItem {
  readonly id: string;
  readonly label: string;
}

/** Jobs that wait. One per org, and one per running test, whose jobs must not outlive it. */
export class JobQueue {
  readonly #waiting = new Map<string, QueueableJob>();

  add(job: QueueableJob): void {
    this.#waiting.set(job.id, job);
  }

  /** In order of enqueueing. */
  due(now: number): readonly QueueableJob[] {
    return this.waiting().filter((job) => job.notBefore <= now);
  }

  waiting(): readonly QueueableJob[] {
    return [...this.#waiting.values()].filter((job) => job.stands?.() ?? true);
  }

  /** Takes the job off the queue; its signature is free from here on. */
  take(id: string): QueueableJob | undefined {
    const job = this.#waiting.get(id);
    this.#waiting.delete(id);
    return job;
  }

  hasSignature(signature: string): boolean {
    return this.waiting().some((job) => job.signature === signature);
  }

  nextTime(now: number): number | undefined {
    const later = this.waiting()
      .map((job) => job.notBefore)
      .filter((time) => time > now);
    return later.length === 0 ? undefined : Math.min(...later);
  }

  snapshot(): readonly QueueableJob[] {
    return this.waiting();
  }

  restore(jobs: readonly QueueableJob[]): void {
    this.#waiting.clear();
    for (const job of jobs) this.add(job);
  }
}
