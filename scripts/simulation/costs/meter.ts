import type { ApexTransaction } from '../../local-org/platform/transaction/transaction';
import type { OrgWatch, RanQuery } from '../../local-org/platform/watch';
import type { BudgetName, Spending } from './budgets';
import { allowance, BUDGETS } from './budgets';
import type { Traces } from './classify';
import { classify, seenAs } from './classify';

/** How often a kind of transaction was committed, and the most that one of them spent. */
export interface Cost {
  times: number;
  readonly most: Record<keyof Spending, number>;
}

const CONNECTION = 'tokenward__Connection_Uid__c';

/** Compares every transaction that commits with its budget. */
export class CostMeter implements OrgWatch {
  readonly costs = new Map<BudgetName, Cost>();
  /** One line for each kind of excess. */
  readonly excesses = new Set<string>();
  readonly #traces = new WeakMap<ApexTransaction, Traces>();

  queried({ env, plan }: RanQuery): void {
    if (plan.object.kind === 'metadata') return;
    const { queried, locked } = this.#of(env.rt.tx as ApexTransaction);
    queried.add(plan.object.name.replace('tokenward__', ''));
    if (plan.query.forClause !== 'UPDATE') return;
    const keys = plan.where?.filters.filter(({ field }) => field.name === CONNECTION) ?? [];
    for (const { values } of keys) for (const uid of values?.(env) ?? []) locked.add(uid);
  }

  enqueued(tx: ApexTransaction, className: string): void {
    this.#of(tx).enqueued.push(className.replace('tokenward.', ''));
  }

  ended(tx: ApexTransaction, committed: boolean): void {
    if (!committed) return;
    const seen = seenAs(tx, this.#of(tx));
    const classified = classify(seen);
    if (!classified) return;
    const { budget, connections } = classified;
    const cost = this.#cost(budget);
    cost.times += 1;
    const allowed = allowance(budget, connections);
    for (const kind of KINDS) {
      cost.most[kind] = Math.max(cost.most[kind], seen.spent[kind]);
      if (seen.spent[kind] <= allowed[kind]) continue;
      this.excesses.add(
        `${BUDGETS[budget].name} (${seen.subject}): ${seen.spent[kind]} ${kind}, ${allowed[kind]} allowed`
      );
    }
  }

  #of(tx: ApexTransaction): Traces {
    const known = this.#traces.get(tx);
    if (known) return known;
    const fresh = { queried: new Set<string>(), enqueued: [], locked: new Set() };
    this.#traces.set(tx, fresh);
    return fresh;
  }

  #cost(budget: BudgetName): Cost {
    const known = this.costs.get(budget);
    if (known) return known;
    const fresh = { times: 0, most: { queries: 0, dml: 0, callouts: 0, jobs: 0, publishes: 0 } };
    this.costs.set(budget, fresh);
    return fresh;
  }
}

const KINDS: readonly (keyof Spending)[] = ['queries', 'dml', 'callouts', 'jobs', 'publishes'];
