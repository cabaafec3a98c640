import { DateTime } from 'luxon';
import type { SoqlQuery, SoqlValue } from '../../compiler/ast-soql';
import type { FieldSchema } from '../../contracts/schema';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import { throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import { ApexList } from '../../runtime/list';
import { ApexSet } from '../../runtime/set';
import { SObjectValue } from '../../runtime/sobject';
import { ApexTime } from '../../runtime/time';
import type { Operand } from './compare';
import { operand, Span } from './compare';
import { dateRange } from './date-literals';
import { bindValue } from './env';
import type { QueryEnv } from './env';

/** What a comparison compares with: the kind of value that the left side has. */
export interface Target {
  readonly name: string;
  /** Apex type of the values: 'String', 'Id', 'Decimal', 'Datetime' ... */
  readonly type: string;
  readonly caseSensitive: boolean;
}

export function targetOf(field: FieldSchema): Target {
  return { name: field.name, type: field.type.name, caseSensitive: field.caseSensitive };
}

export type RunSubquery = (env: QueryEnv, query: SoqlQuery) => readonly unknown[];

/** One value on the right of an operator. */
export function scalar(env: QueryEnv, value: SoqlValue, target: Target): Operand {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
      return value.value;
    case 'number':
      return ApexDecimal.parse(value.text);
    case 'string':
      return fromText(value.value, target, true);
    case 'date':
      return moment(ApexDate.parse(value.text), target, env);
    case 'datetime':
      return DateTime.fromISO(value.text).toMillis();
    case 'time':
      return timeOf(value.text);
    case 'date-literal':
      return spanOf(env, value.name, value.n, target);
    case 'bind':
    case 'bind-index':
      return bound(env, bindValue(env, value), target);
    case 'list':
    case 'subquery':
      throwApex('System.QueryException', `The operator used on field '${target.name}' does not take a list of values.`);
  }
}

/** The values on the right of IN, NOT IN, INCLUDES and EXCLUDES; LIKE takes a bound collection too. */
export function collection(env: QueryEnv, value: SoqlValue, target: Target, run: RunSubquery): readonly Operand[] {
  switch (value.kind) {
    case 'list':
      return value.values.map((item) => scalar(env, item, target));
    case 'subquery':
      return run(env, value.query).map((item) => operand(item, target.caseSensitive));
    case 'bind':
    case 'bind-index': {
      const items = itemsOf(bindValue(env, value));
      return items.map((item) => bound(env, item, target));
    }
    default:
      return [scalar(env, value, target)];
  }
}

export function bindsCollection(env: QueryEnv, value: SoqlValue): boolean {
  if (value.kind !== 'bind' && value.kind !== 'bind-index') return false;
  const bound = bindValue(env, value);
  return bound instanceof ApexList || bound instanceof ApexSet;
}

export function itemsOf(value: unknown): readonly unknown[] {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return value.items();
  return value === null || value === undefined ? [] : [value];
}

function bound(env: QueryEnv, value: unknown, target: Target): Operand {
  if (typeof value === 'string') return fromText(value, target, false);
  if (value instanceof SObjectValue) return operand(value.id, target.caseSensitive);
  if (value instanceof ApexDate) return moment(value, target, env);
  if (value instanceof ApexDatetime && target.type === 'Date') return value.dateIn(env.zone).epochDay;
  return operand(value, target.caseSensitive);
}

/** A date beside a date-and-time field means the first moment of that day in UTC, as the API documents. */
function moment(date: ApexDate, target: Target, _env: QueryEnv): Operand {
  return target.type === 'Datetime' ? date.epochDay * 86_400_000 : date.epochDay;
}

function fromText(text: string, target: Target, literal: boolean): Operand {
  if (target.type === 'Id') {
    if (text === '') return null;
    const id = ApexId.tryParse(text) ?? throwApex('System.QueryException', `invalid ID field: ${text}`);
    return operand(id, target.caseSensitive);
  }
  if (literal && NOT_TEXT.has(target.type)) {
    throwApex(
      'System.QueryException',
      `value of filter criterion for field '${target.name}' must be of type ${target.type.toLowerCase()} and should ` +
        'not be enclosed in quotes'
    );
  }
  return operand(text, target.caseSensitive);
}

const NOT_TEXT = new Set(['Boolean', 'Decimal', 'Double', 'Integer', 'Long', 'Date', 'Datetime', 'Time']);

function timeOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/Z$/i, '').split(':').map(Number);
  return new ApexTime((hours * 60 + minutes) * 60_000 + Math.round(seconds * 1000)).ms;
}

function spanOf(env: QueryEnv, name: string, n: number | undefined, target: Target): Operand {
  const { from, to } = dateRange(name, n, env);
  if (target.type === 'Datetime') return new Span(from.toMillis(), to.toMillis());
  return new Span(epochDay(from), epochDay(to));
}

function epochDay(day: DateTime): number {
  return ApexDate.of(day.year, day.month, day.day).epochDay;
}
