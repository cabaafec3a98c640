import type { DateTime } from 'luxon';
import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { ApexDate } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { throwApex } from '../../../runtime/exceptions';
import type { ApexTime } from '../../../runtime/time';
import { castName } from '../../../runtime/type-name';
import { instanceMethods, staticMethods } from '../nulls';
import { localDatetime, longDatetime, parseLocalDatetime } from './locale';
import { formatPattern } from './pattern';
import { knownZone, userZone } from './zones';

type Methods = Record<string, PlainImplementation>;

/** 'yyyy-MM-dd HH:mm:ss', as valueOf takes it: what follows, such as a zone, is not looked at. */
function parse(text: string, zone: string): ApexDatetime {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text.trim());
  if (!match) throwApex('System.TypeException', `Invalid date/time: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return ApexDatetime.ofFields(zone, [year, month, day, hour, minute, second]);
}

function datetimeOf(rt: Runtime, value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate)
    return ApexDatetime.ofFields(userZone(rt), [value.year, value.month, value.day, 0, 0, 0]);
  if (typeof value === 'string') return parse(value, userZone(rt));
  const from = castName(rt, rt.typeOf(value));
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${from} to Datetime`);
}

/** newInstance and newInstanceGmt differ in the zone alone. */
function creators(name: string, zone: (rt: Runtime) => string): Methods {
  return {
    [`${name}(Date,Time)`]: (rt, date: ApexDate, time: ApexTime) => ApexDatetime.of(date, time, zone(rt)),
    [`${name}(Integer,Integer,Integer)`]: (rt, year: number, month: number, day: number) =>
      ApexDatetime.ofFields(zone(rt), [year, month, day, 0, 0, 0]),
    [`${name}(Integer,Integer,Integer,Integer,Integer,Integer)`]: (
      rt,
      ...fields: [number, number, number, number, number, number]
    ) => ApexDatetime.ofFields(zone(rt), fields)
  };
}

/** year() and yearGmt() and their kin. */
function readers(suffix: string, zone: (rt: Runtime) => string): Methods {
  const read: Record<string, (at: DateTime) => number> = {
    year: (at) => at.year,
    month: (at) => at.month,
    day: (at) => at.day,
    dayOfYear: (at) => at.ordinal,
    hour: (at) => at.hour,
    minute: (at) => at.minute,
    second: (at) => at.second,
    millisecond: (at) => at.millisecond
  };
  const methods: Methods = {
    [`date${suffix}()`]: (rt, value: ApexDatetime) => value.dateIn(zone(rt)),
    [`time${suffix}()`]: (rt, value: ApexDatetime) => value.timeIn(zone(rt))
  };
  for (const [name, of] of Object.entries(read)) {
    methods[`${name}${suffix}()`] = (rt, value: ApexDatetime) => of(value.inZone(zone(rt)));
  }
  return methods;
}

const utc = (): string => 'UTC';

/** Days, months and years keep the clock of the user's zone; smaller units are plain time. */
function moved(rt: Runtime, value: ApexDatetime, change: (date: ApexDate) => ApexDate): ApexDatetime {
  const zone = userZone(rt);
  return ApexDatetime.of(change(value.dateIn(zone)), value.timeIn(zone), zone);
}

const moves: Methods = {
  'addDays(Integer)': (rt, value: ApexDatetime, days: number) => moved(rt, value, (date) => date.addDays(days)),
  'addMonths(Integer)': (rt, value: ApexDatetime, months: number) => moved(rt, value, (date) => date.addMonths(months)),
  'addYears(Integer)': (rt, value: ApexDatetime, years: number) => moved(rt, value, (date) => date.addYears(years)),
  'addHours(Integer)': (_rt, value: ApexDatetime, hours: number) => value.add(hours * 3_600_000),
  'addMinutes(Integer)': (_rt, value: ApexDatetime, minutes: number) => value.add(minutes * 60_000),
  'addSeconds(Integer)': (_rt, value: ApexDatetime, seconds: number) => value.add(seconds * 1000),
  'getTime()': (_rt, value: ApexDatetime) => BigInt(value.ms),
  'isSameDay(Datetime)': (rt, value: ApexDatetime, other: ApexDatetime) =>
    value.dateIn(userZone(rt)).epochDay === other.dateIn(userZone(rt)).epochDay
};

const formats: Methods = {
  'format()': (rt, value: ApexDatetime) => localDatetime(value, rt.tx.user.locale, userZone(rt)),
  'formatLong()': (rt, value: ApexDatetime) => longDatetime(value, rt.tx.user.locale, userZone(rt)),
  'format(String)': (rt, value: ApexDatetime, pattern: string) => formatPattern(value.inZone(userZone(rt)), pattern),
  'format(String,String)': (_rt, value: ApexDatetime, pattern: string, zone: string) =>
    formatPattern(value.inZone(knownZone(zone)), pattern),
  'formatGmt(String)': (_rt, value: ApexDatetime, pattern: string) => formatPattern(value.inZone('UTC'), pattern)
};

export const datetimes = [
  ...implement('Datetime', {
    ...staticMethods({
      ...creators('newInstance', userZone),
      ...creators('newInstanceGmt', utc),
      'newInstance(Long)': (_rt, ms: bigint) => new ApexDatetime(Number(ms)),
      'now()': (rt) => new ApexDatetime(rt.org.clock.now()),
      'valueOf(Object)': datetimeOf,
      'valueOf(String)': (rt, text: string) => parse(text, userZone(rt)),
      'valueOfGmt(String)': (_rt, text: string) => parse(text, 'UTC')
    }),
    ...instanceMethods({ ...readers('', userZone), ...readers('Gmt', utc), ...moves })
  }),
  ...implement(
    'Datetime',
    {
      ...instanceMethods(formats),
      ...staticMethods({
        'parse(String)': (rt, text: string) => parseLocalDatetime(text, rt.tx.user.locale, userZone(rt))
      })
    },
    { fidelity: 'approximate', note: 'Zone abbreviations and locale formats come from the machine’s CLDR data.' }
  )
];
