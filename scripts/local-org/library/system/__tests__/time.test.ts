import { ApexDate } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { ApexTime } from '../../../runtime/time';
import { call, examples } from './library-call';

const NOON = Date.UTC(2026, 10, 21, 12, 5, 9, 7);
const losAngeles = runtimeDouble({ now: NOON, zone: 'America/Los_Angeles' });
const at = (ms: number): ApexDatetime => new ApexDatetime(ms);
const day = (year: number, month: number, date: number): ApexDate => ApexDate.of(year, month, date);

describe('dates', () => {
  examples(
    [
      ['String', 'valueOf(Date)', [day(1960, 2, 17)], '1960-02-17'],
      ['Date', 'newInstance(Integer,Integer,Integer)', [2026, 14, 1], '2027-02-01 00:00:00'],
      ['Date', 'addMonths(Integer)', [day(2026, 1, 31), 1], '2026-02-28 00:00:00'],
      ['Date', 'addYears(Integer)', [day(2024, 2, 29), 1], '2025-02-28 00:00:00'],
      ['Date', 'daysBetween(Date)', [day(1988, 4, 7), day(2008, 5, 9)], 7337],
      ['Date', 'dayOfYear()', [day(1998, 10, 21)], 294],
      ['Date', 'monthsBetween(Date)', [day(2012, 2, 26), day(2006, 12, 2)], -62],
      ['Date', 'daysInMonth(Integer,Integer)', [1960, 2], 29],
      ['Date', 'isLeapYear(Integer)', [1900], false],
      ['Date', 'toStartOfWeek()', [day(2026, 11, 21)], '2026-11-15 00:00:00'],
      ['Date', 'toStartOfMonth()', [day(2026, 11, 21)], '2026-11-01 00:00:00'],
      ['Date', 'valueOf(String)', ['2026-02-30'], 'System.TypeException: Invalid date: 2026-02-30'],
      ['Date', 'valueOf(Object)', [at(Date.UTC(2026, 10, 21, 3))], '2026-11-20 00:00:00'],
      ['Date', 'parse(String)', ['12/27/2009'], '2009-12-27 00:00:00'],
      ['Date', 'parse(String)', ['27/12/2009'], 'System.TypeException: Invalid date: 27/12/2009'],
      ['Date', 'format()', [day(2026, 3, 4)], '3/4/2026'],
      ['Date', 'today()', [], '2026-11-21 00:00:00']
    ],
    losAngeles
  );
});

describe('datetimes', () => {
  examples(
    [
      ['Datetime', 'now()', [], '2026-11-21 12:05:09'],
      ['String', 'valueOf(Datetime)', [at(NOON)], '2026-11-21 04:05:09'],
      ['String', 'valueOfGmt(Datetime)', [at(NOON)], '2026-11-21 12:05:09'],
      ['Datetime', 'newInstance(Integer,Integer,Integer)', [2026, 7, 1], '2026-07-01 07:00:00'],
      [
        'Datetime',
        'newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)',
        [2026, 7, 1, 25, 61, 0],
        '2026-07-02 02:01:00'
      ],
      ['Datetime', 'newInstance(Date,Time)', [day(2026, 1, 1), ApexTime.of(1, 2, 3, 4)], '2026-01-01 09:02:03'],
      ['Datetime', 'newInstance(Long)', [0n], '1970-01-01 00:00:00'],
      ['Datetime', 'valueOf(String)', ['2026-03-08 01:30:00'], '2026-03-08 09:30:00'],
      ['Datetime', 'valueOfGmt(String)', ['2026-03-08 01:30:00'], '2026-03-08 01:30:00'],
      ['Datetime', 'valueOf(String)', ['now'], 'System.TypeException: Invalid date/time: now'],
      ['Datetime', 'parse(String)', ['10/14/2011, 11:46 AM'], '2011-10-14 18:46:00'],
      ['Datetime', 'format()', [at(NOON)], '11/21/2026, 4:05 AM'],
      ['Datetime', 'getTime()', [at(NOON)], BigInt(NOON)],
      ['Datetime', 'hour()', [at(NOON)], 4],
      ['Datetime', 'hourGmt()', [at(NOON)], 12],
      ['Datetime', 'date()', [at(Date.UTC(2026, 10, 21, 3))], '2026-11-20 00:00:00'],
      ['Datetime', 'addMonths(Integer)', [at(Date.UTC(2026, 9, 31, 19)), 1], '2026-11-30 20:00:00'],
      ['Datetime', 'addHours(Integer)', [at(NOON), -13], '2026-11-20 23:05:09']
    ],
    losAngeles
  );
});

describe('patterns of SimpleDateFormat', () => {
  const format = (pattern: string, zone: string): unknown =>
    call(losAngeles, 'Datetime', 'format(String,String)', at(NOON), pattern, zone);

  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'UTC', '2026-11-21T12:05:09.007Z'],
    ['EEEE, d MMMM yy h:mm a z', 'America/Los_Angeles', 'Saturday, 21 November 26 4:05 AM PST'],
    ['EEE D F u k K Z X XXX', 'Asia/Kolkata', 'Sat 325 3 6 17 5 +0530 +05 +05:30'],
    ["h 'o''clock' ''a''", 'UTC', "12 o'clock 'PM'"]
  ])('%s in %s', (pattern, zone, expected) => {
    expect(format(pattern, zone)).toBe(expected);
  });

  it('refuses letters that have no meaning', () => {
    expect(() => format('yyyy b', 'UTC')).toThrow("Illegal pattern character 'b'");
  });
});

describe('times and zones', () => {
  const zone = (id: string): unknown => call(losAngeles, 'System.TimeZone', 'getTimeZone(String)', id);
  examples([
    ['Time', 'addMinutes(Integer)', [ApexTime.of(23, 50, 1, 2), 20], '00:10:01.002Z'],
    ['Time', 'millisecond()', [ApexTime.of(4, 2, 3, 5)], 5],
    ['System.TimeZone', 'getOffset(Datetime)', [zone('America/New_York'), at(NOON)], -18_000_000],
    ['System.TimeZone', 'getID()', [zone('Nowhere/Land')], 'GMT']
  ]);
});
