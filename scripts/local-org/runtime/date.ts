import { throwApex } from './exceptions';
import { ApexValue, exactKey } from './value';

const DAY = 86_400_000;

/** A calendar day without a zone, held as whole days since 1970-01-01. */
export class ApexDate extends ApexValue {
  private constructor(readonly epochDay: number) {
    super();
  }

  /** Months and days past their range roll over, as Date.newInstance does. */
  static of(year: number, month: number, day: number): ApexDate {
    const first = new Date(0);
    first.setUTCFullYear(year, month - 1, day);
    return new ApexDate(Math.floor(first.getTime() / DAY));
  }

  static fromEpochDay(epochDay: number): ApexDate {
    return new ApexDate(epochDay);
  }

  /** 'yyyy-MM-dd', also with a time after it, as Date.valueOf takes. */
  static parse(text: string): ApexDate {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text.trim());
    const date = match ? ApexDate.checked(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
    return date ?? throwApex('System.TypeException', `Invalid date: ${text}`);
  }

  /** Undefined where the calendar has no such day. */
  static checked(year: number, month: number, day: number): ApexDate | undefined {
    const date = ApexDate.of(year, month, day);
    return date.year === year && date.month === month && date.day === day ? date : undefined;
  }

  private get utc(): Date {
    return new Date(this.epochDay * DAY);
  }

  get year(): number {
    return this.utc.getUTCFullYear();
  }

  get month(): number {
    return this.utc.getUTCMonth() + 1;
  }

  get day(): number {
    return this.utc.getUTCDate();
  }

  get dayOfYear(): number {
    return this.epochDay - ApexDate.of(this.year, 1, 1).epochDay + 1;
  }

  addDays(days: number): ApexDate {
    return new ApexDate(this.epochDay + days);
  }

  /** The day is cut to the last one of the month reached. */
  addMonths(months: number): ApexDate {
    const first = ApexDate.of(this.year, this.month + months, 1);
    return ApexDate.of(first.year, first.month, Math.min(this.day, daysInMonth(first.year, first.month)));
  }

  addYears(years: number): ApexDate {
    return this.addMonths(years * 12);
  }

  /** 'yyyy-MM-dd'. */
  override toString(): string {
    return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexDate && other.epochDay === this.epochDay;
  }

  hashKey(): string {
    return exactKey('date', this.epochDay);
  }
}

export function daysInMonth(year: number, month: number): number {
  return ApexDate.of(year, month + 1, 0).day;
}

export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
