import { ApexException } from '../../../runtime/exceptions';
import { nextFireTime } from '../cron';

const SATURDAY = Date.UTC(2026, 10, 21, 9);

function next(expression: string, zone = 'UTC', after = SATURDAY): string | undefined {
  const time = nextFireTime(expression, after, zone);
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16);
}

test.each([
  ['0 0 * * * ?', '2026-11-21T10:00'],
  ['0 0 12 ? * 1', '2026-11-22T12:00'],
  ['0 0 12 ? * 2-6', '2026-11-23T12:00'],
  ['0 0 12 ? * MON,WED', '2026-11-23T12:00'],
  ['0 0 12 ? * 6L', '2026-11-27T12:00'],
  ['0 0 12 ? * 6#3', '2026-12-18T12:00'],
  ['0 0 12 L * ?', '2026-11-30T12:00'],
  ['0 30 10 15 3 ? 2028', '2028-03-15T10:30'],
  ['0 0 0 1 1 ? 2027-2029', '2027-01-01T00:00'],
  ['0 0 0 1 1 ? 2024/4', '2028-01-01T00:00']
])('%s fires next at %s', (expression, time) => {
  expect(next(expression)).toBe(time);
});

test('fires at the hour of the zone, also across its change of clocks', () => {
  expect(next('0 30 2 * * ?', 'America/New_York')).toBe('2026-11-22T07:30');
  expect(next('0 30 12 * * ?', 'Europe/Berlin', Date.UTC(2027, 2, 27, 13))).toBe('2027-03-28T10:30');
});

test('a year in the zone begins before or after it does in UTC', () => {
  expect(next('0 0 1 1 1 ? 2027', 'Pacific/Auckland')).toBe('2026-12-31T12:00');
  expect(next('0 0 23 31 12 ? 2026', 'America/Los_Angeles')).toBe('2027-01-01T07:00');
});

test.each([['0 0 12 31 2 ?'], ['0 0 12 1 1 ? 2020']])('%s never fires', (expression) => {
  expect(next(expression)).toBeUndefined();
});

test.each([
  ['0 0 * * *', 'six or seven fields'],
  ['* 0 * * * ?', 'must be specified as integers'],
  ['0 0/5 * * * ?', 'must be specified as integers'],
  ['0 0 12 * * *', 'both a day-of-week AND a day-of-month'],
  ['0 0 12 ? * ?', 'Day-of-Month -OR- Day-of-Week'],
  ['0 0 25 * * ?', 'is invalid'],
  ['0 0 12 * * ? next', 'NEXT is not a year']
])('%s is refused: %s', (expression, reason) => {
  const refusal = (): unknown => next(expression);
  expect(refusal).toThrow(ApexException);
  expect(refusal).toThrow(reason);
});

test('the weekday nearest to a day is refused by name', () => {
  expect(() => next('0 0 12 15W * ?')).toThrow('15W is not supported by the local org');
});
