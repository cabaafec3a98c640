import type { ClassInfo } from '../contracts/class-info';
import type { PlatformTypes } from '../contracts/platform-types';
import type { PackageSource, Problem, SourceFile } from '../contracts/program';
import type { Schema } from '../contracts/schema';
import type { Unit } from './ast';
import { classInfos } from './bind/class-info';
import { TypeIndex } from './bind/members';
import { bindProgram, type PlacedUnit } from './bind/program';
import type { LabelLookup, PageLookup, ProgramSymbols } from './bind/world';
import { checkUnit, rootContext } from './check/units';
import { byPlace, problemList, type ProblemList } from './diagnostics';
import { parseCached } from './parse/cache';
import type { Parsed } from './parse/parse';

/** What the emitter takes: annotated trees, complete only where there are no problems. */
export interface CheckedUnit {
  readonly unit: Unit;
  readonly source: PackageSource;
  readonly namespace: string;
  /** The class of the unit and its inner classes. */
  readonly classes: readonly ClassInfo[];
}

export interface Analysis {
  readonly units: readonly CheckedUnit[];
  readonly symbols: ProgramSymbols;
  readonly problems: readonly Problem[];
}

export interface AnalyseOptions {
  /** Without it every label is taken to exist. */
  readonly labels?: LabelLookup;
  /** Without it every Visualforce page is taken to exist. */
  readonly pages?: PageLookup;
  /** Must give a fresh tree each time, since checking annotates it. */
  readonly parse?: (kind: SourceFile['kind'], text: string) => Parsed;
}

/** Parses, binds and checks the packages of an org. Goes on after errors and never throws on bad code. */
export function analyse(
  packages: readonly PackageSource[],
  platform: PlatformTypes,
  schema: Schema,
  options: AnalyseOptions = {}
): Analysis {
  const problems = problemList();
  const parse = options.parse ?? parseCached;
  const placed = packages.flatMap((source) => source.files.flatMap((file) => place(file, source, parse, problems)));
  const bound = bindProgram(placed, { platform, schema, labels: options.labels, pages: options.pages }, problems);
  const index = new TypeIndex(bound.symbols);
  const units = bound.units.map(({ unit, source, symbol }): CheckedUnit => {
    checkUnit(rootContext(index, problems.reporter(unit.file), source.namespace), unit, symbol);
    return { unit, source, namespace: source.namespace, classes: symbol ? classInfos(index, symbol) : [] };
  });
  return { units, symbols: bound.symbols, problems: [...problems.problems].sort(byPlace) };
}

function place(
  file: SourceFile,
  source: PackageSource,
  parse: NonNullable<AnalyseOptions['parse']>,
  problems: ProblemList
): readonly PlacedUnit[] {
  const parsed = parse(file.kind, file.text);
  const report = problems.reporter(file.path);
  for (const { line, column, rule, message } of parsed.problems) report({ line, column }, rule, message);
  return parsed.declaration ? [{ unit: { file: file.path, declaration: parsed.declaration }, source }] : [];
}
