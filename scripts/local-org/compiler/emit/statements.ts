/** Statements to JavaScript lines. */
import { typeRef } from '../../contracts/type-ref';
import type { At, LocalDeclaration, ReturnStatement, RunAsStatement, Statement } from '../ast';
import type { FunctionContext } from './context';
import { valueAs } from './conversions';
import { effect } from './expressions';
import { doWhileLoop, forEachLoop, forLoop, whileLoop } from './loops';
import { truth } from './operators';
import { dml } from './soql';
import { switchStatement } from './switch';
import { tryStatement } from './try';
import type { Writer } from './writer';

export function statement(context: FunctionContext, writer: Writer, node: Statement): void {
  switch (node.kind) {
    case 'block':
      writer.line('{');
      for (const inner of node.statements) context.statement(writer, inner);
      writer.line('}');
      return;
    case 'local':
      return local(context, writer, node);
    case 'expression-statement':
      return step(context, writer, node.at, `${effect(context, node.expression)};`);
    case 'if':
      step(context, writer, node.at, `if (${truth(context, node.condition)}) {`);
      context.statement(writer, node.then);
      if (node.otherwise) {
        writer.line('} else {');
        context.statement(writer, node.otherwise);
      }
      writer.line('}');
      return;
    case 'for':
      return forLoop(context, writer, node, step);
    case 'for-each':
      return forEachLoop(context, writer, node, step);
    case 'while':
      return whileLoop(context, writer, node, step);
    case 'do-while':
      return doWhileLoop(context, writer, node);
    case 'switch':
      return switchStatement(context, writer, node, step);
    case 'return':
      return step(context, writer, node.at, returnCode(context, node));
    case 'throw':
      return step(context, writer, node.at, `throw ${context.helper('nn')}(${context.expression(node.value)});`);
    case 'try':
      return tryStatement(context, writer, node);
    case 'break':
    case 'continue':
      return step(context, writer, node.at, `${node.kind};`);
    case 'dml':
      return step(context, writer, node.at, `${dml(context, node)};`);
    case 'run-as':
      return runAs(context, writer, node);
  }
}

/** One line for one statement, after the probe that counts it as covered. */
export function step(context: FunctionContext, writer: Writer, at: At, code: string): void {
  writer.line(`${probe(context, at)}${code}`, at);
}

export function probe(context: FunctionContext, at: At): string {
  const { unit } = context;
  if (!unit.options.coverage) return '';
  unit.coveredLines.add(at.line);
  context.usesProbe = true;
  return `$c?.hit($.file, ${at.line}); `;
}

function local(context: FunctionContext, writer: Writer, node: LocalDeclaration): void {
  node.declarators.forEach((declarator, i) => {
    const variable = node.variables?.[i];
    if (!variable)
      throw new Error(
        `${declarator.name} at line ${declarator.at.line} is not bound: check the unit before emitting it.`
      );
    // The value first: it may not see the new variable.
    const value = declarator.value && valueAs(context, declarator.value, variable.type);
    const code = `let ${context.local(variable)} = ${value ?? 'null'};`;
    if (value === undefined) writer.line(code, declarator.at);
    else step(context, writer, declarator.at, code);
  });
}

function returnCode(context: FunctionContext, node: ReturnStatement): string {
  const { returns } = context.options;
  if (!node.value) return `${context.leave()}return;`;
  const value = valueAs(context, node.value, returns);
  if (!context.counted) return `return ${value};`;
  const result = context.result();
  return `${result} = ${value}; ${context.leave()}return ${result};`;
}

/** The user is put back also when the block fails: that is the platform's doing, so fatal errors pass through it too. */
function runAs(context: FunctionContext, writer: Writer, node: RunAsStatement): void {
  const saved = context.fresh('user');
  const args = node.args.map((arg) => valueAs(context, arg, arg.type ?? typeRef('Object')));
  step(context, writer, node.at, `const ${saved} = ${context.helper('beginRunAs')}(${args.join(', ')});`);
  writer.line('try {');
  context.statement(writer, node.body);
  writer.line('} finally {');
  writer.line(`${context.helper('endRunAs')}(${saved});`);
  writer.line('}');
}
