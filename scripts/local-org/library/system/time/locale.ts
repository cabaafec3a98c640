import { ApexDate } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { throwApex } from '../../../runtime/exceptions';

/** What a user's locale decides. Texts come from the machine's CLDR data, which is close to the platform's. */

const DATE = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** 'de_DE_EURO' is 'de-DE'. */
function tag(locale: string): string {
  return locale.split('_').slice(0, 2).join('-') || 'en-US';
}

function write(ms: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag(locale), options).format(ms).replace(/[\u202f\u00a0]/g, ' ');
}

/** '11/21/2026'. */
export function localDate(date: ApexDate, locale: string): string {
  return write(date.epochDay * 86_400_000, locale, { ...DATE, timeZone: 'UTC' });
}

/** '11/21/2026, 9:00 AM'. */
export function localDatetime(value: ApexDatetime, locale: string, timeZone: string): string {
  return write(value.ms, locale, { ...DATE, ...TIME, timeZone });
}

/** '11/21/2026, 9:00:00 AM PST'. */
export function longDatetime(value: ApexDatetime, locale: string, timeZone: string): string {
  return write(value.ms, locale, { ...DATE, ...TIME, second: '2-digit', timeZoneName: 'short', timeZone });
}

function dateOrder(locale: string): readonly string[] {
  const parts = new Intl.DateTimeFormat(tag(locale), { ...DATE, timeZone: 'UTC' }).formatToParts(0);
  return parts.map((part) => part.type).filter((type) => type === 'year' || type === 'month' || type === 'day');
}

/** A date as the locale writes it. */
export function parseLocalDate(text: string, locale: string): ApexDate {
  const numbers = /^\s*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\D*$/.exec(text)?.slice(1).map(Number) ?? [];
  const order = dateOrder(locale);
  const of = (part: string): number => numbers[order.indexOf(part)] ?? NaN;
  const date = numbers.length === 3 ? ApexDate.checked(fullYear(of('year')), of('month'), of('day')) : undefined;
  return date ?? throwApex('System.TypeException', `Invalid date: ${text}`);
}

/** Two digits mean the eighty years before and the twenty after now, as Java reads them around 2026. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year > 46 ? 1900 + year : 2000 + year;
}

export function parseLocalDatetime(text: string, locale: string, zone: string): ApexDatetime {
  const match = /^(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?$/.exec(text.trim());
  if (!match) throwApex('System.TypeException', `Invalid date/time: ${text}`);
  const [, day = '', hour = '', minute = '', second = '0', half] = match;
  const date = parseLocalDate(day, locale);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return ApexDatetime.ofFields(zone, [date.year, date.month, date.day, hours, Number(minute), Number(second)]);
}

/** The day weeks start on: 7 for Sunday, as luxon counts. */
export function firstDayOfWeek(locale: string): number {
  const info: unknown = Reflect.get(new Intl.Locale(tag(locale)), 'weekInfo');
  const first: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, 'firstDay') : undefined;
  return typeof first === 'number' ? first : 7;
}
