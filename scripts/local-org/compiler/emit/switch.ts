/** `switch on`: a chain of tests, so that `break` still means the loop around it. */
import type { Expression, SwitchCase, SwitchStatement } from '../ast';
import type { FunctionContext } from './context';
import type { Writer } from './writer';

type Step = (context: FunctionContext, writer: Writer, at: SwitchStatement['at'], code: string) => void;

export function switchStatement(context: FunctionContext, writer: Writer, node: SwitchStatement, step: Step): void {
  const subject = context.fresh('on');
  step(context, writer, node.at, `const ${subject} = ${context.expression(node.subject)};`);
  node.cases.forEach((one, i) => {
    writer.line(`${i === 0 ? '' : '} else '}if (${test(context, subject, one, node.subject)}) {`, one.at);
    bindVariable(context, writer, subject, one);
    context.statement(writer, one.body);
  });
  if (node.otherwise) {
    writer.line(node.cases.length === 0 ? '{' : '} else {');
    context.statement(writer, node.otherwise);
  }
  if (node.cases.length > 0 || node.otherwise) writer.line('}');
}

function bindVariable(context: FunctionContext, writer: Writer, subject: string, { when }: SwitchCase): void {
  if (when.kind === 'type' && when.variable) writer.line(`let ${context.local(when.variable)} = ${subject};`);
}

function test(context: FunctionContext, subject: string, { when }: SwitchCase, node: Expression): string {
  if (when.kind === 'values') return when.values.map((value) => equals(context, subject, value, node)).join(' || ');
  const { type } = when.type;
  if (!type) throw new Error(`The type at line ${when.type.at.line} is not bound: check the unit before emitting it.`);
  return `rt.instanceOf(${subject}, ${context.unit.type(type)})`;
}

/** Strings are told apart by case here, unlike with `==`. */
function equals(context: FunctionContext, subject: string, value: Expression, node: Expression): string {
  const code = context.expression(value);
  const primitive =
    value.kind === 'literal' &&
    (value.value === null || node.type?.name === 'String' || node.type?.name === value.type?.name);
  return primitive ? `${subject} === ${code}` : `${context.helper('equalValues')}(${subject}, ${code})`;
}
