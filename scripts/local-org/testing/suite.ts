import type { CompiledUnit } from '../contracts/program';
import type { ClassInfo } from '../contracts/class-info';
import { CoverageRecorder, coverageOf } from './coverage';
import { discoverTests } from './discover';
import type { TestReport, TestResult } from './report';
import { summarise } from './report';
import type { TestRunner } from './run-test';
import { runTestMethod } from './run-test';

export interface SuiteOptions {
  readonly className?: string | undefined;
  /** Told of each result as it comes. */
  readonly onResult?: (result: TestResult) => void;
}

/** Runs the test classes of a program one after the other, and says what they covered. */
export function runSuite(
  runner: TestRunner,
  units: readonly CompiledUnit[],
  classes: readonly ClassInfo[],
  options: SuiteOptions = {}
): TestReport {
  const recorder = new CoverageRecorder(units);
  runner.host.org.coverage = recorder;
  const started = runner.now();
  const tests: TestResult[] = [];
  for (const testClass of discoverTests(classes, options.className)) {
    for (const method of testClass.methods) {
      const result = runTestMethod(runner, testClass, method);
      tests.push(result);
      options.onResult?.(result);
    }
  }
  return summarise(tests, coverageOf(units, recorder), Math.round(runner.now() - started));
}
