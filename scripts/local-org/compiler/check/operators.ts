import type { TypeRef } from '../../contracts/type-ref';
import type { BinaryExpression, UnaryExpression } from '../ast';
import type { Operation } from '../bindings';
import { isUnknown, UNKNOWN } from '../bind/symbols';
import { TYPE } from '../bind/world';
import { checkAssignable } from './assign';
import type { CheckContext } from './context';
import { castable, commonType, displayType, isNumeric, promote } from './conversions';

export interface Typed {
  readonly type: TypeRef;
  readonly operation: Operation;
}

export function checkBinary(context: CheckContext, expression: BinaryExpression): TypeRef {
  const { operator } = expression;
  const left = context.expression(expression.left);
  const right = context.expression(expression.right);
  if (isUnknown(left) || isUnknown(right)) return isPredicate(operator) ? TYPE.boolean : UNKNOWN;
  if (operator === '&&' || operator === '||') return checkLogical(context, expression, left, right);
  if (operator === '??') {
    const common = commonType(context.index, left, right);
    if (common) return common;
    return refuse(context, expression, `Incompatible types in null coalescing operator: ${both(left, right)}`);
  }
  const found = isPredicate(operator) ? comparison(context, operator, left, right) : arithmetic(operator, left, right);
  if (typeof found === 'string') return refuse(context, expression, found);
  expression.operation = found.operation;
  return found.type;
}

function refuse(context: CheckContext, expression: BinaryExpression, message: string): TypeRef {
  context.report(expression.at, 'type', message);
  return isPredicate(expression.operator) ? TYPE.boolean : UNKNOWN;
}

function checkLogical(context: CheckContext, expression: BinaryExpression, left: TypeRef, right: TypeRef): TypeRef {
  if (left.name === 'null' || right.name === 'null') refuse(context, expression, incompatible(left, right));
  else if (left.name !== 'Boolean' || right.name !== 'Boolean') {
    refuse(context, expression, 'Logical operator can only be applied to Boolean');
  }
  expression.operation = { kind: 'boolean' };
  return TYPE.boolean;
}

function isPredicate(operator: string): boolean {
  return ['==', '!=', '===', '!==', '<', '>', '<=', '>=', '&&', '||'].includes(operator);
}

const KINDS: Readonly<Record<string, Operation['kind']>> = {
  Integer: 'integer',
  Long: 'long',
  Double: 'double',
  Decimal: 'decimal',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time'
};

/** The operation, or why there is none. Also for compound assignment. */
export function arithmetic(operator: string, left: TypeRef, right: TypeRef): Typed | string {
  if (left.name === 'void' || right.name === 'void') return 'Arithmetic expressions are not allowed on void types';
  if (operator === '+' && (left.name === 'String' || right.name === 'String')) {
    return { type: TYPE.string, operation: { kind: 'string-concat' } };
  }
  if (operator === '&' || operator === '|' || operator === '^') return bitwise(operator, left, right);
  if (operator === '<<' || operator === '>>' || operator === '>>>') return shift(operator, left, right);
  const temporal = KINDS[left.name];
  if (isTemporal(left) && temporal !== undefined && (operator === '+' || operator === '-')) {
    const fits = left.name === 'Date' || left.name === 'Time' ? isWhole(right) : isNumeric(right);
    if (fits) return { type: left, operation: { kind: temporal } as Operation };
    return TEMPORAL_OPERANDS[left.name] ?? '';
  }
  if (!isNumeric(left) || !isNumeric(right)) return 'Arithmetic expressions must use numeric arguments';
  const type = promote(left, right);
  return { type, operation: { kind: KINDS[type.name] } as Operation };
}

const TEMPORAL_OPERANDS: Readonly<Record<string, string>> = {
  Date: 'Date expressions must use Integer or Long',
  Datetime: 'Date/time expressions must use Integer or Double or Decimal',
  Time: 'Time expressions must use Integer or Long'
};

function isTemporal(type: TypeRef): boolean {
  return type.name === 'Date' || type.name === 'Datetime' || type.name === 'Time';
}

function isWhole(type: TypeRef): boolean {
  return type.name === 'Integer' || type.name === 'Long';
}

