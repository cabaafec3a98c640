import { FAULT_IDS } from '../faults/catalogue';
import type { FaultId } from '../faults/catalogue';
import type { ScheduleResult } from '../explore/run';
import { INVARIANTS } from '../invariants/violation';

export interface Exhaustive {
  readonly workers: number;
  readonly preemptions: number;
  readonly faults: number;
}

export interface ScenarioReport {
  readonly name: string;
  readonly schedules: number;
  readonly exhaustive: Exhaustive | null;
}

export interface SimulationReport {
  readonly schedules: number;
  readonly transactions: number;
  readonly seconds: number;
  readonly violations: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<FaultId, number>>;
  readonly scenarios: readonly ScenarioReport[];
}

/** Adds up what schedules have shown. */
export class Tally {
  readonly #violations = new Map<string, number>([...Object.keys(INVARIANTS), 'expected'].map((rule) => [rule, 0]));
  readonly #faults = new Map<FaultId, number>(FAULT_IDS.map((id) => [id, 0]));
  readonly #scenarios = new Map<string, { schedules: number; readonly exhaustive: Exhaustive | null }>();
  readonly #brokenBy = new Map<string, Map<string, number>>();
  transactions = 0;
  random = 0;
  broken = 0;

  count(name: string, result: ScheduleResult, exhaustive: Exhaustive | null): void {
    this.transactions += result.transactions;
    if (exhaustive === null) this.random += 1;
    const row = this.#scenarios.get(name) ?? { schedules: 0, exhaustive };
    row.schedules += 1;
    this.#scenarios.set(name, row);
    for (const [id, hits] of result.hits) this.#faults.set(id, (this.#faults.get(id) ?? 0) + hits);
    for (const { rule } of result.violations) this.#violations.set(rule, (this.#violations.get(rule) ?? 0) + 1);
    if (result.violations.length === 0) return;
    this.broken += 1;
    const broken = this.#brokenBy.get(name) ?? new Map<string, number>();
    this.#brokenBy.set(name, broken);
    for (const rule of new Set(result.violations.map((violation) => violation.rule))) {
      broken.set(rule, (broken.get(rule) ?? 0) + 1);
    }
  }

  /** A line for each scenario that broke something: how many of its schedules broke which rule. */
  brokenLines(): readonly string[] {
    return [...this.#brokenBy].map(([name, rules]) => {
      const counts = [...rules].map(([rule, count]) => `${rule} in ${count}`).join(', ');
      return `${name}: ${counts} of ${this.#scenarios.get(name)?.schedules ?? 0} schedules`;
    });
  }

  report(seconds: number): SimulationReport {
    return {
      schedules: this.random,
      transactions: this.transactions,
      seconds: Math.round(seconds * 100) / 100,
      violations: Object.fromEntries(this.#violations),
      faults: Object.fromEntries(this.#faults) as Record<FaultId, number>,
      scenarios: [...this.#scenarios].map(([name, { schedules, exhaustive }]) => ({ name, schedules, exhaustive }))
    };
  }
}
