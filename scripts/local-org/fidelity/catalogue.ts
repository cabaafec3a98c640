import type { Fidelity } from '../contracts/library';

/** One behaviour of the platform that the local org claims to have, and how we know what the platform does. */
export interface Behaviour {
  readonly id: string;
  readonly area: Area;
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly source: string;
}

export type Area =
  | 'Transactions'
  | 'Platform Cache'
  | 'Queueable and finalizers'
  | 'Platform events'
  | 'Callouts'
  | 'Limits'
  | 'Tests'
  | 'Security';

const GUIDE = 'Apex Developer Guide';

/** Each entry is proven by a test that carries its id (see `proves`); a check refuses entries without one. */
export const BEHAVIOURS: readonly Behaviour[] = [
  exact(
    'tx.rollback',
    'Transactions',
    'An uncaught error undoes everything the transaction did',
    `${GUIDE}, Transaction Control`
  ),
  exact(
    'tx.read-committed',
    'Transactions',
    'Queries see what others have committed, under the own changes',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.for-update-waits',
    'Transactions',
    'FOR UPDATE waits for the holder and returns a fresh copy',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.for-update-timeout',
    'Transactions',
    'FOR UPDATE gives up after 10 seconds with a QueryException',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.callout-releases-locks',
    'Transactions',
    'A callout releases the locks of FOR UPDATE',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.savepoint',
    'Transactions',
    'Rolling back to a savepoint keeps what came before it',
    `${GUIDE}, Transaction Control`
  ),
  exact(
    'tx.update-waits',
    'Transactions',
    'A change of a row waits for whoever holds it, and fails with UNABLE_TO_LOCK_ROW after 10 seconds',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.locks-let-readers-pass',
    'Transactions',
    'A locked row can still be queried, as it was last committed',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.savepoint-work',
    'Transactions',
    'Jobs and after-commit events behind a savepoint vanish with it; immediate events do not',
    `${GUIDE}, Transaction Control, and Platform Events Developer Guide`
  ),
  exact(
    'tx.unique',
    'Transactions',
    'A unique value is refused twice, also while the first insert is not committed yet',
    'Object Reference; the wait is how databases do it and is not documented'
  ),
  exact(
    'cache.visible-on-commit',
    'Platform Cache',
    'A put is visible to others only when its request has succeeded',
    `${GUIDE}, Platform Cache Internals`
  ),
  exact(
    'cache.memoised',
    'Platform Cache',
    'A key read twice in one request gives the same value',
    `${GUIDE}, Platform Cache Internals`
  ),
  exact(
    'cache.rolled-back',
    'Platform Cache',
    'A failed request leaves nothing in the cache',
    `${GUIDE}, Platform Cache Internals`
  ),
  approximate(
    'cache.race',
    'Platform Cache',
    'Of two racing puts one wins by chance (here: a fair coin)',
    `${GUIDE}, Platform Cache Considerations`
  ),
  exact(
    'cache.no-capacity',
    'Platform Cache',
    'Without capacity put and get do nothing and raise nothing',
    `${GUIDE}, Platform Cache Partitions`
  ),
  exact(
    'cache.ttl',
    'Platform Cache',
    'A time to live under 300 seconds or over 48 hours is refused',
    `${GUIDE}, Platform Cache Limits`
  ),
  exact(
    'cache.expires',
    'Platform Cache',
    'An entry is gone when its time to live is over',
    `${GUIDE}, Platform Cache Limits`
  ),
  approximate(
    'cache.evicted',
    'Platform Cache',
    'Entries may vanish at any time (here: when a test or simulation says so)',
    `${GUIDE}, Platform Cache Considerations`
  ),
  approximate(
    'cache.limits',
    'Platform Cache',
    'Keys are alphanumeric and at most 50 characters long, items at most 100 KB (sizes are estimated)',
    `${GUIDE}, Platform Cache Limits`
  ),
  exact(
    'cache.partition-missing',
    'Platform Cache',
    'A partition that does not exist is noticed only when it is asked for',
    `${GUIDE}, Platform Cache Partitions`
  ),
  approximate(
    'cache.copies',
    'Platform Cache',
    'The cache holds copies without transient members (also within the request that put them, which is not documented)',
    `${GUIDE}, Platform Cache Internals`
  ),
  exact(
    'queueable.after-commit',
    'Queueable and finalizers',
    'A job runs only if the transaction that queued it committed',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.transient',
    'Queueable and finalizers',
    'A job gets a copy of its members, without the transient ones',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.one-child',
    'Queueable and finalizers',
    'Asynchronous Apex may queue one job',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.signature',
    'Queueable and finalizers',
    'Duplicate signatures are refused while the other job waits, not while it runs',
    `${GUIDE}, Detecting Duplicate Queueable Jobs`
  ),
  exact(
    'queueable.delay',
    'Queueable and finalizers',
    'A delayed job does not start before its time',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.not-serializable',
    'Queueable and finalizers',
    'A job with a member that cannot be serialized is refused',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'queueable.fifty',
    'Queueable and finalizers',
    'Synchronous and scheduled Apex may queue 50 jobs',
    `${GUIDE}, Execution Governors and Limits`
  ),
  exact(
    'queueable.depth',
    'Queueable and finalizers',
    'A chain ends at the depth that AsyncOptions asked for; AsyncInfo tells how deep it is',
    `${GUIDE}, Controlling Queueable Chaining`
  ),
  exact(
    'queueable.status',
    'Queueable and finalizers',
    'AsyncApexJob goes from Queued to Processing to Completed or Failed, or to Aborted',
    'Object Reference, AsyncApexJob'
  ),
  exact(
    'queueable.user',
    'Queueable and finalizers',
    'A job and its finalizer run as the user who queued it',
    `${GUIDE}, Queueable Apex`
  ),
  exact(
    'finalizer.state',
    'Queueable and finalizers',
    'A finalizer sees the state it had when its job ended, also after a limit error',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.not-after-kill',
    'Queueable and finalizers',
    'No finalizer runs when the platform kills the request',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.five',
    'Queueable and finalizers',
    'A finalizer may queue a failed job again five times in a row',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.own-transaction',
    'Queueable and finalizers',
    'A finalizer has a transaction and limits of its own, and may do DML and callouts after a failed job',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'finalizer.once',
    'Queueable and finalizers',
    'A job has at most one finalizer, and only a queueable can attach one',
    `${GUIDE}, Transaction Finalizers`
  ),
  exact(
    'schedule.fires',
    'Queueable and finalizers',
    'Scheduled Apex runs at its times in the time zone of its user, whose synchronous limits it has',
    `${GUIDE}, Apex Scheduler`
  ),
  exact(
    'schedule.no-callout',
    'Queueable and finalizers',
    'Scheduled Apex cannot call out; a job that it queues can',
    `${GUIDE}, Apex Scheduler`
  ),
  exact(
    'events.immediate',
    'Platform events',
    'Publish-immediately events survive the rollback of their publisher',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.immediate-early',
    'Platform events',
    'A subscriber of an immediate event may run before its publisher has committed',
    `${GUIDE}, EventBus Class`
  ),
  exact(
    'events.after-commit',
    'Platform events',
    'Publish-after-commit events vanish with their transaction',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.checkpoint',
    'Platform events',
    'Events after a resume checkpoint come again',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.retry',
    'Platform events',
    'A trigger that throws RetryableException gets its events again, at most nine times',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.user',
    'Platform events',
    'Event triggers run as Automated Process unless a user is configured',
    'Platform Events Developer Guide'
  ),
  exact(
    'callout.pending-work',
    'Callouts',
    'A callout after DML or enqueueJob is refused; after an immediate publish or a cache put it is not',
    `${GUIDE}, Callout Limits and Limitations`
  ),
  exact(
    'callout.remote-site',
    'Callouts',
    'A host without remote site is an unauthorized endpoint',
    `${GUIDE}, Adding Remote Site Settings`
  ),
  exact(
    'callout.savepoint',
    'Callouts',
    'A callout needs all savepoints released, and what followed them committed or undone',
    `${GUIDE}, Transaction Control`
  ),
  approximate(
    'callout.contexts',
    'Callouts',
    'Triggers, scheduled Apex and queueables without AllowsCallouts cannot call out (texts as users report them)',
    `${GUIDE}, Queueable Apex and Apex Scheduler`
  ),
  exact(
    'callout.timeouts',
    'Callouts',
    'A callout ends at its timeout, and all callouts of a transaction together after 120 seconds',
    `${GUIDE}, Callout Limits and Limitations`
  ),
  approximate('callout.failures', 'Callouts', 'Texts of transport failures', 'Reports of users; not documented'),
  exact('limits.uncatchable', 'Limits', 'A limit error cannot be caught', `${GUIDE}, Execution Governors and Limits`),
  exact(
    'limits.counts',
    'Limits',
    'Queries, rows, DML, callouts, jobs and publishes are counted, and one too many ends the transaction',
    `${GUIDE}, Execution Governors and Limits`
  ),
  exact(
    'limits.by-context',
    'Limits',
    'Queueables have asynchronous limits, scheduled Apex synchronous ones, finalizers both',
    `${GUIDE}, Execution Governors and Limits, and Transaction Finalizers`
  ),
  exact('limits.settings-free', 'Limits', 'Reading custom settings costs no query', `${GUIDE}, Custom Settings`),
  exact(
    'limits.stack-depth',
    'Limits',
    'The thousandth nested call is the last',
    `${GUIDE}, Execution Governors and Limits`
  ),
  approximate(
    'limits.cpu',
    'Limits',
    'CPU time is limited (here: a thousand statements are a millisecond, in tests and anonymous Apex)',
    `${GUIDE}, Execution Governors and Limits`
  ),
  exact(
    'test.stop-runs-jobs',
    'Tests',
    'stopTest runs the jobs and delivers the events of the test',
    `${GUIDE}, Using Limits, startTest, and stopTest`
  ),
  exact(
    'test.isolation',
    'Tests',
    'Each test starts from an org without records, plus those of @TestSetup, and leaves none; statics and cache are fresh',
    `${GUIDE}, Isolation of Test Data, and Using Test Setup Methods`
  ),
  exact(
    'test.fresh-limits',
    'Tests',
    'startTest gives the test limits, and pending work, of its own until stopTest; it can be called once',
    `${GUIDE}, Using Limits, startTest, and stopTest`
  ),
  exact(
    'test.run-as',
    'Tests',
    'System.runAs changes the user for its block, however the block ends',
    `${GUIDE}, Using the runAs Method`
  ),
  exact(
    'test.read-only',
    'Tests',
    'In read-only mode writes are refused and callouts go out',
    `${GUIDE}, Apex Callouts in Read-Only Mode`
  ),
  exact('test.assert-uncatchable', 'Tests', 'A failed assertion cannot be caught', 'Apex Reference Guide, Assert Class'),
  exact('test.no-callouts', 'Tests', 'A callout in a test needs a mock', `${GUIDE}, Testing HTTP Callouts`),
  exact(
    'unsupported.stops',
    'Tests',
    'What the local org lacks stops the run with its name; no catch or finally of Apex runs',
    'Our own rule'
  ),
  exact(
    'security.user-mode',
    'Security',
    'User mode enforces the object and field permissions of the user',
    `${GUIDE}, Enforce User Mode for Database Operations`
  ),
  exact(
    'security.system-mode',
    'Security',
    'Apex runs in system mode unless it asks for user mode (API versions up to 66)',
    `${GUIDE}, Enforce User Mode for Database Operations`
  ),
  exact(
    'security.jobs-hidden',
    'Security',
    'Users without View Setup cannot read AsyncApexJob in user mode',
    'Object Reference, AsyncApexJob'
  ),
  exact(
    'security.read-only-objects',
    'Security',
    'Objects that only the platform writes, such as AsyncApexJob, refuse DML',
    'Object Reference'
  ),
  exact(
    'security.mixed-dml',
    'Security',
    'Setup objects and others cannot be written in one transaction',
    `${GUIDE}, sObjects That Cannot Be Used Together in DML Operations`
  ),
  approximate(
    'security.protected',
    'Security',
    'Protected objects do not exist for the code of other packages (dynamic queries and describe run as the first package of the org)',
    'Second-Generation Managed Packaging Developer Guide'
  ),
  exact(
    'security.global-only',
    'Security',
    'Other packages see only what is global',
    'Second-Generation Managed Packaging Developer Guide'
  )
];

function exact(id: string, area: Area, text: string, source: string): Behaviour {
  return { id, area, text, fidelity: 'exact', source };
}

function approximate(id: string, area: Area, text: string, source: string): Behaviour {
  return { id, area, text, fidelity: 'approximate', source };
}

/** The title of the test that proves a behaviour: the check finds it by the id in brackets. */
export function proves(id: string): string {
  const behaviour = BEHAVIOURS.find((candidate) => candidate.id === id);
  if (!behaviour) throw new Error(`No behaviour is called '${id}': add it to the catalogue first.`);
  return `${behaviour.text} [${id}]`;
}
