import { ApexErrorListener, ApexParserFactory, type BoundExpressionContext } from '@apexdevtools/apex-parser';
import type { At, Expression } from '../../ast';
import type { SoqlQuery } from '../../ast-soql';
import { atContext, atToken, NotSupported } from './position';
import { lowerQuery } from './query';

/** The text of a dynamic query is not a query: becomes a QueryException where it is run. */
export class SoqlSyntaxError extends Error {
  constructor(
    readonly at: At,
    message: string
  ) {
    super(message);
  }
}

class FirstError extends ApexErrorListener {
  apexSyntaxError(line: number, column: number, message: string): void {
    throw new SoqlSyntaxError({ line, column: column + 1 }, message.replace(/ expecting \{[\s\S]*$/, ''));
  }
}

const END_OF_INPUT = -1;

/** A dynamic query as a tree; its binds are names or dotted names. Throws SoqlSyntaxError. */
export function parseSoql(text: string): SoqlQuery {
  const { parser } = ApexParserFactory.createLexerAndParser(keepLikeEscapes(text), new FirstError());
  const context = parser.query();
  const next = parser.getCurrentToken();
  if (next.type !== END_OF_INPUT) throw new SoqlSyntaxError(atToken(next), `unexpected token: '${next.text}'`);
  try {
    return lowerQuery(context, { expression: lowerBindName });
  } catch (error) {
    if (error instanceof NotSupported) throw new SoqlSyntaxError(error.at, error.message);
    throw error;
  }
}

/** The lexer knows Apex escapes only; `\_` and `\%` must reach the LIKE pattern. */
function keepLikeEscapes(text: string): string {
  return text.replace(/\\\\|\\([_%])/g, (whole, wildcard: string | undefined) =>
    wildcard ? `\\\\${wildcard}` : whole
  );
}

function lowerBindName(context: BoundExpressionContext): Expression {
  const at = atContext(context.expression());
  const text = context.expression().getText();
  const [first, ...rest] = text.split('.');
  if (first === undefined || !/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(text)) {
    throw new SoqlSyntaxError(at, `Only variable references are allowed in dynamic SOQL/SOSL, found: ${text}`);
  }
  return rest.reduce<Expression>((receiver, name) => ({ kind: 'member', at, receiver, name, safe: false }), {
    kind: 'name',
    at,
    name: first
  });
}
