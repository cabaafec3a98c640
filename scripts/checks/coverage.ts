/** Line coverage that the package must not fall below: of all of it, and of each class. */
const ALL = 0.9;
const EACH = 0.75;

/** One line for each shortfall in the coverage of a report of Apex tests; a report without coverage is one. */
export function thinlyCovered(coverage: unknown): readonly string[] {
  if (!isCoverage(coverage)) return ['The report of the Apex tests says nothing about coverage.'];
  const whole =
    coverage.lines < ALL ? [`${percent(coverage.lines)} of all lines are covered; ${percent(ALL)} are wanted.`] : [];
  const classes = coverage.classes
    .filter(({ lines }) => lines < EACH)
    .map(({ name, lines }) => `${name}: ${percent(lines)} of its lines are covered; ${percent(EACH)} are wanted.`);
  return [...whole, ...classes];
}

interface Coverage {
  readonly lines: number;
  readonly classes: readonly { readonly name: string; readonly lines: number }[];
}

function isCoverage(value: unknown): value is Coverage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'lines' in value &&
    typeof value.lines === 'number' &&
    'classes' in value &&
    Array.isArray(value.classes)
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
