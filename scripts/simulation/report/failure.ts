import type { ScheduleInput, ScheduleResult } from '../explore/run';
import type { Shrunk } from '../explore/shrink';

/** A failing schedule as people read it: the seed that replays it, then the least that still shows it. */
export function failureText(input: ScheduleInput, result: ScheduleResult, shrunk: Shrunk, exhaustive: boolean): string {
  const { scenario, seed } = input;
  return [
    `${scenario.name}, seed ${seed}: ${scenario.title}`,
    ...result.violations.map(({ rule, text }) => `  ${rule}: ${text}`),
    `Shrunk in ${shrunk.tries} tries to ${shrunk.input.plan.workers.length} worker(s), decisions [${shrunk.decisions.join(', ')}]:`,
    ...shrunk.result.violations.map(({ rule, text }) => `  ${rule}: ${text}`),
    shrunk.result.trace(),
    ...(exhaustive ? [] : [`Again: npm run simulate -- --scenario ${scenario.name} --schedules 1 --seed ${seed}`])
  ].join('\n');
}
