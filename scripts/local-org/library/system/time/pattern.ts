import type { DateTime } from 'luxon';
import { pad } from '../../../runtime/date';
import { throwApex } from '../../../runtime/exceptions';

/** Formats by a pattern of Java's SimpleDateFormat, in English. */
export function formatPattern(at: DateTime, pattern: string): string {
  let result = '';
  for (const [token] of pattern.matchAll(/''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (token === "''") result += "'";
    else if (token.startsWith("'")) result += literal(token);
    else result += /^[A-Za-z]/.test(token) ? field(at, token) : token;
  }
  return result;
}

function literal(token: string): string {
  if (token.length < 2 || !token.endsWith("'")) throwApex('System.IllegalArgumentException', 'Unterminated quote');
  return token.slice(1, -1).replace(/''/g, "'");
}

type Field = (at: DateTime, count: number) => string;

const number =
  (read: (at: DateTime) => number): Field =>
  (at, count) =>
    pad(read(at), count);

const FIELDS: Readonly<Record<string, Field>> = {
  G: () => 'AD',
  y: (at, count) => year(at.year, count),
  Y: (at, count) => year(weekYear(at), count),
  M: month,
  L: month,
  w: number((at) => at.localWeekNumber),
  W: number((at) => Math.ceil((at.day + (at.startOf('month').weekday % 7)) / 7)),
  D: number((at) => at.ordinal),
  d: number((at) => at.day),
  F: number((at) => Math.ceil(at.day / 7)),
  E: (at, count) => at.toFormat(count >= 4 ? 'cccc' : 'ccc'),
  u: number((at) => at.weekday),
  a: (at) => (at.hour < 12 ? 'AM' : 'PM'),
  H: number((at) => at.hour),
  k: number((at) => at.hour || 24),
  K: number((at) => at.hour % 12),
  h: number((at) => at.hour % 12 || 12),
  m: number((at) => at.minute),
  s: number((at) => at.second),
  S: number((at) => at.millisecond),
  z: (at, count) => zoneName(at, count),
  Z: (at) => offset(at, ''),
  X: (at, count) => isoOffset(at, count)
};

function field(at: DateTime, token: string): string {
  const letter = token.charAt(0);
  const format = FIELDS[letter];
  if (!format) throwApex('System.IllegalArgumentException', `Illegal pattern character '${letter}'`);
  return format(at, token.length);
}

function year(value: number, count: number): string {
  return count === 2 ? pad(value % 100, 2) : pad(value, count);
}

/** Weeks start on Sunday and the first one holds January 1st, as Java has it for the United States. */
function weekYear(at: DateTime): number {
  return at.localWeekYear;
}

function month(at: DateTime, count: number): string {
  if (count >= 4) return at.toFormat('LLLL');
  return count === 3 ? at.toFormat('LLL') : pad(at.month, count);
}

function zoneName(at: DateTime, count: number): string {
  if (at.zoneName === 'UTC' || at.zoneName === 'GMT') return count >= 4 ? 'Greenwich Mean Time' : 'GMT';
  return (count >= 4 ? at.offsetNameLong : at.offsetNameShort) ?? offset(at, ':');
}

function offset(at: DateTime, separator: string): string {
  const minutes = Math.abs(at.offset);
  return `${at.offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function isoOffset(at: DateTime, count: number): string {
  if (at.offset === 0) return 'Z';
  return count === 1 ? offset(at, '').slice(0, 3) : offset(at, count === 2 ? '' : ':');
}
