import type { Block, Statement } from '../ast';
import type { Report } from '../diagnostics';

/** Reports what stands behind a statement that always returns or throws. */
export function reportUnreachable(block: Block, report: Report): void {
  let ended = false;
  for (const statement of block.statements) {
    if (ended) {
      report(statement.at, 'flow', 'Unreachable statement');
      break;
    }
    for (const inner of blocksOf(statement)) reportUnreachable(inner, report);
    ended = returns(statement);
  }
}

function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'block':
      return [statement];
    case 'if':
      return [statement.then, ...(statement.otherwise ? [statement.otherwise] : [])].flatMap(blocksOf);
    case 'for':
    case 'for-each':
    case 'while':
    case 'do-while':
      return statement.body ? blocksOf(statement.body) : [];
    case 'switch':
      return [...statement.cases.map((each) => each.body), ...(statement.otherwise ? [statement.otherwise] : [])];
    case 'try':
      return [
        statement.body,
        ...statement.catches.map((each) => each.body),
        ...(statement.finally ? [statement.finally] : [])
      ];
    case 'run-as':
      return [statement.body];
    default:
      return [];
  }
}

/**
 * Whether the platform takes a statement to end in a return or a throw: what decides about a missing return and about
 * what cannot be reached. It trusts no loop, not even an endless one, no finally, and no block of runAs.
 */
export function returns(statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
      return true;
    case 'block':
      return statement.statements.some(returns);
    case 'if':
      return statement.otherwise !== undefined && returns(statement.then) && returns(statement.otherwise);
    case 'switch':
      return (
        statement.otherwise !== undefined &&
        returns(statement.otherwise) &&
        statement.cases.every((each) => returns(each.body))
      );
    case 'try':
      return returns(statement.body) && statement.catches.every((each) => returns(each.body));
    default:
      return false;
  }
}
