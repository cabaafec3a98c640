import { lookOf } from 'c/happenings';

/** One day as the chart draws it; lengths are in the units of the drawing. */
export interface Bar {
  readonly day: string;
  readonly x: number;
  readonly goodY: number;
  readonly goodHeight: number;
  readonly badHeight: number;
  readonly good: number;
  readonly bad: number;
  readonly causes: string;
}

export const DAYS = 28;
export const STEP = 10;
export const HEIGHT = 60;
const DAY_MILLISECONDS = 86_400_000;
/** A single broken chain among thousands of rotations must be seen. */
const LEAST = 3;

/** A bar for each of the last four weeks' days, ending with the last one that is known; days without news are empty. */
export function barsOf(days: readonly Apex.IntegrityDay[]): Bar[] {
  const byDay = new Map(days.map((day) => [day.day ?? '', day]));
  const last = [...byDay.keys()].sort().at(-1);
  if (last === undefined) return [];
  const most = Math.max(1, ...days.map(({ good, bad }) => (good ?? 0) + (bad ?? 0)));
  return Array.from({ length: DAYS }, (_, index) => {
    const name = new Date(Date.parse(last) - (DAYS - 1 - index) * DAY_MILLISECONDS).toISOString().slice(0, 10);
    return barOf(name, byDay.get(name), index, most);
  });
}

function barOf(day: string, found: Apex.IntegrityDay | undefined, index: number, most: number): Bar {
  const good = found?.good ?? 0;
  const bad = found?.bad ?? 0;
  const badHeight = lengthOf(bad, most);
  const goodHeight = Math.min(lengthOf(good, most), HEIGHT - badHeight);
  return {
    day,
    x: index * STEP,
    goodY: HEIGHT - goodHeight,
    goodHeight,
    badHeight,
    good,
    bad,
    causes: (found?.causes ?? []).map(({ cause, times }) => `${lookOf(cause ?? '').title}: ${times}`).join(', ')
  };
}

function lengthOf(times: number, most: number): number {
  return times === 0 ? 0 : Math.max(LEAST, Math.round((times * HEIGHT) / most));
}