function bitwise(operator: string, left: TypeRef, right: TypeRef): Typed | string {
  if (left.name === 'Boolean' && right.name === 'Boolean')
    return { type: TYPE.boolean, operation: { kind: 'boolean' } };
  if (!isWhole(left) || !isWhole(right))
    return `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
  const type = promote(left, right);
  return { type, operation: { kind: type.name === 'Long' ? 'long' : 'integer' } };
}

function shift(operator: string, left: TypeRef, right: TypeRef): Typed | string {
  if (!isWhole(left) || !isWhole(right)) return `${operator} operation can only be applied to Integer or Long types`;
  return { type: left, operation: { kind: left.name === 'Long' ? 'long' : 'integer' } };
}

function comparison(context: CheckContext, operator: string, left: TypeRef, right: TypeRef): Typed | string {
  const type = TYPE.boolean;
  if (left.name === 'void' || right.name === 'void') return incompatible(left, right);
  const isNull = left.name === 'null' || right.name === 'null';
  if (isNull && operator !== '==' && operator !== '!=') return incompatible(left, right);
  const kind = comparisonKind(left, right);
  if (operator === '==' || operator === '!=') {
    if (kind) return { type, operation: { kind } };
    const fits = isNull || castable(context.index, left, right);
    return fits ? { type, operation: { kind: 'compare-value' } } : incompatible(left, right);
  }
  if (!kind && !castable(context.index, left, right)) return incompatible(left, right);
  if (operator === '===' || operator === '!==') {
    const scalar = [left, right].find(isScalar);
    if (!scalar || left.name === 'Object' || right.name === 'Object') return { type, operation: { kind: 'identity' } };
    return `Exact equality operator only allowed for reference types: ${displayType(scalar)}`;
  }
  return kind ? { type, operation: { kind } } : `Inequality operator not allowed for this type: ${displayType(left)}`;
}

function isScalar({ name }: TypeRef): boolean {
  return name in KINDS || ['Boolean', 'String', 'Id', 'Blob'].includes(name);
}

function incompatible(left: TypeRef, right: TypeRef): string {
  return `Comparison arguments must be compatible types: ${both(left, right)}`;
}

type ComparisonKind = 'compare-string' | 'compare-id' | 'compare-number' | 'compare-date';

function comparisonKind(left: TypeRef, right: TypeRef): ComparisonKind | undefined {
  const names = [left.name, right.name];
  const all = (...wanted: string[]): boolean => names.every((name) => wanted.includes(name) || name === 'null');
  if (names.every((name) => name === 'null')) return undefined;
  if (all('String')) return 'compare-string';
  if (all('Id', 'String')) return 'compare-id';
  if (all('Integer', 'Long', 'Double', 'Decimal')) return 'compare-number';
  return all('Date', 'Datetime') || all('Time') ? 'compare-date' : undefined;
}

function both(left: TypeRef, right: TypeRef): string {
  return `${displayType(left)}, ${displayType(right)}`;
}

export function checkUnary(context: CheckContext, expression: UnaryExpression): TypeRef {
  const { operator, operand } = expression;
  const type = context.expression(operand);
  if (isUnknown(type)) return operator === '!' ? TYPE.boolean : UNKNOWN;
  const step = operator.includes('x');
  if (step) checkAssignable(context, operand);
  const kind = KINDS[type.name];
  if (operator === '!') {
    if (type.name !== 'Boolean')
      context.report(expression.at, 'type', '! operator can only be applied to boolean expressions');
    expression.operation = { kind: 'boolean' };
    return TYPE.boolean;
  }
  if (!isNumeric(type) || kind === undefined || (operator === '~' && !isWhole(type))) {
    context.report(expression.at, 'type', unaryText(operator, displayType(type)));
    return UNKNOWN;
  }
  expression.operation = { kind } as Operation;
  return type;
}

function unaryText(operator: UnaryExpression['operator'], type: string): string {
  switch (operator) {
    case '-':
      return 'Unary negation must use a numeric argument';
    case '~':
      return `Invalid type for bitwise negate: ${type}`;
    case '++x':
    case '--x': {
      const step = operator === '++x' ? 'increment' : 'decrement';
      return `Unary prefix ${step} can only be applied to numeric expressions: ${type}`;
    }
    case 'x++':
    case 'x--':
      return `Unary postfix increment/decrement can only be applied to numeric expressions: ${type}`;
    default:
      return `${operator} operator can only be applied to numeric expressions`;
  }
}
