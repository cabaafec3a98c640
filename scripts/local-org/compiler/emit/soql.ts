/** Static queries and DML: a query is one constant of the unit, its bind values travel beside it. */
import type { DmlStatement, Expression, SoqlExpression } from '../ast';
import type { FunctionContext } from './context';

export function staticQuery(context: FunctionContext, node: SoqlExpression): string {
  const rows = queryRows(context, node);
  return node.single ? `${context.helper('singleRow')}(${rows})` : rows;
}

/** The rows as a list, or the count. */
export function queryRows(context: FunctionContext, node: SoqlExpression): string {
  const binds: Expression[] = [];
  const query = context.unit.json('Q', withoutBinds(node.query, binds));
  const values = binds.map((bind) => context.expression(bind));
  return context.drive(`rt.data.query(rt, ${query}, [${values.join(', ')}], ${context.options.codeContext})`);
}

/** A copy of the tree in which bind expressions are positions in the list of bind values. */
function withoutBinds(node: unknown, binds: Expression[]): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutBinds(item, binds));
  if (typeof node !== 'object' || node === null) return node;
  if (isBind(node)) return { kind: 'bind-index', index: binds.push(node.expression) - 1 };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withoutBinds(value, binds)]));
}

function isBind(node: object): node is { kind: 'bind'; expression: Expression } {
  return 'kind' in node && node.kind === 'bind';
}

export function dml(context: FunctionContext, node: DmlStatement): string {
  const options = context.unit.json('D', {
    operation: node.operation,
    access: node.access,
    upsertField: node.upsertField
  });
  const target = context.expression(node.target);
  const second = node.second ? [context.expression(node.second)] : [];
  return context.drive(`rt.data.dml(${['rt', target, options, context.options.codeContext, ...second].join(', ')})`);
}
