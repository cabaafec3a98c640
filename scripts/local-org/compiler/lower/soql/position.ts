import type { ApexParserRuleContext, ApexTerminalNode, ApexToken } from '@apexdevtools/apex-parser';
import type { At } from '../../ast';

/** Line and column from 1: the parser counts columns from 0. */
export function atToken(token: ApexToken): At {
  return { line: token.line, column: token.column + 1 };
}

export function atContext(context: ApexParserRuleContext): At {
  return atToken(context.start);
}

export function atNode(node: ApexTerminalNode): At {
  return atToken(node.symbol);
}

/** Line of the last token. */
export function endLine(context: ApexParserRuleContext): number {
  return (context.stop ?? context.start).line;
}

/** The parser's accessors are typed as always present, but answer null for what the text leaves out. */
export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

/** The source text between the first and last token, whitespace included. */
export function sourceText(context: ApexParserRuleContext): string {
  const stop = context.stop ?? context.start;
  return context.start.getInputStream().getText(context.start.start, stop.stop);
}

/** The grammar accepts more than this compiler understands: refused by name rather than dropped. */
export class NotSupported extends Error {
  constructor(
    readonly at: At,
    readonly construct: string
  ) {
    super(`Not supported by the local org: ${construct}. Write it in another way.`);
  }
}

/** What the platform refuses although the grammar takes it. */
export class SyntaxProblem extends Error {
  constructor(
    readonly at: At,
    message: string
  ) {
    super(message);
  }
}
