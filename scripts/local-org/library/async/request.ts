import { implement } from '../../contracts/library';
import type { TransactionKind } from '../../contracts/transaction';
import { typeRef } from '../../contracts/type-ref';
import { txOf } from '../../platform/host';
import { platformEnumValue } from '../../runtime/enum';
import { PlatformObject } from '../../runtime/object';

class RequestValue extends PlatformObject {
  readonly apexType = typeRef('System.Request');
}

/** Apex Reference, Quiddity Enum. Event triggers run as work of the platform, which it files under synchronous. */
const QUIDDITIES: Readonly<Record<TransactionKind, string>> = {
  anonymous: 'ANONYMOUS',
  aura: 'AURA',
  test: 'RUNTEST_SYNC',
  queueable: 'QUEUEABLE',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  'event-trigger': 'SYNCHRONOUS',
  scheduled: 'SCHEDULED',
  batch: 'BATCH_APEX',
  future: 'FUTURE',
  rest: 'REST'
};

export const requests = implement(
  'System.Request',
  {
    'getCurrent()': () => new RequestValue(),
    'getQuiddity()': (rt) => platformEnumValue('System.Quiddity', QUIDDITIES[txOf(rt).kind]),
    'getRequestId()': (rt) => txOf(rt).requestId
  },
  { fidelity: 'approximate', note: 'Ids of requests are made up; the quiddity of event triggers is a guess.' }
);
