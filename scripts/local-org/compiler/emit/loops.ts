/** Loops. */
import { typeRef } from '../../contracts/type-ref';
import type { DoWhileStatement, Expression, ForEachStatement, ForStatement, Statement, WhileStatement } from '../ast';
import type { LocalVariable } from '../bindings';
import type { FunctionContext } from './context';
import { convert } from './conversions';
import { effect } from './expressions';
import { truth } from './operators';
import { queryRows } from './soql';
import type { Writer } from './writer';

type Step = (context: FunctionContext, writer: Writer, at: ForStatement['at'], code: string) => void;

export function forLoop(context: FunctionContext, writer: Writer, node: ForStatement, step: Step): void {
  writer.line('{');
  if (node.init && 'kind' in node.init) context.statement(writer, node.init);
  else for (const init of node.init ?? []) step(context, writer, node.at, `${effect(context, init)};`);
  const condition = node.condition ? truth(context, node.condition) : '';
  const update = node.update.map((part) => effect(context, part)).join(', ');
  step(context, writer, node.at, `for (; ${condition}; ${update}) {`);
  body(context, writer, node.body);
  writer.line('}}');
}

export function whileLoop(context: FunctionContext, writer: Writer, node: WhileStatement, step: Step): void {
  step(context, writer, node.at, `while (${truth(context, node.condition)}) {`);
  body(context, writer, node.body);
  writer.line('}');
}

export function doWhileLoop(context: FunctionContext, writer: Writer, node: DoWhileStatement): void {
  writer.line('do {');
  body(context, writer, node.body);
  writer.line(`} while (${truth(context, node.condition)});`, node.at);
}

export function forEachLoop(context: FunctionContext, writer: Writer, node: ForEachStatement, step: Step): void {
  const { variable } = node;
  if (!variable) throw new Error(`The loop at line ${node.at.line} is not bound: check the unit before emitting it.`);
  if (node.iteration === 'iterable') return iterableLoop(context, writer, node, variable, step);
  const source = context.fresh('in');
  const counter = context.fresh('i');
  const items = `${source}.items`;
  step(
    context,
    writer,
    node.at,
    `const ${source} = ${context.helper(iteration(node, variable))}(${iterated(context, node.iterable)});`
  );
  writer.line(`for (let ${counter} = 0; ${counter} < ${items}.length; ${counter} += 1, ${source}.check()) {`, node.at);
  const element = convert(context, `${items}[${counter}]`, elementType(node.iterable), variable.type);
  writer.line(`let ${context.local(variable)} = ${element};`, node.at);
  body(context, writer, node.body);
  writer.line('}');
}

/** `for (List<Account> chunk : [SELECT ...])` gets 200 rows at a time. */
function iteration(node: ForEachStatement, variable: LocalVariable): string {
  return node.iteration === 'query-chunks' && variable.type.name === 'List' ? 'iterateChunks' : 'iterate';
}

function iterated(context: FunctionContext, iterable: Expression): string {
  return iterable.kind === 'soql' ? queryRows(context, iterable) : context.expression(iterable);
}

function elementType(iterable: Expression) {
  return iterable.kind === 'soql' ? undefined : iterable.type?.args[0];
}

function iterableLoop(
  context: FunctionContext,
  writer: Writer,
  node: ForEachStatement,
  variable: LocalVariable,
  step: Step
): void {
  const iterator = context.fresh('in');
  const call = (owner: string, key: string, receiver: string): string =>
    context.library(owner, key, 'instance', [receiver]);
  const nonNull = `${context.helper('nn')}(${context.expression(node.iterable)})`;
  const begin = node.iterable.type?.name === 'Iterator' ? nonNull : call('Iterable', 'iterator()', nonNull);
  step(context, writer, node.at, `const ${iterator} = ${begin};`);
  writer.line(`while (${call('Iterator', 'hasNext()', iterator)}) {`, node.at);
  const element = convert(
    context,
    call('Iterator', 'next()', iterator),
    node.iterable.type?.args[0] ?? typeRef('Object'),
    variable.type
  );
  writer.line(`let ${context.local(variable)} = ${element};`, node.at);
  body(context, writer, node.body);
  writer.line('}');
}

/** Every turn counts as CPU time, so that a loop without end ends with the limit, even if its body is empty. */
function body(context: FunctionContext, writer: Writer, node: Statement | undefined): void {
  context.usesTransaction = true;
  writer.line(`if (++$t.turns > 999) ${context.helper('turned')}($t);`);
  if (node) context.statement(writer, node);
}
