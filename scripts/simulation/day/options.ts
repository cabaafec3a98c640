/** What a simulated day is made of. */
export interface DayOptions {
  readonly connections: number;
  /** Part of the connections whose provider stops answering in the second run. */
  readonly slowShare: number;
  /** Days between the authorization of all and the measured day. */
  readonly warmUpDays: number;
  /** Queueable jobs that the org runs at the same time; the platform publishes no number. */
  readonly workers: number;
  readonly seed: number;
}

export const DAY_DEFAULTS: Omit<DayOptions, 'connections'> = { slowShare: 0.05, warmUpDays: 2, workers: 50, seed: 1 };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** What all access tokens live. */
export const LIFETIME_HOURS = 24;
