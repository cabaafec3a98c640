/** `=`, compound assignment, ++ and --: the place is evaluated once, left to right. */
import type { AssignExpression, Expression, UnaryExpression } from '../ast';
import type { Operation } from '../bindings';
import type { FunctionContext } from './context';
import { convert, textOf, valueAs } from './conversions';
import { arithmetic, operand, operandType, resultAs } from './operators';
import type { Place } from './places';
import { indexCode, indexPlace, isAssignable, memberPlace, needsReceiver, targetOf } from './places';
import { typeRef } from '../../contracts/type-ref';

/** `wanted`: whether somebody uses the value of the assignment. */
export function assign(context: FunctionContext, expression: AssignExpression, wanted: boolean): string {
  if (expression.operator !== '=') return compound(context, expression, wanted);
  const { place } = placeOf(context, expression.target, false);
  return store(context, place, valueAs(context, expression.value, expression.target.type), wanted);
}

function store(context: FunctionContext, place: Place, value: string, wanted: boolean): string {
  if (place.direct) return `(${place.write(value)})`;
  if (!wanted) return place.write(value);
  const kept = context.temporary();
  return `(${place.write(`${kept} = ${value}`)}, ${kept})`;
}

function compound(context: FunctionContext, expression: AssignExpression, wanted: boolean): string {
  const { operation, operator, target, value } = expression;
  const { prepare, place } = placeOf(context, target, true);
  const result = combine(context, operator, operation, place.read, target, value);
  return sequence([...prepare, store(context, place, convertResult(context, result, operation, target), wanted)]);
}

function combine(
  context: FunctionContext,
  operator: string,
  operation: Operation | undefined,
  current: string,
  target: Expression,
  value: Expression
): string {
  if (!operation)
    throw new Error(`${operator}= at line ${target.at.line} has no operation: check the unit before emitting it.`);
  if (operation.kind === 'string-concat') {
    const old = target.type?.name === 'String' ? `(${current} ?? 'null')` : `${context.helper('text')}(${current})`;
    return `(${old} + ${textOf(context, value)})`;
  }
  const type = operandType(operation);
  const first = { code: convert(context, current, target.type, type), nonNull: false };
  return arithmetic(
    context,
    operator,
    operation,
    first,
    operand(context, value, isShift(operator) ? undefined : type),
    value.type
  );
}

function convertResult(
  context: FunctionContext,
  code: string,
  operation: Operation | undefined,
  target: Expression
): string {
  if (operation?.kind === 'string-concat') return convert(context, code, typeRef('String'), target.type);
  return resultAs(context, code, operation, target.type);
}

function isShift(operator: string): boolean {
  return operator === '<<' || operator === '>>' || operator === '>>>';
}

/** `x++` and its relatives. */
export function step(context: FunctionContext, expression: UnaryExpression, wanted: boolean): string {
  const { operation, operator, operand: target } = expression;
  if (!operation)
    throw new Error(`${operator} at line ${expression.at.line} has no operation: check the unit before emitting it.`);
  const { prepare, place } = placeOf(context, target, true);
  const type = operandType(operation);
  const one = {
    code:
      ONES[operation.kind] ??
      valueAs(context, { kind: 'literal', at: target.at, value: 1, type: typeRef('Integer') }, type),
    nonNull: true
  };
  const sign = operator.includes('+') ? '+' : '-';
  const postfix = operator.startsWith('x');
  const keep = wanted && postfix ? context.temporary() : undefined;
  const current = keep ?? place.read;
  const next = arithmetic(
    context,
    sign,
    operation,
    { code: convert(context, current, target.type, type), nonNull: false },
    one,
    type
  );
  const stored = store(context, place, resultAs(context, next, operation, target.type), wanted && !postfix);
  if (keep === undefined) return sequence([...prepare, stored]);
  return sequence([...prepare, `${keep} = ${place.read}`, stored, keep]);
}

const ONES: Partial<Record<Operation['kind'], string>> = { integer: '1', long: '1n' };

function sequence(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`;
}

/** `again`: the place is both read and written, so its receiver and index are kept in temporaries. */
function placeOf(context: FunctionContext, target: Expression, again: boolean): { prepare: string[]; place: Place } {
  if (!isAssignable(target))
    throw new Error(`A ${target.kind} cannot be assigned to: checking should have refused it.`);
  const prepare: string[] = [];
  const keep = (code: string): string => {
    if (!again || code === 'this' || code === 'super') return code;
    const name = context.temporary();
    prepare.push(`${name} = ${code}`);
    return name;
  };
  const nonNull = (expression: Expression): string =>
    expression.kind === 'this' || expression.kind === 'super'
      ? expression.kind
      : `${context.helper('nn')}(${context.expression(expression)})`;
  if (target.kind === 'index') {
    const list = keep(nonNull(target.receiver));
    return { prepare, place: indexPlace(context, list, keep(indexCode(context, target))) };
  }
  const bound = targetOf(target);
  const receiver = !needsReceiver(bound) ? '' : target.kind === 'member' ? keep(nonNull(target.receiver)) : 'this';
  return { prepare, place: memberPlace(context, bound, receiver) };
}
