import pc from 'picocolors';
import { shareOf } from './limits';
import type { DayFigures } from './measure';
import type { Check } from './verdict';

/** The figures of one day as lines of text. */
export function dayLines(name: string, day: DayFigures): readonly string[] {
  return [
    pc.bold(name),
    `  ${day.transactions} transactions, ${day.presentations} presentations, states at the end: ${countsText(day.states)}`,
    '  closest to a limit:',
    ...day.peaks.map((peak) => {
      const share = `${(shareOf(peak) * 100).toFixed(1)} %`.padStart(8);
      return `    ${peak.limit.padEnd(20)} ${String(peak.used).padStart(6)} of ${String(peak.allowed).padEnd(6)}${share}  ${peak.by}`;
    }),
    '  queries by the index that leads:',
    ...day.queries.map((use) => {
      const where = `${use.object} by ${use.index ?? 'no index'}`.padEnd(36);
      return `    ${where} ${String(use.times).padStart(7)} times, at most ${use.mostReads} read for ${use.mostReturned} returned`;
    })
  ];
}

export function checkLine({ ok, name, detail }: Check): string {
  return `${ok ? pc.green('✓') : pc.red('✗')} ${name}: ${detail}`;
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}
