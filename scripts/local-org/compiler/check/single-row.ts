import type { TypeRef } from '../../contracts/type-ref';
import type { Expression } from '../ast';
import type { CheckContext } from './context';
import { isSObject } from './conversions';

/** `[SELECT ...].Name`: the query must give exactly one row, and the member is read from it. */
export function singleRowType(context: CheckContext, receiver: Expression, type: TypeRef): TypeRef {
  const [row] = type.args;
  if (receiver.kind !== 'soql' || type.name !== 'List' || !row || !isSObject(context.index, row)) return type;
  receiver.single = true;
  receiver.type = row;
  return row;
}
