import { writeFileSync } from 'node:fs';
import pc from 'picocolors';
import { bootPlain } from '../boot/boot';
import { compile, openWorkspace } from '../boot/workspace';
import { readProject } from '../project';
import { loadPlatformTypes } from '../types';
import type { TestReport, TestResult } from '../testing/report';
import { toJUnit } from '../testing/report';
import { runSuite } from '../testing/suite';

interface TestOptions {
  readonly project: string;
  readonly class?: string;
  readonly json?: string;
  readonly junit?: string;
  readonly quiet: boolean;
}

export function testCommand(options: TestOptions): number {
  const workspace = openWorkspace([readProject(options.project)], loadPlatformTypes());
  const { program } = compile(workspace, 'plain', true);
  const runner = bootPlain(workspace, program);
  const report = runSuite(runner, program.units, runner.host.classes.all(), {
    className: options.class,
    onResult: (result) => printResult(result, options.quiet)
  });
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (options.junit !== undefined) writeFileSync(options.junit, toJUnit(report));
  printSummary(report);
  if (report.tests.length === 0) {
    console.error(
      pc.red(options.class === undefined ? 'The project has no tests.' : `There is no test class "${options.class}".`)
    );
    return 1;
  }
  return report.failed === 0 && report.unsupported === 0 ? 0 : 1;
}

function printResult(result: TestResult, quiet: boolean): void {
  if (result.outcome === 'passed') {
    if (!quiet) console.log(`${pc.green('✓')} ${result.name} ${pc.dim(`${result.ms} ms`)}`);
    return;
  }
  console.log(
    `${pc.red(result.outcome === 'failed' ? '✗' : '?')} ${result.name}\n    ${(result.message ?? '').replaceAll('\n', '\n    ')}`
  );
}

function printSummary(report: TestReport): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const worst = [...report.coverage.classes].sort((a, b) => a.lines - b.lines).slice(0, 5);
  for (const { name, lines } of worst.filter((entry) => entry.lines < 0.9))
    console.log(pc.yellow(`  ${name}: ${percent(lines)} covered`));
  console.log(
    `${report.passed} passed, ${report.failed} failed, ${report.unsupported} unsupported; ` +
      `${percent(report.coverage.lines)} of lines covered, ${(report.ms / 1000).toFixed(1)} s`
  );
}
