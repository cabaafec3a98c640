/** What `npm run apex -- test --json FILE` writes. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly ms: number;
  readonly coverage: CoverageReport;
  readonly tests: readonly TestResult[];
}

export interface CoverageReport {
  /** Share of all executable lines, 0 to 1. */
  readonly lines: number;
  readonly classes: readonly ClassCoverage[];
}

export interface ClassCoverage {
  readonly name: string;
  /** Share of this class's executable lines; 1 where it has none. */
  readonly lines: number;
  readonly uncovered: readonly number[];
}

export type TestOutcome = 'passed' | 'failed' | 'unsupported';

export interface TestResult {
  /** 'Class.method'. */
  readonly name: string;
  readonly outcome: TestOutcome;
  readonly ms: number;
  readonly message?: string;
}

export function summarise(tests: readonly TestResult[], coverage: CoverageReport, ms: number): TestReport {
  const count = (outcome: TestOutcome): number => tests.filter((test) => test.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed'), unsupported: count('unsupported'), ms, coverage, tests };
}

/** JUnit's XML, as CI systems read it. */
export function toJUnit(report: TestReport): string {
  const cases = report.tests.map((test) => {
    const [className = '', method = ''] = splitName(test.name);
    const open = `    <testcase classname="${escape(className)}" name="${escape(method)}" time="${(test.ms / 1000).toFixed(3)}"`;
    if (test.outcome === 'passed') return `${open}/>`;
    const kind = test.outcome === 'unsupported' ? 'error' : 'failure';
    return `${open}>\n      <${kind} message="${escape(test.message ?? '')}"/>\n    </testcase>`;
  });
  const attributes =
    `tests="${report.tests.length}" failures="${report.failed}" errors="${report.unsupported}" ` +
    `time="${(report.ms / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="Apex" ${attributes}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    ''
  ].join('\n');
}

function splitName(name: string): [string, string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
