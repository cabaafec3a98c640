import type { Expression } from '../ast';
import type { TypeRef } from '../../contracts/type-ref';
import type { MethodMember } from '../bind/members';
import type { CheckContext } from './context';
import { assignable, isSObject } from './conversions';
import { chooseOverload, type Chosen } from './overloads';

/** As overloads are chosen, but a query may also stand for its only row where nothing takes a list. */
export function chooseFor(
  context: CheckContext,
  candidates: readonly MethodMember[],
  expressions: readonly Expression[],
  types: readonly TypeRef[]
): Chosen {
  const chosen = chooseOverload(context.index, candidates, types);
  if (chosen.kind !== 'none' || !expressions.some((expression) => expression.kind === 'soql')) return chosen;
  const rows = types.map((type, i) => (expressions[i]?.kind === 'soql' ? rowOf(context, type) : type));
  const byRow = chooseOverload(context.index, candidates, rows);
  if (byRow.kind !== 'one') return chosen;
  for (const [i, expression] of expressions.entries()) {
    const list = types[i]!;
    if (expression.kind !== 'soql' || assignable(context.index, list, byRow.method.parameters[i]!)) continue;
    expression.single = true;
    expression.type = rowOf(context, list);
  }
  return byRow;
}

function rowOf(context: CheckContext, type: TypeRef): TypeRef {
  const [row] = type.args;
  return type.name === 'List' && row && isSObject(context.index, row) ? row : type;
}
