import { shareOf } from './limits';
import type { DayFigures } from './measure';
import type { DayOptions } from './options';
import type { QueryUse } from './queries';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Of all rows: what a query of the sweep may read in vain, such as rows that are being rotated right now. */
const IN_VAIN = 0.05;
const FULLEST = 2;
const LATEST_MS = 10 * 60_000;
const SLOWER = 1.1;
/** What the whole org may execute asynchronously in a day, whatever its licences. */
export const EXECUTIONS = 250_000;

/** Both runs by the same measure; the last check compares them. */
export function judge(options: DayOptions, calm: DayFigures, slow: DayFigures): readonly Check[] {
  return [
    ...judgeDay('calm', options, calm),
    ...judgeDay('slow', options, slow),
    isolation('mean', calm.delays.mean, slow.delays.mean),
    isolation('95th percentile', calm.delays.p95, slow.delays.p95)
  ];
}

function judgeDay(name: string, options: DayOptions, day: DayFigures): readonly Check[] {
  const mean = day.presentations / day.buckets.length;
  const fullest = Math.max(...day.buckets);
  const closest = Math.max(...day.peaks.filter(({ allowed }) => allowed > 1).map(shareOf));
  const over = day.peaks.filter((peak) => shareOf(peak) > 1).length;
  const undone = Object.values(day.undone).reduce((sum, count) => sum + count, 0);
  return [
    check(
      `${name}: what is due is rotated`,
      day.overdue === 0 && day.delays.most <= LATEST_MS,
      `latest by ${seconds(day.delays.most)} s, ${day.overdue} overdue at the end`
    ),
    check(
      `${name}: every query leads through an index`,
      day.queries.every(isIndexed),
      named(day.queries, (use) => !isIndexed(use))
    ),
    check(
      `${name}: every index is selective`,
      day.queries.every(isSelective),
      named(day.queries, (use) => !isSelective(use))
    ),
    check(
      `${name}: the sweep reads what it returns`,
      day.queries.every((use) => readsLittle(use, options)),
      named(day.queries, isAgenda)
    ),
    check(
      `${name}: every transaction within its limits`,
      over === 0 && undone === 0,
      `at most ${(closest * 100).toFixed(0)} %, ${undone} undone`
    ),
    check(
      `${name}: every transaction within its budget`,
      day.excesses.length === 0,
      day.excesses.length === 0 ? 'all' : day.excesses.join('; ')
    ),
    check(
      `${name}: no bucket above twice the mean`,
      fullest <= FULLEST * mean,
      `${fullest} in ${day.bucketMinutes} minutes, mean ${mean.toFixed(0)}`
    ),
    check(
      `${name}: no grant revoked, one presentation a rotation`,
      day.revoked === 0 && (name === 'slow' || day.presentations === day.rotations),
      `${day.presentations} presentations, ${day.rotations} rotations, ${day.revoked} revoked`
    ),
    check(
      `${name}: asynchronous executions`,
      day.executions < EXECUTIONS,
      `${day.executions}, ${((day.executions / EXECUTIONS) * 100).toFixed(1)} % of ${EXECUTIONS}`
    )
  ];
}

function isolation(what: string, calm: number, slow: number): Check {
  const detail = `${seconds(calm)} s, beside a provider that times out ${seconds(slow)} s`;
  return check(`others' delay: ${what}`, calm > 0 && slow <= calm * SLOWER, detail);
}

function check(name: string, ok: boolean, detail: string): Check {
  return { name, ok, detail };
}

/** An object without rows needs no index. */
function isIndexed(use: QueryUse): boolean {
  return use.index !== undefined || use.total === 0;
}

function isSelective(use: QueryUse): boolean {
  return use.unselective === 0 || use.total === 0;
}

function isAgenda(use: QueryUse): boolean {
  return use.object === 'Custody__c' && use.index === 'Agenda__c';
}

function readsLittle(use: QueryUse, { connections }: DayOptions): boolean {
  return !isAgenda(use) || (use.times > 0 && use.mostInVain <= connections * IN_VAIN);
}

function named(uses: readonly QueryUse[], which: (use: QueryUse) => boolean): string {
  const texts = uses
    .filter(which)
    .map(
      (use) =>
        `${use.object} by ${use.index ?? 'nothing'}: ${use.mostReads} read for ${use.mostReturned} of ${use.total}`
    );
  return texts.length === 0 ? 'all' : texts.join('; ');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
