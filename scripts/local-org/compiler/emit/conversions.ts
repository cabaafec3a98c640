/** Implicit conversions: code that turns a value of one static type into another. All of them keep null. */
import type { TypeRef } from '../../contracts/type-ref';
import { typeText } from '../../contracts/type-ref';
import type { Expression } from '../ast';
import type { FunctionContext } from './context';
import { quote } from './names';

/** Helper of the engine for each pair of types whose values are represented differently. */
const HELPERS: Readonly<Record<string, string>> = {
  'Integer>Long': 'integerToLong',
  'Integer>Double': 'integerToDouble',
  'Integer>Decimal': 'integerToDecimal',
  'Long>Integer': 'longToInteger',
  'Long>Double': 'longToDouble',
  'Long>Decimal': 'longToDecimal',
  'Double>Integer': 'doubleToInteger',
  'Double>Long': 'doubleToLong',
  'Double>Decimal': 'doubleToDecimal',
  'Decimal>Integer': 'decimalToInteger',
  'Decimal>Long': 'decimalToLong',
  'Decimal>Double': 'decimalToDouble',
  'Id>String': 'idToString',
  'String>Id': 'stringToId',
  'Date>Datetime': 'dateToDatetime'
};

export function convert(
  context: FunctionContext,
  code: string,
  from: TypeRef | undefined,
  to: TypeRef | undefined
): string {
  if (!from || !to || from.name === to.name) return code;
  const helper = HELPERS[`${from.name}>${to.name}`];
  return helper === undefined ? code : `${context.helper(helper)}(${code})`;
}

/** An expression where a value of type `to` is wanted. Numbers that are written out become constants of that type. */
export function valueAs(context: FunctionContext, expression: Expression, to: TypeRef | undefined): string {
  if (to && expression.kind === 'literal' && typeof expression.value === 'number') {
    const constant = numberConstant(context, expression.value, to);
    if (constant !== undefined) return constant;
  }
  return convert(context, context.expression(expression), expression.type, to);
}

function numberConstant(context: FunctionContext, value: number, to: TypeRef): string | undefined {
  switch (to.name) {
    case 'Long':
      return `${value}n`;
    case 'Decimal':
    case 'Double':
      return numericConstant(context, String(value), to.name);
    default:
      return undefined;
  }
}

export function numericConstant(context: FunctionContext, text: string, type: 'Decimal' | 'Double'): string {
  const maker = type === 'Decimal' ? 'decimal' : 'double';
  return context.unit.constant('K', `$.${maker}(${quote(text)})`);
}

const NUMBERS: ReadonlySet<string> = new Set(['Integer', 'Long', 'Double', 'Decimal']);

/** `(T) value`: a conversion between numbers, nothing where the static type says enough, else a check at run time. */
export function cast(context: FunctionContext, code: string, from: TypeRef | undefined, to: TypeRef): string {
  if (to.name === 'Object' || from?.name === 'null') return code;
  if (from && typeText(from) === typeText(to)) return code;
  if (from && NUMBERS.has(from.name) && NUMBERS.has(to.name)) return convert(context, code, from, to);
  return `${context.helper('cast')}(${code}, ${context.unit.type(to)})`;
}

/** The text of a value inside a string concatenation. */
export function textOf(context: FunctionContext, expression: Expression): string {
  const code = context.expression(expression);
  if (expression.kind === 'literal' && typeof expression.value === 'string') return code;
  switch (expression.type?.name) {
    case 'String':
      return isConcatenation(expression) ? code : `(${code} ?? 'null')`;
    case 'Integer':
    case 'Long':
    case 'Boolean':
    case 'null':
      return `String(${code})`;
    default:
      context.calls = true;
      return `${context.helper('text')}(${code})`;
  }
}

export function isConcatenation(expression: Expression): boolean {
  return expression.kind === 'binary' && expression.operation?.kind === 'string-concat';
}
