import { DateTime } from 'luxon';
import type { DateTimeUnit } from 'luxon';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';

export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zone: string;
}

/** First moment inside and first moment after, in the user's time zone. */
export interface DateRange {
  readonly from: DateTime;
  readonly to: DateTime;
}

const UNITS: Readonly<Record<string, DateTimeUnit>> = {
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year'
};

/** TODAY, THIS_WEEK, LAST_N_DAYS:30 ... as the SOQL reference defines them. Weeks begin on Sunday. */
export function dateRange(name: string, n: number | undefined, moment: Moment): DateRange {
  const now = DateTime.fromMillis(moment.now, { zone: moment.zone });
  const today = now.startOf('day');
  switch (name) {
    case 'YESTERDAY':
      return range(today.minus({ days: 1 }), today);
    case 'TODAY':
      return range(today, today.plus({ days: 1 }));
    case 'TOMORROW':
      return range(today.plus({ days: 1 }), today.plus({ days: 2 }));
    case 'LAST_90_DAYS':
      return range(today.minus({ days: 90 }), today.plus({ days: 1 }));
    case 'NEXT_90_DAYS':
      return range(today.plus({ days: 1 }), today.plus({ days: 91 }));
  }
  const counted = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name);
  if (counted) return countedRange(counted[1] ?? '', counted[2] ?? '', n, now);
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name);
  if (ago) return shifted(now, ago[1] ?? '', -required(name, n), 1);
  const relative = /^(THIS|LAST|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (relative) return shifted(now, relative[2] ?? '', { THIS: 0, LAST: -1, NEXT: 1 }[relative[1] ?? ''] ?? 0, 1);
  throw new UnsupportedCall('SOQL', `date literal ${name}`);
}

function countedRange(direction: string, unit: string, n: number | undefined, now: DateTime): DateRange {
  const count = required(`${direction}_N_${unit}S`, n);
  if (unit === 'DAY') {
    const today = now.startOf('day');
    // LAST_N_DAYS includes today, NEXT_N_DAYS begins tomorrow.
    return direction === 'LAST'
      ? range(today.minus({ days: count }), today.plus({ days: 1 }))
      : range(today.plus({ days: 1 }), today.plus({ days: count + 1 }));
  }
  return direction === 'LAST' ? shifted(now, unit, -count, count) : shifted(now, unit, 1, count);
}

function shifted(now: DateTime, unit: string, offset: number, length: number): DateRange {
  const start = startOf(now, unit);
  return range(plus(start, unit, offset), plus(start, unit, offset + length));
}

function startOf(now: DateTime, unit: string): DateTime {
  if (unit !== 'WEEK') return now.startOf(UNITS[unit] ?? 'day');
  const today = now.startOf('day');
  return today.minus({ days: today.weekday % 7 });
}

function plus(start: DateTime, unit: string, count: number): DateTime {
  switch (unit) {
    case 'DAY':
      return start.plus({ days: count });
    case 'WEEK':
      return start.plus({ weeks: count });
    case 'MONTH':
      return start.plus({ months: count });
    case 'QUARTER':
      return start.plus({ months: count * 3 });
    default:
      return start.plus({ years: count });
  }
}

function range(from: DateTime, to: DateTime): DateRange {
  return { from, to };
}

function required(name: string, n: number | undefined): number {
  return n ?? throwApex('System.QueryException', `The date literal ${name} needs a number: ${name}:n.`);
}

/** CALENDAR_YEAR(x) and the like. */
export function datePart(name: string, date: DateTime): number | undefined {
  switch (name) {
    case 'CALENDAR_YEAR':
      return date.year;
    case 'CALENDAR_QUARTER':
      return date.quarter;
    case 'CALENDAR_MONTH':
      return date.month;
    case 'DAY_IN_MONTH':
      return date.day;
    case 'DAY_IN_YEAR':
      return date.ordinal;
    case 'DAY_IN_WEEK':
      return (date.weekday % 7) + 1;
    case 'HOUR_IN_DAY':
      return date.hour;
    default:
      return undefined;
  }
}
