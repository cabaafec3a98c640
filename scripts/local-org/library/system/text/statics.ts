import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { ApexDate } from '../../../runtime/date';
import type { ApexDatetime } from '../../../runtime/datetime';
import { throwApex } from '../../../runtime/exceptions';
import type { ApexList } from '../../../runtime/list';
import { ApexList as List } from '../../../runtime/list';
import { ApexSet } from '../../../runtime/set';
import { datetimeText, textOf, valueOfText } from '../../../runtime/text';
import { nullToNull, staticMethods } from '../nulls';
import { formatMessage } from './message-format';

function join(rt: Runtime, items: unknown, separator: string): string {
  if (!(items instanceof List || items instanceof ApexSet)) {
    throwApex('System.TypeException', `String.join needs a List or a Set, not ${valueOfText(rt, items)}`);
  }
  const values = items instanceof List ? items.items : items.items();
  return values.map((item) => (item === null ? '' : valueOfText(rt, item))).join(separator);
}

function commonPrefix(texts: readonly unknown[]): string {
  const [first = '', ...others] = texts.map((text) => (typeof text === 'string' ? text : ''));
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length += 1;
  return first.slice(0, length);
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const isEmpty = (text: string | null): boolean => text === null || text === '';

export const stringStatics = [
  ...implement('String', {
    'isBlank(String)': (_rt, text: string | null) => isBlank(text),
    'isNotBlank(String)': (_rt, text: string | null) => !isBlank(text),
    'isEmpty(String)': (_rt, text: string | null) => isEmpty(text),
    'isNotEmpty(String)': (_rt, text: string | null) => !isEmpty(text),
    'format(String,List<Object>)': (rt, template: string | null, args: ApexList | null) =>
      template === null ? null : formatMessage(template, args ? args.items.map((arg) => valueOfText(rt, arg)) : [])
  }),
  ...implement(
    'String',
    staticMethods({
      'escapeSingleQuotes(String)': (_rt, text: string) => text.replace(/'/g, "\\'"),
      'fromCharArray(List<Integer>)': (_rt, codes: ApexList) =>
        codes.items.map((code) => String.fromCharCode(Number(code))).join(''),
      'getCommonPrefix(List<String>)': (_rt, texts: ApexList) => commonPrefix(texts.items),
      'join(Object,String)': join
    })
  ),
  ...implement(
    'String',
    nullToNull({
      'valueOf(Date)': valueOfText,
      'valueOf(Datetime)': valueOfText,
      'valueOf(Decimal)': valueOfText,
      'valueOf(Double)': valueOfText,
      'valueOf(Integer)': valueOfText,
      'valueOf(Long)': valueOfText,
      // A date that is declared as Object is written as in a concatenation.
      'valueOf(Object)': (rt, value: unknown) =>
        value instanceof ApexDate ? textOf(rt, value) : valueOfText(rt, value),
      'valueOfGmt(Datetime)': (_rt, value: ApexDatetime) => datetimeText(value, 'UTC')
    })
  )
];
