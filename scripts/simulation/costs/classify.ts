import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { BudgetName, Spending } from './budgets';

/** What the watch has noted of a transaction. */
export interface Traces {
  readonly queried: Set<string>;
  readonly enqueued: string[];
  readonly locked: Set<unknown>;
}

/** A transaction that has ended, by what can be seen from outside. */
export interface Seen {
  readonly kind: string;
  readonly subject: string;
  /** Objects that it queried, and classes of the jobs that it queued. */
  readonly queried: ReadonlySet<string>;
  readonly enqueued: readonly string[];
  /** How many connections it locked: one that turns out to be served already costs its queries, too. */
  readonly locked: number;
  readonly spent: Spending;
  /** The step of the sweep, where it is one. */
  readonly step: number | undefined;
}

/** Which budget it falls under, and for how many connections; undefined for what people do. */
export interface Classified {
  readonly budget: BudgetName;
  readonly connections: number;
}

/** Without these nobody looks at jobs or debts. */
const EVIDENCE = ['AsyncApexJob', 'Debt__c'];
/** What every announcement reads; an alert looks further, for whom to tell and how. */
const ANNOUNCED = ['Custody__c', 'Rotation_Event__c'];
const REPEATED_AT_MOST = 15;
const STEPS_OF_HOUSEKEEPING: readonly BudgetName[] = ['repeat', 'sum', 'purge'];

const FINALIZERS: Readonly<Record<string, BudgetName>> = { SweepJob: 'chain', DeliveryJob: 'deliveryEnd' };
const DELIVERED_AT_MOST = 10;

export function classify(seen: Seen): Classified | undefined {
  switch (seen.kind) {
    case 'event-trigger':
      return seen.subject === 'Refresh_Wanted__e' ? request(seen) : undefined;
    case 'aura':
      return person(seen);
    case 'queueable':
      return job(seen);
    case 'finalizer':
      return one(FINALIZERS[seen.subject] ?? (seen.spent.dml > 1 ? 'finalizerOwing' : 'finalizer'));
    case 'scheduled':
      return { budget: 'sweep', connections: seen.enqueued.length };
    default:
      throw new Error(`There is no budget for ${seen.kind} ${seen.subject}: add one to costs/budgets.ts.`);
  }
}

function person(seen: Seen): Classified | undefined {
  if (/^HerdRequests\.send/.test(seen.subject)) return one('send');
  return /\.ask(AsPerson)?\(/.test(seen.subject) ? request(seen) : undefined;
}

function request({ queried, enqueued, locked, spent }: Seen): Classified {
  if (queried.size === 0) return one('latched');
  const connections = Math.max(1, locked);
  if (EVIDENCE.some((object) => queried.has(object))) return { budget: 'evidence', connections };
  return { budget: enqueued.length === 0 && spent.dml === 0 ? 'idle' : 'lease', connections };
}

function job(seen: Seen): Classified {
  const { subject, spent, step } = seen;
  switch (subject) {
    case 'RotationJob':
      return one(spent.callouts > 1 ? 'rotationAgain' : spent.dml > 1 ? 'rotationOutlived' : 'rotation');
    case 'AnnounceJob':
      return one([...seen.queried].every((object) => ANNOUNCED.includes(object)) ? 'announcement' : 'alert');
    case 'SaveJob':
      return one('save');
    case 'ProbeJob':
      return one(spent.callouts > 1 ? 'trust' : 'question');
    case 'RevokeJob':
      return one('revocation');
    case 'DeliveryJob':
      return { budget: 'delivery', connections: DELIVERED_AT_MOST };
    case 'SweepJob':
      return sweepStep(step ?? 0);
    default:
      throw new Error(`There is no budget for the job ${subject}: add one to costs/budgets.ts.`);
  }
}

function sweepStep(step: number): Classified {
  const budget = STEPS_OF_HOUSEKEEPING[step] ?? 'step';
  return { budget, connections: budget === 'repeat' ? REPEATED_AT_MOST : 1 };
}

function one(budget: BudgetName): Classified {
  return { budget, connections: 1 };
}

/** The transaction with its counters as they stand. */
export function seenAs(tx: ApexTransaction, { queried, enqueued, locked }: Traces): Seen {
  const { limits } = tx;
  return {
    kind: tx.kind,
    subject: tx.subject.replace(/^tokenward(?:__|\.)/, ''),
    queried,
    enqueued,
    locked: locked.size,
    spent: {
      queries: limits.used('queries'),
      dml: limits.used('dmlStatements'),
      callouts: limits.used('callouts'),
      // What a full queue has refused is counted by the platform as well, and costs nobody anything.
      jobs: enqueued.length,
      publishes: limits.used('publishImmediateDml')
    },
    step: stepOf(tx)
  };
}

function stepOf({ job: queued }: ApexTransaction): number | undefined {
  if (!queued?.className.endsWith('SweepJob')) return undefined;
  const member = Object.entries(queued.target).find(([name]) => /^_?step/i.test(name));
  return typeof member?.[1] === 'number' ? member[1] : undefined;
}
