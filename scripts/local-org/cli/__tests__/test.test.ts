import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestReport } from '../../testing/report';
import { testCommand } from '../test';
import { printed, withProject } from './project-folder';

const CLASSES: Readonly<Record<string, string>> = {
  Half: `public class Half {
    public static Integer of(Integer n) {
      if (n == 0) {
        return 0;
      }
      return n / 2;
    }
  }`,
  HalfTest: `@IsTest private class HalfTest {
    @IsTest static void halves() { Assert.areEqual(2, Half.of(4)); }
  }`
};

const FAILING = `@IsTest private class FailingTest {
  @IsTest static void fails() {
    Assert.areEqual(1, Half.of(4), 'on purpose');
  }
}`;

const SWALLOWING = `@IsTest private class SwallowingTest {
  @IsTest static void swallows() {
    try { Approval.lock('001000000000001AAA'); } catch (Exception e) { Assert.isTrue(true); }
  }
}`;

interface Run {
  readonly status: number;
  readonly report: TestReport;
  readonly junit: string;
}

function run(more: Readonly<Record<string, string>> = {}, className?: string): Run {
  const files = Object.entries({ ...CLASSES, ...more }).map(([name, text]) => [
    `force-app/main/classes/${name}.cls`,
    text
  ]);
  return withProject(Object.fromEntries(files) as Record<string, string>, (root) => {
    const [json, junit] = [join(root, 'report.json'), join(root, 'report.xml')];
    const named = className === undefined ? {} : { class: className };
    const status = testCommand({ project: root, json, junit, quiet: false, ...named });
    return { status, report: JSON.parse(readFileSync(json, 'utf8')) as TestReport, junit: readFileSync(junit, 'utf8') };
  });
}

afterEach(() => jest.restoreAllMocks());

test('tests that pass are reported with the coverage of each class', () => {
  const lines = printed();
  const { status, report } = run();
  expect(report).toEqual({
    passed: 1,
    failed: 0,
    unsupported: 0,
    ms: expect.any(Number),
    coverage: { lines: 0.6667, classes: [{ name: 'Half', lines: 0.6667, uncovered: [4] }] },
    tests: [{ name: 'HalfTest.halves', outcome: 'passed', ms: expect.any(Number) }]
  });
  expect(status).toBe(0);
  expect(lines.at(-1)).toMatch(/^1 passed, 0 failed, 0 unsupported; 66\.7 % of lines covered/);
});

test('a failed test gives status 1, and its Apex line', () => {
  printed();
  const { status, report, junit } = run({ FailingTest: FAILING });
  expect([status, report.passed, report.failed]).toEqual([1, 1, 1]);
  expect(report.tests[0]?.message).toMatch(/on purpose[^]*FailingTest\.fails: line 3/);
  expect(junit).toContain('<testcase classname="FailingTest" name="fails"');
});

test('an unsupported call cannot be swallowed by the test, and gives status 1', () => {
  printed();
  const { status, report } = run({ SwallowingTest: SWALLOWING });
  expect([status, report.passed, report.failed, report.unsupported]).toEqual([1, 1, 0, 1]);
  expect(report.tests[1]).toMatchObject({
    outcome: 'unsupported',
    message: expect.stringContaining('Approval.lock') as string
  });
});

test('one class can be asked for; a class that is not there is a failure', () => {
  const lines = printed();
  expect(run({ FailingTest: FAILING }, 'halftest').status).toBe(0);
  expect(run({}, 'AbsentTest').status).toBe(1);
  expect(lines.at(-1)).toBe('There is no test class "AbsentTest".');
});

test('a program with compile errors runs no test', () => {
  expect(() => run({ Broken: 'public class Broken { Integer n = true; }' })).toThrow(/1 problem.*\n.*Broken.cls:1:/);
});
