import type { ClassInfo } from '../contracts/class-info';
import type { CompiledUnit } from '../contracts/program';
import type { CoverageSink } from '../contracts/transaction';
import type { ClassCoverage, CoverageReport } from './report';

/** Lines hit, by file index as generated code numbers its units. */
export class CoverageRecorder implements CoverageSink {
  readonly #hits: Set<number>[];

  constructor(units: readonly CompiledUnit[]) {
    this.#hits = units.map(() => new Set());
  }

  hit(file: number, line: number): void {
    this.#hits[file]?.add(line);
  }

  hits(file: number): ReadonlySet<number> {
    return this.#hits[file] ?? new Set();
  }
}

/** Coverage of every class and trigger that is not a test; test classes never count, as on the platform. */
export function coverageOf(units: readonly CompiledUnit[], recorder: CoverageRecorder): CoverageReport {
  const measured = units.map((unit, index) => ({ unit, index })).filter(({ unit }) => !isTest(unit));
  const classes = measured.map(({ unit, index }) => classCoverage(unit, recorder.hits(index)));
  const total = measured.reduce((sum, { unit }) => sum + unit.coverableLines.length, 0);
  const covered = measured.reduce((sum, { unit, index }) => sum + coveredLines(unit, recorder.hits(index)), 0);
  return { lines: share(covered, total), classes };
}

function classCoverage(unit: CompiledUnit, hits: ReadonlySet<number>): ClassCoverage {
  return {
    name: unitName(unit),
    lines: share(coveredLines(unit, hits), unit.coverableLines.length),
    uncovered: unit.coverableLines.filter((line) => !hits.has(line))
  };
}

function coveredLines(unit: CompiledUnit, hits: ReadonlySet<number>): number {
  return unit.coverableLines.filter((line) => hits.has(line)).length;
}

function unitName(unit: CompiledUnit): string {
  return unit.trigger?.name ?? topLevel(unit)?.displayName ?? unit.file;
}

function topLevel(unit: CompiledUnit): ClassInfo | undefined {
  return unit.classes[0];
}

function isTest(unit: CompiledUnit): boolean {
  return topLevel(unit)?.annotations.some((annotation) => annotation.name === 'istest') ?? false;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
}
