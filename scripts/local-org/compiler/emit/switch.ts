/** `switch on`: a chain of tests, so that `break` still means the loop around it. */
import type { TypeRef } from '../../contracts/type-ref';
import type { Expression, SwitchCase, SwitchStatement, TypeName } from '../ast';
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
  if (when.kind !== 'type' || !when.variable) return;
  const type = whenType(when.type);
  // A number, for one, is an instance of every wider kind: the variable holds the kind that is asked for.
  const value = type.name.includes('.') ? subject : `${context.helper('cast')}(${subject}, ${context.unit.type(type)})`;
  writer.line(`let ${context.local(when.variable)} = ${value};`);
}

function test(context: FunctionContext, subject: string, { when }: SwitchCase, node: Expression): string {
  if (when.kind === 'values') return when.values.map((value) => equals(context, subject, value, node)).join(' || ');
  return `rt.instanceOf(${subject}, ${context.unit.type(whenType(when.type))})`;
}

function whenType({ type, at }: TypeName): TypeRef {
  if (!type) throw new Error(`The type at line ${at.line} is not bound: check the unit before emitting it.`);
  return type;
}

/** Strings are told apart by case here, unlike with `==`. */
function equals(context: FunctionContext, subject: string, value: Expression, node: Expression): string {
  const code = context.expression(value);
  const primitive =
    value.kind === 'literal' &&
    (value.value === null || node.type?.name === 'String' || node.type?.name === value.type?.name);
  return primitive ? `${subject} === ${code}` : `${context.helper('equalValues')}(${subject}, ${code})`;
}
