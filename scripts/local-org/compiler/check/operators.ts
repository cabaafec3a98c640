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
  const name = expression.operator === '&&' ? 'AND' : 'OR';
  for (const [type, operand] of [
    [left, expression.left],
    [right, expression.right]
  ] as const) {
    if (type.name === 'Boolean') continue;
    context.report(operand.at, 'type', `${name} operator can only be applied to Boolean expressions`);
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
  if (left.name === 'void' || right.name === 'void') return `Arithmetic expressions must use numeric arguments`;
  if (operator === '+' && (left.name === 'String' || right.name === 'String')) {
    return { type: TYPE.string, operation: { kind: 'string-concat' } };
  }
  if (operator === '&' || operator === '|' || operator === '^') return bitwise(left, right);
  if (operator === '<<' || operator === '>>' || operator === '>>>') return shift(left, right);
  const temporal = KINDS[left.name];
  if (isTemporal(left) && temporal !== undefined && (operator === '+' || operator === '-')) {
    const fits = left.name === 'Date' || left.name === 'Time' ? isWhole(right) : isNumeric(right);
    if (fits) return { type: left, operation: { kind: temporal } as Operation };
    return `${left.name} operations must use numeric arguments`;
  }
  if (!isNumeric(left) || !isNumeric(right)) return 'Arithmetic expressions must use numeric arguments';
  const type = promote(left, right);
  return { type, operation: { kind: KINDS[type.name] } as Operation };
}

function isTemporal(type: TypeRef): boolean {
  return type.name === 'Date' || type.name === 'Datetime' || type.name === 'Time';
}

function isWhole(type: TypeRef): boolean {
  return type.name === 'Integer' || type.name === 'Long';
}

function bitwise(left: TypeRef, right: TypeRef): Typed | string {
  if (left.name === 'Boolean' && right.name === 'Boolean')
    return { type: TYPE.boolean, operation: { kind: 'boolean' } };
  if (!isWhole(left) || !isWhole(right))
    return 'Bitwise operators can only be applied to Integer, Long or Boolean expressions';
  const type = promote(left, right);
  return { type, operation: { kind: type.name === 'Long' ? 'long' : 'integer' } };
}

function shift(left: TypeRef, right: TypeRef): Typed | string {
  if (!isWhole(left) || !isWhole(right)) return 'Shift operators can only be applied to Integer or Long expressions';
  return { type: left, operation: { kind: left.name === 'Long' ? 'long' : 'integer' } };
}

function comparison(context: CheckContext, operator: string, left: TypeRef, right: TypeRef): Typed | string {
  const type = TYPE.boolean;
  const incompatible = `Comparison arguments must be compatible types: ${both(left, right)}`;
  if (left.name === 'void' || right.name === 'void') return incompatible;
  if (operator === '===' || operator === '!==') return { type, operation: { kind: 'identity' } };
  const kind = comparisonKind(left, right);
  if (operator === '==' || operator === '!=') {
    if (kind) return { type, operation: { kind } };
    const fits = left.name === 'null' || right.name === 'null' || castable(context.index, left, right);
    return fits ? { type, operation: { kind: 'compare-value' } } : incompatible;
  }
  return kind && left.name !== 'Boolean' ? { type, operation: { kind } } : incompatible;
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
      context.report(expression.at, 'type', 'NOT operator can only be applied to Boolean expressions');
    expression.operation = { kind: 'boolean' };
    return TYPE.boolean;
  }
  if (!isNumeric(type) || kind === undefined || (operator === '~' && !isWhole(type))) {
    context.report(
      expression.at,
      'type',
      `${operator.replace('x', '')} operator can only be applied to numeric expressions`
    );
    return UNKNOWN;
  }
  expression.operation = { kind } as Operation;
  return type;
}
