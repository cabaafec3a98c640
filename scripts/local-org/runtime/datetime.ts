import { DateTime } from 'luxon';
import { ApexDate } from './date';
import { ApexTime } from './time';
import { ApexValue, exactKey } from './value';

/** A point in time in milliseconds since 1970-01-01T00:00:00Z. Its zone is always the reader's. */
export class ApexDatetime extends ApexValue {
  constructor(readonly ms: number) {
    super();
  }

  static of(date: ApexDate, time: ApexTime, zone: string): ApexDatetime {
    const { year, month, day } = date;
    const { hour, minute, second, millisecond } = time;
    return new ApexDatetime(
      DateTime.fromObject({ year, month, day, hour, minute, second, millisecond }, { zone }).toMillis()
    );
  }

  /** Wall-clock fields past their range roll over, as Datetime.newInstance does. */
  static ofFields(zone: string, fields: readonly [number, number, number, number, number, number]): ApexDatetime {
    const [year, month, day, hour, minute, second] = fields;
    const seconds = (hour * 60 + minute) * 60 + second;
    const days = Math.floor(seconds / 86_400);
    const date = ApexDate.of(year, month, day).addDays(days);
    return ApexDatetime.of(date, new ApexTime((seconds - days * 86_400) * 1000), zone);
  }

  /** The calendar and clock of a zone at this moment, as luxon knows them. */
  inZone(zone: string): DateTime {
    return DateTime.fromMillis(this.ms, { zone, locale: 'en-US' });
  }

  dateIn(zone: string): ApexDate {
    const { year, month, day } = this.inZone(zone);
    return ApexDate.of(year, month, day);
  }

  timeIn(zone: string): ApexTime {
    const { hour, minute, second, millisecond } = this.inZone(zone);
    return ApexTime.of(hour, minute, second, millisecond);
  }

  add(milliseconds: number): ApexDatetime {
    return new ApexDatetime(this.ms + milliseconds);
  }

  /** '2026-11-21T09:00:00.000Z', the form of JSON and of the REST API. */
  override toString(): string {
    return new Date(this.ms).toISOString();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexDatetime && other.ms === this.ms;
  }

  hashKey(): string {
    return exactKey('datetime', this.ms);
  }
}
