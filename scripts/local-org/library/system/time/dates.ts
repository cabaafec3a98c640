import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { ApexDate, daysInMonth } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { throwApex } from '../../../runtime/exceptions';
import { castName } from '../../../runtime/type-name';
import { instanceMethods, staticMethods } from '../nulls';
import { firstDayOfWeek, localDate, parseLocalDate } from './locale';
import { userZone } from './zones';

export function today(rt: Runtime): ApexDate {
  return new ApexDatetime(rt.org.clock.now()).dateIn(userZone(rt));
}

function startOfWeek(date: ApexDate, locale: string): ApexDate {
  const first = firstDayOfWeek(locale) % 7;
  // 1970-01-01 was a Thursday, day 4 where Sunday is 0.
  const weekday = (((date.epochDay + 4) % 7) + 7) % 7;
  return date.addDays(-((weekday - first + 7) % 7));
}

function dateOf(rt: Runtime, value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateIn(userZone(rt));
  if (typeof value === 'string') return ApexDate.parse(value);
  return throwApex(
    'System.TypeException',
    `Invalid conversion from runtime type ${castName(rt, rt.typeOf(value))} to Date`
  );
}

const LOCALE_NOTE = { fidelity: 'approximate', note: 'Locale formats come from the machine’s CLDR data.' } as const;

export const dates = [
  ...implement('Date', {
    ...staticMethods({
      'daysInMonth(Integer,Integer)': (_rt, year: number, month: number) => daysInMonth(year, month),
      'isLeapYear(Integer)': (_rt, year: number) => daysInMonth(year, 2) === 29,
      'newInstance(Integer,Integer,Integer)': (_rt, year: number, month: number, day: number) =>
        ApexDate.of(year, month, day),
      'today()': today,
      'valueOf(Object)': dateOf,
      'valueOf(String)': (_rt, text: string) => ApexDate.parse(text)
    }),
    ...instanceMethods({
      'addDays(Integer)': (_rt, date: ApexDate, days: number) => date.addDays(days),
      'addMonths(Integer)': (_rt, date: ApexDate, months: number) => date.addMonths(months),
      'addYears(Integer)': (_rt, date: ApexDate, years: number) => date.addYears(years),
      'day()': (_rt, date: ApexDate) => date.day,
      'dayOfYear()': (_rt, date: ApexDate) => date.dayOfYear,
      'daysBetween(Date)': (_rt, date: ApexDate, other: ApexDate) => other.epochDay - date.epochDay,
      'isSameDay(Date)': (_rt, date: ApexDate, other: ApexDate) => date.epochDay === other.epochDay,
      'month()': (_rt, date: ApexDate) => date.month,
      'monthsBetween(Date)': (_rt, date: ApexDate, other: ApexDate) =>
        (other.year - date.year) * 12 + other.month - date.month,
      'toStartOfMonth()': (_rt, date: ApexDate) => ApexDate.of(date.year, date.month, 1),
      'year()': (_rt, date: ApexDate) => date.year
    })
  }),
  ...implement(
    'Date',
    {
      ...instanceMethods({
        'format()': (rt, date: ApexDate) => localDate(date, rt.tx.user.locale),
        'toStartOfWeek()': (rt, date: ApexDate) => startOfWeek(date, rt.tx.user.locale)
      }),
      ...staticMethods({ 'parse(String)': (rt, text: string) => parseLocalDate(text, rt.tx.user.locale) })
    },
    LOCALE_NOTE
  )
];
