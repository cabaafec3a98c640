import { dateRange } from '../date-literals';

/** Saturday, 2026-11-21, 23:30 UTC: already Sunday the 22nd in Berlin, where weeks begin on that day. */
const moment = { now: Date.UTC(2026, 10, 21, 23, 30), zone: 'Europe/Berlin' };

test.each([
  ['TODAY', undefined, '2026-11-22', '2026-11-23'],
  ['YESTERDAY', undefined, '2026-11-21', '2026-11-22'],
  ['TOMORROW', undefined, '2026-11-23', '2026-11-24'],
  ['THIS_WEEK', undefined, '2026-11-22', '2026-11-29'],
  ['LAST_WEEK', undefined, '2026-11-15', '2026-11-22'],
  ['NEXT_MONTH', undefined, '2026-12-01', '2027-01-01'],
  ['THIS_QUARTER', undefined, '2026-10-01', '2027-01-01'],
  ['LAST_YEAR', undefined, '2025-01-01', '2026-01-01'],
  ['LAST_N_DAYS', 7, '2026-11-15', '2026-11-23'],
  ['NEXT_N_DAYS', 7, '2026-11-23', '2026-11-30'],
  ['LAST_N_MONTHS', 2, '2026-09-01', '2026-11-01'],
  ['NEXT_N_QUARTERS', 1, '2027-01-01', '2027-04-01'],
  ['N_DAYS_AGO', 2, '2026-11-20', '2026-11-21']
])('%s %s', (name, n, from, to) => {
  const range = dateRange(name, n, moment);
  expect([range.from.toISODate(), range.to.toISODate()]).toEqual([from, to]);
});

test('an unknown literal is refused by name', () => {
  expect(() => dateRange('THIS_FISCAL_QUARTER', undefined, moment)).toThrow(
    'date literal THIS_FISCAL_QUARTER is not supported'
  );
});
