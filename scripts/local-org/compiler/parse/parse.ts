import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { Problem, SourceFile } from '../../contracts/program';
import type { Unit } from '../ast';
import { lowerTypeDeclaration } from '../lower/declarations';
import { NotSupported, SyntaxProblem } from '../lower/soql/position';
import { lowerAnonymous, lowerTrigger } from '../lower/units';

/** A unit, or why the text is none. Positions are relative to the text, so that equal texts share a cached result. */
export interface Parsed {
  readonly declaration: Unit['declaration'] | undefined;
  readonly problems: readonly Omit<Problem, 'file'>[];
}

/** After the first syntax error the parser guesses: later ones are mostly echoes. */
const REPORTED_ERRORS = 3;

class Collector extends ApexErrorListener {
  readonly problems: Omit<Problem, 'file'>[] = [];

  apexSyntaxError(line: number, column: number, message: string): void {
    if (this.problems.length >= REPORTED_ERRORS) return;
    this.problems.push({ line, column: column + 1, rule: 'syntax', message: shorten(message) });
  }
}

export function parseText(kind: SourceFile['kind'], text: string): Parsed {
  const collector = new Collector();
  const { parser } = ApexParserFactory.createLexerAndParser(text, collector);
  const context =
    kind === 'class' ? parser.compilationUnit() : kind === 'trigger' ? parser.triggerUnit() : parser.anonymousUnit();
  if (collector.problems.length > 0) return { declaration: undefined, problems: collector.problems };
  try {
    return { declaration: lowerUnit(context), problems: [] };
  } catch (error) {
    if (error instanceof SyntaxProblem) {
      return { declaration: undefined, problems: [{ ...error.at, rule: 'syntax', message: error.message }] };
    }
    if (!(error instanceof NotSupported)) throw error;
    return { declaration: undefined, problems: [{ ...error.at, rule: 'unsupported', message: error.message }] };
  }
}

type UnitContext = Parameters<typeof lowerTrigger>[0] | Parameters<typeof lowerAnonymous>[0] | CompilationUnit;
interface CompilationUnit {
  typeDeclaration(): Parameters<typeof lowerTypeDeclaration>[0];
}

function lowerUnit(context: UnitContext): Unit['declaration'] {
  if ('typeDeclaration' in context) return lowerTypeDeclaration(context.typeDeclaration());
  return 'triggerBlock' in context ? lowerTrigger(context) : lowerAnonymous(context);
}

/** The parser lists every token that could follow: of use only when there are few. */
function shorten(message: string): string {
  const [text = message, expected] = message.split(' expecting {');
  return expected === undefined || expected.length > 120 ? text : message;
}
