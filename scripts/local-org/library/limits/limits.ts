import { implement } from '../../contracts/library';
import type { PlainImplementation } from '../../contracts/library';
import type { LimitKind } from '../../contracts/transaction';

/** Limits.getX() and Limits.getLimitX(), by the name between them. */
const COUNTED: Readonly<Record<string, LimitKind>> = {
  Queries: 'queries',
  QueryRows: 'queryRows',
  AggregateQueries: 'aggregateQueries',
  DmlStatements: 'dmlStatements',
  DmlRows: 'dmlRows',
  Callouts: 'callouts',
  QueueableJobs: 'queueableJobs',
  FutureCalls: 'futureCalls',
  PublishImmediateDML: 'publishImmediateDml',
  EmailInvocations: 'emailInvocations',
  SoslQueries: 'soslQueries'
};

function getters(kinds: Readonly<Record<string, LimitKind>>): Record<string, PlainImplementation> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]): [string, PlainImplementation][] => [
      [`get${name}()`, (rt) => rt.tx.limits.used(kind)],
      [`getLimit${name}()`, (rt) => rt.tx.limits.allowed(kind)]
    ])
  );
}

export const exactLimits = implement('System.Limits', getters(COUNTED));

export const cpuTime = implement('System.Limits', getters({ CpuTime: 'cpuTime' }), {
  fidelity: 'approximate',
  note: 'CPU time counts turns of loops, and in tests and anonymous Apex statements, a thousand to a millisecond.'
});

export const heapSize = implement('System.Limits', getters({ HeapSize: 'heapSize' }), {
  fidelity: 'approximate',
  note: 'The heap is not measured: its size stays 0.'
});

/** What nothing in the local org uses, with what the Apex Developer Guide allows of it. */
const IDLE: Readonly<Record<string, number>> = {
  ApexCursorRows: 50_000_000,
  FetchCallsOnApexCursor: 10,
  AsyncCalls: 200,
  MobilePushApexCalls: 10,
  QueryLocatorRows: 10_000
};

export const idleLimits = implement(
  'System.Limits',
  Object.fromEntries(
    Object.entries(IDLE).flatMap(([name, limit]): [string, PlainImplementation][] => [
      [`get${name}()`, () => 0],
      [`getLimit${name}()`, () => limit]
    ])
  ),
  { fidelity: 'approximate', note: 'Cursors, query locators and pushes are not counted: their use stays 0.' }
);
