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

const APPROXIMATE: Readonly<Record<string, LimitKind>> = { CpuTime: 'cpuTime', HeapSize: 'heapSize' };

function getters(kinds: Readonly<Record<string, LimitKind>>): Record<string, PlainImplementation> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]): [string, PlainImplementation][] => [
      [`get${name}()`, (rt) => rt.tx.limits.used(kind)],
      [`getLimit${name}()`, (rt) => rt.tx.limits.allowed(kind)]
    ])
  );
}

export const exactLimits = implement('System.Limits', getters(COUNTED));

export const approximateLimits = implement('System.Limits', getters(APPROXIMATE), {
  fidelity: 'approximate',
  note: 'CPU time and heap are not measured: the counters stay at what code has reported.'
});
