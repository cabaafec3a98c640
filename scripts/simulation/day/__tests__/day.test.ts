import { compileWorld } from '../../world/program';
import type { DayReport } from '../day';
import { DAY_FIXTURES, runDay } from '../day';
import { DAY_DEFAULTS } from '../options';
import type { Check } from '../verdict';
import { EXECUTIONS, judge } from '../verdict';

const OPTIONS = { ...DAY_DEFAULTS, connections: 200, warmUpDays: 1 };

let report: DayReport;

beforeAll(() => {
  report = runDay(compileWorld(DAY_FIXTURES), OPTIONS, () => undefined);
}, 60_000);

function failed(checks: readonly Check[]): readonly string[] {
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

/** The checks that fail when the calm day had been like this. */
function failedWith(changes: Partial<DayReport['calm']>): readonly string[] {
  return failed(judge(OPTIONS, { ...report.calm, ...changes }, report.slow));
}

test('a day of many connections holds everything that is asked of it', () => {
  expect(failed(judge(OPTIONS, report.calm, report.slow))).toEqual([]);
});

test('each connection is rotated about as often as its lifetime says', () => {
  const each = report.calm.presentations / OPTIONS.connections;
  expect(each).toBeGreaterThan(24 / 19.2 - 0.2);
  expect(each).toBeLessThan(24 / 16.8 + 0.2);
});

test('of a provider that never answers nothing is rotated, and of the others everything', () => {
  const { calm, slow } = report;
  const lost = OPTIONS.connections * OPTIONS.slowShare;
  expect(Object.keys(calm.states).filter((state) => state !== 'Idle' && state !== 'Leased')).toEqual([]);
  expect((slow.states['Idle'] ?? 0) + (slow.states['Leased'] ?? 0)).toBeGreaterThanOrEqual(OPTIONS.connections - lost);
  expect(slow.states['InDoubt'] ?? slow.states['Dead']).toBeGreaterThan(0);
  expect(slow.rotations).toBeLessThan(calm.rotations);
});

test('the day costs what the sweep and two executions a rotation cost', () => {
  expect(report.calm.executions).toBe(9 * 24 + 2 * report.calm.rotations);
});

test.each([
  ['what is due is rotated', { overdue: 1 }],
  ['every transaction within its limits', { undone: { 'queueable SweepJob': 1 } }],
  ['every transaction within its budget', { excesses: ['T2: 3 queries'] }],
  ['no bucket above twice the mean', { buckets: [1000, 0, 0] }],
  ['no grant revoked, one presentation a rotation', { revoked: 1 }],
  ['asynchronous executions', { executions: EXECUTIONS }]
])('a day that fails is told: %s', (name, changes) => {
  expect(failedWith(changes)).toEqual([`calm: ${name}`]);
});

test.each([
  ['every query leads through an index', { index: undefined }],
  ['every index is selective', { unselective: 1 }],
  ['the sweep reads what it returns', { mostInVain: OPTIONS.connections / 10 }]
])('a query that fails is told: %s', (name, changes) => {
  const queries = report.calm.queries.map((use) => (use.index === 'Agenda__c' ? { ...use, ...changes } : use));
  expect(failedWith({ queries })).toEqual([`calm: ${name}`]);
});

test('a provider that holds the others up is told', () => {
  const slow = { ...report.slow, delays: { ...report.slow.delays, mean: report.calm.delays.mean * 1.2 } };
  expect(failed(judge(OPTIONS, report.calm, slow))).toEqual(["others' delay: mean"]);
});
