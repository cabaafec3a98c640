/**
 * try, catch and finally. Errors that end the transaction, and errors of the emulator itself, run neither: `caught`
 * passes on only what Apex may catch, and a flag keeps them out of finally blocks.
 */
import type { CatchClause, TryStatement } from '../ast';
import type { FunctionContext } from './context';
import type { Writer } from './writer';

export function tryStatement(context: FunctionContext, writer: Writer, node: TryStatement): void {
  // A catch continues at this function's depth, however deep the exception came from.
  context.calls = true;
  if (!node.finally) return tryCatch(context, writer, node);
  const fatal = context.fresh('fatal');
  const error = context.fresh('e');
  writer.line(`let ${fatal} = false;`);
  writer.line('try {');
  if (node.catches.length > 0) tryCatch(context, writer, node);
  else context.statement(writer, node.body);
  writer.line(`} catch (${error}) {`);
  writer.line(`${context.resetDepth()}${fatal} = ${context.helper('isFatal')}(${error}); throw ${error};`);
  writer.line(`} finally { if (!${fatal}) {`);
  context.statement(writer, node.finally);
  writer.line('}}');
}

function tryCatch(context: FunctionContext, writer: Writer, node: TryStatement): void {
  const error = context.fresh('e');
  const caught = context.fresh('caught');
  writer.line('try {');
  context.statement(writer, node.body);
  writer.line(`} catch (${error}) {`);
  writer.line(`const ${caught} = ${context.helper('caught')}(${error}); ${context.resetDepth()}`);
  node.catches.forEach((clause, i) => {
    writer.line(`${i === 0 ? '' : '} else '}if (${test(context, caught, clause)}) {`);
    if (clause.variable) writer.line(`let ${context.local(clause.variable)} = ${caught};`);
    context.statement(writer, clause.body);
  });
  writer.line(`} else throw ${error};`);
  writer.line('}');
}

function test(context: FunctionContext, caught: string, clause: CatchClause): string {
  const { type } = clause.type;
  if (!type)
    throw new Error(`The exception type at line ${clause.at.line} is not bound: check the unit before emitting it.`);
  return type.name === 'System.Exception' ? 'true' : `rt.instanceOf(${caught}, ${context.unit.type(type)})`;
}
