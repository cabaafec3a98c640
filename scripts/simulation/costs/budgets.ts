/** What a transaction of one kind may spend. */
export interface Spending {
  readonly queries: number;
  readonly dml: number;
  readonly callouts: number;
  readonly jobs: number;
  readonly publishes: number;
}

/** A row of the budget table: fixed, and so much more for each connection that the transaction serves. */
export interface Budget {
  readonly name: string;
  readonly fixed: Spending;
  readonly each: Spending;
}

const NOTHING: Spending = { queries: 0, dml: 0, callouts: 0, jobs: 0, publishes: 0 };

function budget(name: string, fixed: Partial<Spending>, each: Partial<Spending> = {}): Budget {
  return { name, fixed: { ...NOTHING, ...fixed }, each: { ...NOTHING, ...each } };
}

/** docs/protocol.md shows the same table; a test compares them. */
export const BUDGETS = {
  send: budget('send', { queries: 1, callouts: 1, publishes: 1 }),
  latched: budget('T1 stopped by the latch', {}),
  idle: budget('T1 that finds nothing to do', { queries: 1 }, { queries: 2 }),
  lease: budget('T1 that leases', { queries: 1 }, { queries: 2, dml: 1, jobs: 1 }),
  evidence: budget('T1 that weighs a doubt or a lease', { queries: 4 }, { queries: 2, dml: 1, jobs: 1 }),
  rotation: budget('T2', { queries: 2, dml: 1, callouts: 1 }),
  rotationAgain: budget('T2 that asks first or presents again', { queries: 2, dml: 1, callouts: 2 }),
  rotationOutlived: budget('T2 whose grant was replaced', { queries: 2, dml: 2, callouts: 1 }),
  finalizer: budget('finalizer', { queries: 1, dml: 1, jobs: 1 }),
  finalizerOwing: budget('finalizer that notes a debt', { queries: 1, dml: 2, jobs: 1 }),
  save: budget('save job', { queries: 2, dml: 2, jobs: 1 }),
  announcement: budget('announcement', { queries: 2, dml: 3, jobs: 1, publishes: 1 }),
  alert: budget('announcement that alerts the owner', { queries: 4, dml: 5, jobs: 1, publishes: 1 }),
  question: budget('question about a doubt', { queries: 2, dml: 1, callouts: 1, jobs: 1 }),
  trust: budget('question about a fresh grant', { queries: 2, dml: 1, callouts: 2 }),
  revocation: budget('revocation', { queries: 6, dml: 3, callouts: 10, jobs: 1 }),
  sweep: budget('sweep of the hour', { queries: 6, dml: 1, jobs: 2, publishes: 1 }, { queries: 1, dml: 1, jobs: 1 }),
  step: budget('sweep step', { queries: 3, dml: 1, jobs: 1, publishes: 1 }),
  delivery: budget('delivery', { queries: 2 }, { queries: 2, dml: 2 }),
  deliveryEnd: budget('finalizer of a delivery', { queries: 1, dml: 2, jobs: 1 }),
  repeat: budget('housekeeping: repeat', { queries: 3 }, { queries: 4, dml: 5, publishes: 1 }),
  sum: budget('housekeeping: sum', { queries: 2, dml: 1 }),
  purge: budget('housekeeping: purge', { queries: 1, dml: 1 }),
  chain: budget('finalizer of a sweep step', { jobs: 1 })
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof BUDGETS;

/** What so many connections may cost. */
export function allowance(name: BudgetName, connections: number): Spending {
  const { fixed, each }: Budget = BUDGETS[name];
  const of = (kind: keyof Spending): number => fixed[kind] + each[kind] * connections;
  return {
    queries: of('queries'),
    dml: of('dml'),
    callouts: of('callouts'),
    jobs: of('jobs'),
    publishes: of('publishes')
  };
}
