import type { OrgUser } from '../../contracts/org';

/** A class scheduled by System.schedule. Its target is a deep copy taken when it was scheduled. */
export interface ScheduledJob {
  /** Of its CronTrigger row, 18 characters. */
  readonly id: string;
  readonly name: string;
  readonly expression: string;
  readonly className: string;
  readonly target: object;
  readonly user: OrgUser;
  nextFireTime: number | undefined;
  timesTriggered: number;
  /** In a test, where nothing commits: false once the scheduling was rolled back. */
  readonly stands?: () => boolean;
}

/** The org's scheduled Apex. */
export class Scheduler {
  readonly #jobs = new Map<string, ScheduledJob>();

  add(job: ScheduledJob): void {
    this.#jobs.set(job.id, job);
  }

  remove(id: string): ScheduledJob | undefined {
    const job = this.#jobs.get(id);
    this.#jobs.delete(id);
    return job;
  }

  get(id: string): ScheduledJob | undefined {
    return this.#jobs.get(id);
  }

  all(): readonly ScheduledJob[] {
    return [...this.#jobs.values()];
  }

  due(now: number): readonly ScheduledJob[] {
    return this.all().filter((job) => job.nextFireTime !== undefined && job.nextFireTime <= now);
  }

  /** Copies: a job that fires changes itself. */
  snapshot(): readonly ScheduledJob[] {
    return this.all().map((job) => ({ ...job }));
  }

  restore(jobs: readonly ScheduledJob[]): void {
    this.#jobs.clear();
    for (const job of jobs) this.add({ ...job });
  }

  nextTime(now: number): number | undefined {
    const times = this.all().flatMap((job) =>
      job.nextFireTime !== undefined && job.nextFireTime > now ? [job.nextFireTime] : []
    );
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
