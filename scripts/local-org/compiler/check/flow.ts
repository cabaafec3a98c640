import type { Block, Statement } from '../ast';
import type { Report } from '../diagnostics';

/** Reports what no run can reach. */
export function reportUnreachable(block: Block, report: Report): void {
  let ended = false;
  for (const statement of block.statements) {
    if (ended) {
      report(statement.at, 'flow', 'Unreachable statement');
      break;
    }
    for (const inner of blocksOf(statement)) reportUnreachable(inner, report);
    ended = jumps(statement);
  }
}

function jumps(statement: Statement): boolean {
  return ['return', 'throw', 'break', 'continue'].includes(statement.kind);
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

/** Whether control can run off the end of a statement: what decides about a missing return. */
export function completes(statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return statement.statements.every(completes);
    case 'run-as':
      return completes(statement.body);
    case 'if':
      return !statement.otherwise || completes(statement.then) || completes(statement.otherwise);
    case 'switch':
      return (
        !statement.otherwise || completes(statement.otherwise) || statement.cases.some((each) => completes(each.body))
      );
    case 'try': {
      if (statement.finally && !completes(statement.finally)) return false;
      return completes(statement.body) || statement.catches.some((each) => completes(each.body));
    }
    case 'while':
    case 'do-while':
      return !isTrue(statement.condition) || (statement.body !== undefined && breaks(statement.body));
    case 'for':
      return statement.condition !== undefined || (statement.body !== undefined && breaks(statement.body));
    default:
      return true;
  }
}

function isTrue(condition: { readonly kind: string }): boolean {
  return 'value' in condition && condition.value === true;
}

/** Whether a break leaves this loop; those of loops further in leave only them. */
function breaks(statement: Statement): boolean {
  switch (statement.kind) {
    case 'break':
      return true;
    case 'if':
      return breaks(statement.then) || (statement.otherwise !== undefined && breaks(statement.otherwise));
    case 'block':
    case 'switch':
    case 'try':
    case 'run-as':
      return (statement.kind === 'block' ? [statement] : blocksOf(statement)).some((each) =>
        each.statements.some(breaks)
      );
    default:
      return false;
  }
}
