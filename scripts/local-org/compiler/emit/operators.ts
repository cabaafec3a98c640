/** Unary and binary operators, by the operation that checking has found. */
import type { TypeRef } from '../../contracts/type-ref';
import { typeRef } from '../../contracts/type-ref';
import type { BinaryExpression, Expression, UnaryExpression } from '../ast';
import type { Operation } from '../bindings';
import type { FunctionContext } from './context';
import { convert, textOf, valueAs } from './conversions';

const OPERAND_TYPES: Partial<Record<Operation['kind'], TypeRef>> = {
  integer: typeRef('Integer'),
  long: typeRef('Long'),
  double: typeRef('Double'),
  decimal: typeRef('Decimal'),
  boolean: typeRef('Boolean')
};

export function operandType(operation: Operation | undefined): TypeRef | undefined {
  return operation && OPERAND_TYPES[operation.kind];
}

export function binary(context: FunctionContext, expression: BinaryExpression): string {
  const { operator, left, right } = expression;
  if (operator === '&&' || operator === '||') return `(${truth(context, left)} ${operator} ${truth(context, right)})`;
  if (operator === '??')
    return `(${valueAs(context, left, expression.type)} ?? ${valueAs(context, right, expression.type)})`;
  const { operation } = expression;
  if (!operation)
    throw new Error(
      `Operator ${operator} at line ${expression.at.line} has no operation: check the unit before emitting it.`
    );
  if (operation.kind === 'string-concat') return `(${textOf(context, left)} + ${textOf(context, right)})`;
  if (isComparison(operation)) return compare(context, operator, operation, left, right);
  const type = operandType(operation);
  const shift = operator === '<<' || operator === '>>' || operator === '>>>';
  const first = operand(context, left, type);
  const second = operand(context, right, shift || isTemporal(operation) ? undefined : type);
  return arithmetic(context, operator, operation, first, second, right.type);
}

/** An operand with what is known about it: a null would be a NullPointerException. */
export interface Operand {
  readonly code: string;
  readonly nonNull: boolean;
}

export function operand(context: FunctionContext, expression: Expression, type: TypeRef | undefined): Operand {
  return { code: valueAs(context, expression, type), nonNull: isNonNull(expression) };
}

/** A Boolean that decides: null is a NullPointerException. */
export function truth(context: FunctionContext, expression: Expression): string {
  return checked(context, { code: context.expression(expression), nonNull: isNonNull(expression) });
}

export function checked(context: FunctionContext, { code, nonNull }: Operand): string {
  return nonNull ? code : `${context.helper('nn')}(${code})`;
}

const LONG_HELPERS: Readonly<Record<string, string>> = {
  '/': 'longDivide',
  '<<': 'longShiftLeft',
  '>>': 'longShiftRight',
  '>>>': 'longShiftRightUnsigned'
};
const NAMES: Readonly<Record<string, string>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide' };

/** `second` is already of the operation's type, except for shifts and days, whose own type is `secondType`. */
export function arithmetic(
  context: FunctionContext,
  operator: string,
  operation: Operation,
  first: Operand,
  second: Operand,
  secondType: TypeRef | undefined
): string {
  const a = checked(context, first);
  const b = checked(context, second);
  switch (operation.kind) {
    case 'integer':
      return integerArithmetic(context, operator, a, secondType?.name === 'Long' ? `Number(${b} & 63n)` : b);
    case 'long': {
      const shift = LONG_HELPERS[operator];
      const amount = operator !== '/' && shift !== undefined && secondType?.name === 'Integer' ? `BigInt(${b})` : b;
      return shift === undefined
        ? `BigInt.asIntN(64, ${a} ${operator} ${b})`
        : `${context.helper(shift)}(${a}, ${amount})`;
    }
    case 'decimal':
    case 'double':
      return `${context.helper(`${operation.kind}${NAMES[operator] ?? unknownOperator(operator, operation)}`)}(${a}, ${b})`;
    case 'boolean':
      return operator === '^' ? `(${a} !== ${b})` : `((${a} ${operator} ${b}) !== 0)`;
    case 'date':
    case 'datetime':
    case 'time':
      return `${context.helper(`${operation.kind}${NAMES[operator] ?? unknownOperator(operator, operation)}`)}(${a}, ${b})`;
    default:
      return unknownOperator(operator, operation);
  }
}

function unknownOperator(operator: string, operation: Operation): never {
  throw new Error(`Operator ${operator} has no meaning for ${operation.kind}: checking should have refused it.`);
}

function integerArithmetic(context: FunctionContext, operator: string, a: string, b: string): string {
  switch (operator) {
    case '*':
      return `Math.imul(${a}, ${b})`;
    case '/':
      return `${context.helper('integerDivide')}(${a}, ${b})`;
    case '>>>':
      return `((${a} >>> ${b}) | 0)`;
    case '+':
    case '-':
      return `((${a} ${operator} ${b}) | 0)`;
    default:
      return `(${a} ${operator} ${b})`;
  }
}

