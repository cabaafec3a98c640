import { implement, implementWaiting } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { hostOf, txOf } from '../../platform/host';
import { deliverTestEvents, runTestWork } from '../../platform/test-run';
import type { TestState } from '../../platform/test-state';
import { mockKey } from '../../platform/test-state';
import { throwApex } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';
import type { ApexDatetime } from '../../runtime/datetime';
import type { ApexId } from '../../runtime/id';
import type { TypeValue } from '../../runtime/type-value';

class TestBrokerValue extends PlatformObject {
  readonly apexType = typeRef('EventBus.TestBroker');
}

function testOf(rt: Runtime, method: string): TestState {
  const { test } = txOf(rt);
  if (!test) throwApex('System.UnexpectedException', `Test.${method} can only be called from a test method.`);
  return test;
}

function startTest(rt: Runtime): void {
  const test = testOf(rt, 'startTest');
  if (test.phase !== 'before') throwApex('System.FinalException', 'Testing already started');
  test.phase = 'started';
  test.limitsBefore = txOf(rt).freshLimits();
}

export const testMethods = implement('System.Test', {
  'isRunningTest()': (rt) => txOf(rt).test !== undefined,
  'startTest()': startTest,
  'setMock(System.Type,Object)': (rt, type: TypeValue, mock: object) => {
    const { mocks } = testOf(rt, 'setMock');
    mocks.set(mockKey(hostOf(rt).org.code.namespace(), type.ref.name), mock);
  },
  'getEventBus()': () => new TestBrokerValue(),
  'setReadOnlyApplicationMode(Boolean)': (rt, on: boolean) => {
    testOf(rt, 'setReadOnlyApplicationMode').readOnly = on;
  },
  'setCreatedDate(Id,Datetime)': (rt, id: ApexId, at: ApexDatetime) => {
    testOf(rt, 'setCreatedDate');
    const { org } = hostOf(rt);
    const object = org.schema.projectObjects().find((candidate) => candidate.keyPrefix === id.keyPrefix);
    if (!object) throwApex('System.TypeException', `No object of this project has records with the id ${id.value}.`);
    org.data.updateSystemRow(txOf(rt).session, object.name, id.value, { CreatedDate: at });
  }
});

export const testWaits = implementWaiting('System.Test', {
  *'stopTest()'(rt: Runtime) {
    const test = testOf(rt, 'stopTest');
    const tx = txOf(rt);
    if (test.phase !== 'started') throwApex('System.FinalException', 'Testing has not started');
    test.phase = 'stopped';
    yield* runTestWork(hostOf(rt), tx, test);
    if (test.limitsBefore) tx.limits = test.limitsBefore;
    tx.forgetPending();
  }
});

export const testBroker = implementWaiting('EventBus.TestBroker', {
  *'deliver()'(rt: Runtime) {
    yield* deliverTestEvents(hostOf(rt), txOf(rt), testOf(rt, 'getEventBus().deliver'));
  }
});
