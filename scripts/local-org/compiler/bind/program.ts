import type { PlatformTypes } from '../../contracts/platform-types';
import type { PackageSource } from '../../contracts/program';
import type { Schema } from '../../contracts/schema';
import type { Unit } from '../ast';
import type { ProblemList } from '../diagnostics';
import { declareType } from './declare';
import { bindMembers, bindSupertypes } from './headers';
import type { ClassSymbol } from './symbols';
import type { LabelLookup, PageLookup, ProgramSymbols } from './world';

/** A parsed file with the package it belongs to. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly source: PackageSource;
}

export interface BoundUnit extends PlacedUnit {
  /** Undefined for triggers and for the second of two classes of one name. */
  readonly symbol: ClassSymbol | undefined;
}

export interface BoundProgram {
  readonly symbols: ProgramSymbols;
  readonly units: readonly BoundUnit[];
}

export interface BindEnvironment {
  readonly platform: PlatformTypes;
  readonly schema: Schema;
  readonly labels: LabelLookup | undefined;
  readonly pages: PageLookup | undefined;
}

/** All names first, then supertypes, then members: each round needs the one before complete. */
export function bindProgram(
  placed: readonly PlacedUnit[],
  environment: BindEnvironment,
  problems: ProblemList
): BoundProgram {
  const classes = new Map<string, ClassSymbol>();
  const symbols: ProgramSymbols = { ...environment, classes };
  const units = placed.map((each): BoundUnit => ({ ...each, symbol: declare(classes, each, problems) }));
  const declared = units.flatMap(({ symbol }) => (symbol ? withInner(symbol) : []));
  for (const symbol of declared) bindSupertypes(symbols, symbol, problems.reporter(symbol.file));
  for (const symbol of declared) bindMembers(symbols, symbol, problems.reporter(symbol.file));
  return { symbols, units };
}

function declare(
  classes: Map<string, ClassSymbol>,
  placed: PlacedUnit,
  problems: ProblemList
): ClassSymbol | undefined {
  const { unit, source } = placed;
  const { declaration, file } = unit;
  if (declaration.kind === 'trigger' || declaration.kind === 'anonymous') return undefined;
  const symbol = declareType(declaration, { source, file, outer: undefined });
  const key = symbol.name.toLowerCase();
  const other = classes.get(key);
  if (other) {
    problems.reporter(file)(
      declaration.at,
      'duplicate',
      `Duplicate class name: ${declaration.name} is also in ${other.file}`
    );
    return undefined;
  }
  for (const each of withInner(symbol)) classes.set(each.name.toLowerCase(), each);
  return symbol;
}

export function withInner(symbol: ClassSymbol): readonly ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInner)];
}
