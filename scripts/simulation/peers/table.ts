import type { Row } from './row';

export interface Line {
  readonly row: Row;
  readonly served: number;
}

const HEADINGS = ['', 'version', 'answers lost', 'presentations/rotation', 'families revoked'];
const MORE_HEADINGS = ['recovered alone', 're-authorizations', 'workers served'];

/** The report as people read it; `wishes` is how often a worker wanted a token in each row. */
export function tableOf(lines: readonly Line[], wishes: number): string {
  const cells = lines.map(({ row, served }) => [
    row.name,
    row.version,
    row.faults ? String(row.lost) : 'none',
    row.presentationsPerRotation.toFixed(2),
    String(row.familiesRevoked),
    row.faults ? `${row.recoveredAlone} of ${row.lost}` : '-',
    String(row.reauthorizations),
    `${((100 * served) / wishes).toFixed(1)} %`
  ]);
  const all = [[...HEADINGS, ...MORE_HEADINGS], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  const aligned = (text: string, column: number): string =>
    column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return all.map((line) => line.map(aligned).join('  ').trimEnd()).join('\n');
}