function isComparison(operation: Operation): boolean {
  return operation.kind === 'identity' || operation.kind.startsWith('compare-');
}

function isTemporal(operation: Operation): boolean {
  return operation.kind === 'date' || operation.kind === 'datetime' || operation.kind === 'time';
}

const EQUALITY: Readonly<Record<string, string>> = {
  'compare-string': 'equalStrings',
  'compare-id': 'equalIds',
  'compare-number': 'equalNumbers',
  'compare-date': 'equalDates',
  'compare-value': 'equalOperands',
  identity: 'identical'
};

const ORDER: Readonly<Record<string, string>> = {
  'compare-string': 'orderStrings',
  'compare-id': 'orderIds',
  'compare-number': 'orderNumbers',
  'compare-date': 'orderDates'
};

function compare(
  context: FunctionContext,
  operator: string,
  operation: Operation,
  left: Expression,
  right: Expression
): string {
  const a = context.expression(left);
  const b = context.expression(right);
  const negated = operator === '!=' || operator === '!==';
  if (negated || operator === '==' || operator === '===') {
    if (isNull(left) || isNull(right) || isPlain(left, right)) return `(${a} ${negated ? '!==' : '==='} ${b})`;
    if (operation.kind === 'compare-value') context.calls = true;
    return `${negated ? '!' : ''}${context.helper(EQUALITY[operation.kind] ?? unknownOperator(operator, operation))}(${a}, ${b})`;
  }
  if (isPlain(left, right) && left.type?.name === 'Integer')
    return compareIntegers(context, operator, { code: a, left }, { code: b, right });
  const order = context.helper(ORDER[operation.kind] ?? unknownOperator(operator, operation));
  // NaN for an operand of null: the platform's relational operators are then false.
  return `(${order}(${a}, ${b}) ${operator} 0)`;
}

/** A comparison with null is false. Operands that can be named twice are tested in place: this is the hot path of loops. */
function compareIntegers(
  context: FunctionContext,
  operator: string,
  { code: a, left }: { code: string; left: Expression },
  { code: b, right }: { code: string; right: Expression }
): string {
  if (!isRepeatable(left) || !isRepeatable(right))
    return `(${context.helper('orderIntegers')}(${a}, ${b}) ${operator} 0)`;
  const tests = [...(isNonNull(left) ? [] : [`${a} !== null`]), ...(isNonNull(right) ? [] : [`${b} !== null`])];
  return `(${[...tests, `${a} ${operator} ${b}`].join(' && ')})`;
}

function isRepeatable(expression: Expression): boolean {
  return expression.kind === 'literal' || (expression.kind === 'name' && expression.target?.kind === 'local');
}

/** Both of one type whose values JavaScript compares as Apex does. */
function isPlain(left: Expression, right: Expression): boolean {
  const name = left.type?.name;
  return name === right.type?.name && (name === 'Integer' || name === 'Long' || name === 'Boolean');
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null;
}

export function unary(context: FunctionContext, expression: UnaryExpression): string {
  const { operand: inner, operator, operation } = expression;
  if (operator === '!') return `!${truth(context, inner)}`;
  const value = checked(context, operand(context, inner, operandType(operation)));
  switch (operator) {
    case '+':
      return value;
    case '~':
      return `(~${value})`;
    case '-':
      return negate(context, value, operation);
    default:
      throw new Error(`${operator} is an assignment, not an operator.`);
  }
}

function negate(context: FunctionContext, value: string, operation: Operation | undefined): string {
  switch (operation?.kind) {
    case 'integer':
      return `((-${value}) | 0)`;
    case 'long':
      return `BigInt.asIntN(64, -${value})`;
    case 'double':
    case 'decimal':
      return `${context.helper(`${operation.kind}Negate`)}(${value})`;
    default:
      throw new Error('A minus sign has no operation: check the unit before emitting it.');
  }
}

/** Whether an expression cannot be null whatever happens. */
export function isNonNull(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'this':
    case 'super':
    case 'new':
    case 'new-collection':
    case 'new-sobject':
    case 'instance-of':
    case 'type-literal':
      return true;
    case 'binary':
      return expression.operator !== '??' || isNonNull(expression.right);
    case 'unary':
      return (
        expression.operator === '-' ||
        expression.operator === '!' ||
        expression.operator === '~' ||
        expression.operator === '+'
      );
    default:
      return false;
  }
}

/** Code of an operation's result where a value of `to` is wanted. */
export function resultAs(
  context: FunctionContext,
  code: string,
  operation: Operation | undefined,
  to: TypeRef | undefined
): string {
  return convert(context, code, operandType(operation), to);
}
