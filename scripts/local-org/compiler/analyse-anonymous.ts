import type { PackageSource, Problem } from '../contracts/program';
import type { AnalyseOptions, CheckedUnit } from './analyse';
import type { AnonymousBlock, ClassDeclaration, Unit } from './ast';
import { classInfos } from './bind/class-info';
import { declareType } from './bind/declare';
import { bindMembers, bindSupertypes } from './bind/headers';
import { TypeIndex } from './bind/members';
import { withInner } from './bind/program';
import type { ProgramSymbols } from './bind/world';
import { checkUnit, rootContext } from './check/units';
import { byPlace, problemList } from './diagnostics';
import { NO_MODIFIERS } from './lower/modifiers';
import { parseText } from './parse/parse';

export interface AnonymousAnalysis {
  /** Undefined where the text does not parse. */
  readonly unit: CheckedUnit | undefined;
  readonly problems: readonly Problem[];
}

export interface AnonymousOptions {
  readonly namespace: string;
  /** As problems print it. */
  readonly file?: string;
  readonly parse?: AnalyseOptions['parse'];
}

/** Checks a block against a program that is analysed already; nothing of the program changes. */
export function analyseAnonymous(text: string, program: ProgramSymbols, options: AnonymousOptions): AnonymousAnalysis {
  const { namespace, file = 'AnonymousBlock', parse = parseText } = options;
  const problems = problemList();
  const report = problems.reporter(file);
  const parsed = parse('anonymous', text);
  for (const { line, column, rule, message } of parsed.problems) report({ line, column }, rule, message);
  const { declaration } = parsed;
  if (declaration?.kind !== 'anonymous') return { unit: undefined, problems: problems.problems };

  const unit: Unit = { file, declaration };
  const sourceFile = { path: file, kind: 'anonymous' as const, text };
  const source: PackageSource = { namespace, root: '', managed: false, files: [sourceFile] };
  const symbol = declareType(holder(declaration), { source, file, outer: undefined });
  const own = withInner(symbol);
  const classes = new Map([...program.classes, ...own.map((each) => [each.name.toLowerCase(), each] as const)]);
  const symbols: ProgramSymbols = { ...program, classes };
  for (const each of own) bindSupertypes(symbols, each, report);
  for (const each of own) bindMembers(symbols, each, report);
  const index = new TypeIndex(symbols);
  checkUnit(rootContext(index, report, namespace), unit, symbol);
  const checked: CheckedUnit = { unit, source, namespace, classes: classInfos(index, symbol) };
  return { unit: checked, problems: [...problems.problems].sort(byPlace) };
}

/** The class whose members the block's methods and types are; the nodes are the block's own, so they get annotated. */
function holder(block: AnonymousBlock): ClassDeclaration {
  return {
    kind: 'class',
    at: block.at,
    name: 'anonymous',
    modifiers: { ...NO_MODIFIERS, access: 'public' },
    superclass: undefined,
    interfaces: [],
    members: block.members
  };
}
