import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { equalValues } from '../../../runtime/equality';
import { AssertionFailure } from '../../../runtime/exceptions';
import { textOf } from '../../../runtime/text';
import { castName, typeName } from '../../../runtime/type-name';
import type { TypeValue } from '../../../runtime/type-value';

/** 'Assertion Failed: message: details', both parts only where there is one. */
function fail(rt: Runtime, message: unknown, details: string | undefined): never {
  const said = message === undefined || message === null ? undefined : textOf(rt, message);
  throw new AssertionFailure(['Assertion Failed', said, details].filter((part) => part !== undefined).join(': '));
}

function truth(rt: Runtime, actual: boolean | null, expected: boolean, message?: unknown): void {
  if (actual !== expected) fail(rt, message, undefined);
}

function equal(rt: Runtime, expected: unknown, actual: unknown, message?: unknown): void {
  if (equalValues(rt, expected, actual)) return;
  fail(rt, message, `Expected: ${textOf(rt, expected)}, Actual: ${textOf(rt, actual)}`);
}

function notEqual(rt: Runtime, unwanted: unknown, actual: unknown, message?: unknown): void {
  if (equalValues(rt, unwanted, actual)) fail(rt, message, `Same value: ${textOf(rt, unwanted)}`);
}

function instance(rt: Runtime, value: unknown, type: TypeValue, wanted: boolean, message?: unknown): void {
  if (rt.instanceOf(value, type.ref) === wanted) return;
  const actual = value === null ? 'null' : castName(rt, rt.typeOf(value));
  const expected = `${wanted ? '' : 'not '}${typeName(rt, type.ref)}`;
  fail(rt, message, `Expected type: ${expected}, Actual type: ${actual}`);
}

/** Each assertion comes with and without a message. */
function withMessage(
  name: string,
  parameters: string,
  check: (rt: Runtime, ...args: never[]) => void
): Record<string, PlainImplementation> {
  return { [`${name}(${parameters})`]: check, [`${name}(${parameters},String)`]: check };
}

export const asserts = [
  ...implement('System.Assert', {
    ...withMessage('areEqual', 'Object,Object', equal),
    ...withMessage('areNotEqual', 'Object,Object', notEqual),
    'fail()': (rt) => fail(rt, undefined, undefined),
    'fail(String)': (rt, message: string | null) => fail(rt, message, undefined),
    ...withMessage('isTrue', 'Boolean', (rt, actual: boolean | null, message?: unknown) =>
      truth(rt, actual, true, message)
    ),
    ...withMessage('isFalse', 'Boolean', (rt, actual: boolean | null, message?: unknown) =>
      truth(rt, actual, false, message)
    ),
    ...withMessage('isNull', 'Object', (rt, actual: unknown, message?: unknown) => equal(rt, null, actual, message)),
    ...withMessage('isNotNull', 'Object', (rt, actual: unknown, message?: unknown) =>
      notEqual(rt, null, actual, message)
    )
  }),
  ...implement(
    'System.Assert',
    {
      ...withMessage(
        'isInstanceOfType',
        'Object,System.Type',
        (rt, value: unknown, type: TypeValue, message?: unknown) => instance(rt, value, type, true, message)
      ),
      ...withMessage(
        'isNotInstanceOfType',
        'Object,System.Type',
        (rt, value: unknown, type: TypeValue, message?: unknown) => instance(rt, value, type, false, message)
      )
    },
    { fidelity: 'approximate', note: 'The wording of a failure is not documented.' }
  ),
  ...implement('System.System', {
    'assert(Boolean)': (rt, actual: boolean | null) => truth(rt, actual, true),
    'assert(Boolean,Object)': (rt, actual: boolean | null, message: unknown) => truth(rt, actual, true, message),
    'assertEquals(Object,Object)': equal,
    'assertEquals(Object,Object,Object)': equal,
    'assertNotEquals(Object,Object)': notEqual,
    'assertNotEquals(Object,Object,Object)': notEqual
  })
];
