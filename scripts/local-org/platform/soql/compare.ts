import { ApexBlob } from '../../runtime/blob';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { compareNumbers, isNumeric } from '../../runtime/equality';
import { ApexEnumValue } from '../../runtime/enum';
import { ApexId } from '../../runtime/id';
import { ApexTime } from '../../runtime/time';

/** The days or moments a date literal stands for: from, inclusive, to, exclusive; in days or milliseconds. */
export class Span {
  constructor(
    readonly from: number,
    readonly to: number
  ) {}
}

/** A value as SOQL compares it: text without case, dates and times as numbers. Null for no value. */
export type Operand = string | number | bigint | boolean | object | null;

export function operand(value: unknown, caseSensitive: boolean): Operand {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return caseSensitive ? value : value.toLowerCase();
  if (value instanceof ApexId) return caseSensitive ? value.value : value.value.toLowerCase();
  if (value instanceof ApexDate) return value.epochDay;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  if (value instanceof ApexEnumValue) return value.name.toLowerCase();
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  return value as Operand;
}

/** Negative, zero or positive; neither side is null. */
export function compareOperands(a: Operand, b: Operand): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return NaN;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Nothing is smaller or greater than null; only = and != see it. */
export function holds(operator: Comparison, left: Operand, right: Operand): boolean {
  if (right instanceof Span) return holdsInSpan(operator, left, right);
  if (left === null || right === null) {
    if (operator === '=') return left === right;
    return operator === '!=' && left !== right;
  }
  const order = compareOperands(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function holdsInSpan(operator: Comparison, left: Operand, span: Span): boolean {
  if (typeof left !== 'number') return operator === '!=';
  switch (operator) {
    case '=':
      return left >= span.from && left < span.to;
    case '!=':
      return left < span.from || left >= span.to;
    case '<':
      return left < span.from;
    case '<=':
      return left < span.to;
    case '>':
      return left >= span.to;
    case '>=':
      return left >= span.from;
  }
}

/** % and _ are wildcards, a backslash takes their meaning away. Case does not count. */
export function likePattern(pattern: string): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern.charAt(i);
    if (character === '\\' && i + 1 < pattern.length) {
      i += 1;
      source += literal(pattern.charAt(i));
    } else if (character === '%') source += '[\\s\\S]*';
    else if (character === '_') source += '[\\s\\S]';
    else source += literal(character);
  }
  return new RegExp(`^${source}$`, 'i');
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
