import type { MethodInfo } from '../contracts/class-info';
import type { Waiting } from '../contracts/effect';
import type { OrgUser } from '../contracts/org';
import { failureText, isApexFailure } from '../platform/apex-failure';
import { runTestWork } from '../platform/test-run';
import { TestState } from '../platform/test-state';
import type { TransactionHost } from '../platform/transaction/run';
import type { ApexTransaction } from '../platform/transaction/transaction';
import { UnsupportedCall } from '../runtime/unsupported';
import type { TestClass } from './discover';
import type { TestResult } from './report';

export interface TestRunner {
  readonly host: TransactionHost;
  readonly user: OrgUser;
  /** Runs waiting code to its end without waiting: the sync driver. */
  drive<T>(work: Waiting<T>): T;
  /** Apex lines for the stack of an error. */
  trace(error: unknown): string;
  /** Wall time for the report, in milliseconds. */
  readonly now: () => number;
}

/** Runs one test method in a transaction that is always rolled back. */
export function runTestMethod(runner: TestRunner, test: TestClass, method: MethodInfo): TestResult {
  const name = `${test.info.displayName}.${method.name}`;
  const started = runner.now();
  const failure = attempt(runner, test, method);
  const ms = Math.round(runner.now() - started);
  if (failure === undefined) return { name, outcome: 'passed', ms };
  const outcome = failure instanceof UnsupportedCall ? 'unsupported' : 'failed';
  return { name, outcome, ms, message: describe(runner, failure) };
}

function attempt(runner: TestRunner, test: TestClass, method: MethodInfo): unknown {
  const { host } = runner;
  const outer = host.tx;
  const tx = host.org.begin({ kind: 'test', subject: test.info.name, user: runner.user, test: new TestState() });
  host.tx = tx;
  try {
    for (const setup of test.setup) runPart(runner, tx, test, setup);
    runPart(runner, tx, test, method);
    return undefined;
  } catch (error) {
    return error ?? new Error('The test ended with an empty error.');
  } finally {
    tx.rollback();
    host.tx = outer;
  }
}

/** A setup method or the test itself: each starts with fresh statics, limits and test state, on the same rows. */
function runPart(runner: TestRunner, tx: ApexTransaction, test: TestClass, method: MethodInfo): void {
  const { host, user } = runner;
  tx.beginTestPart(new TestState(), user);
  runner.drive(host.callStaticWaiting(test.info.name, method.key, []));
  // Asynchronous work of a test that never called stopTest runs when the method has ended.
  if (tx.test && tx.test.phase !== 'stopped') runner.drive(runTestWork(host, tx, tx.test));
}

function describe(runner: TestRunner, failure: unknown): string {
  return [textOf(failure), runner.trace(failure)].filter((part) => part !== '').join('\n');
}

/** For an error of the emulator its own stack matters; for everything else the Apex trace is enough. */
function textOf(failure: unknown): string {
  if (isApexFailure(failure)) return failureText(failure);
  if (failure instanceof UnsupportedCall) return failure.message;
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
