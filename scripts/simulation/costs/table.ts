import type { Budget, BudgetName, Spending } from './budgets';
import { BUDGETS } from './budgets';
import type { Cost } from './meter';

/** The budgets as docs/protocol.md shows them; n is the number of connections that the transaction serves. */
export function budgetTable(): readonly string[] {
  return [
    '| transaction | queries | DML | callouts | jobs | publishes |',
    '|---|---|---|---|---|---|',
    ...Object.values<Budget>(BUDGETS).map((budget) => {
      const cells = COLUMNS.map((kind) => cell(budget, kind));
      return `| ${[budget.name, ...cells].join(' | ')} |`;
    })
  ];
}

const COLUMNS: readonly (keyof Spending)[] = ['queries', 'dml', 'callouts', 'jobs', 'publishes'];

function cell({ fixed, each }: Budget, kind: keyof Spending): string {
  if (each[kind] === 0) return String(fixed[kind]);
  const factor = each[kind] === 1 ? 'n' : `${each[kind]} n`;
  return fixed[kind] === 0 ? factor : `${fixed[kind]} + ${factor}`;
}

/** What the kinds of transactions have cost at most. */
export function costLines(costs: ReadonlyMap<BudgetName, Cost>): readonly string[] {
  return [...costs].map(([name, { times, most }]) => {
    const spent = COLUMNS.map((kind) => `${most[kind]} ${kind}`).join(', ');
    return `${BUDGETS[name].name.padEnd(32)} ${String(times).padStart(6)} times, at most ${spent}`;
  });
}
