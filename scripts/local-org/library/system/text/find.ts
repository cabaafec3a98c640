import { implement } from '../../../contracts/library';
import { equalValues } from '../../../runtime/equality';
import { throwApex } from '../../../runtime/exceptions';
import { hashText } from '../../../runtime/value';
import { integerList } from '../lists';
import { instanceMethods } from '../nulls';

const lower = (text: string): string => text.toLowerCase();

/** A start beyond the end finds nothing, not even the empty text. */
function find(text: string, part: string, start = 0): number {
  return start > text.length ? -1 : text.indexOf(part, start);
}

function charAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) throwApex('System.StringException', `String index out of range: ${index}`);
  return text.charCodeAt(index);
}

function codePointAt(text: string, index: number): number {
  charAt(text, index);
  return text.codePointAt(index) ?? 0;
}

function codePointBefore(text: string, index: number): number {
  const isLow = index > 1 && /[\udc00-\udfff]/.test(text.charAt(index - 1));
  const isPair = isLow && /[\ud800-\udbff]/.test(text.charAt(index - 2));
  return codePointAt(text, index - (isPair ? 2 : 1));
}

function firstDifference(text: string, other: string): number {
  if (text === other) return -1;
  let i = 0;
  while (i < text.length && i < other.length && text[i] === other[i]) i += 1;
  return i;
}

/** Rows of the classic table; a threshold turns larger distances into -1. */
function levenshtein(text: string, other: string, threshold = Infinity): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= text.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (text[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = row[other.length] ?? 0;
  return distance > threshold ? -1 : distance;
}

/** Java's compareTo: the difference of the first code units that differ, else of the lengths. */
function compareTo(text: string, other: string): number {
  const at = firstDifference(text, other);
  if (at < 0) return 0;
  const within = at < text.length && at < other.length;
  return within ? text.charCodeAt(at) - other.charCodeAt(at) : text.length - other.length;
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  let position = index;
  for (let i = 0; i < Math.abs(offset); i += 1) {
    const point = offset > 0 ? codePointAt(text, position) : codePointBefore(text, position);
    position += Math.sign(offset) * (point > 0xffff ? 2 : 1);
  }
  return position;
}

const indexed = instanceMethods({
  'charAt(Integer)': (_rt, text: string, index: number) => charAt(text, index),
  'codePointAt(Integer)': (_rt, text: string, index: number) => codePointAt(text, index),
  'codePointBefore(Integer)': (_rt, text: string, index: number) => codePointBefore(text, index),
  'codePointCount(Integer,Integer)': (_rt, text: string, start: number, end: number) =>
    [...text.slice(start, end)].length,
  'offsetByCodePoints(Integer,Integer)': (_rt, text: string, index: number, offset: number) =>
    offsetByCodePoints(text, index, offset),
  'getChars()': (_rt, text: string) => integerList(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))),
  'length()': (_rt, text: string) => text.length,
  'indexOf(String)': (_rt, text: string, part: string) => text.indexOf(part),
  'indexOf(String,Integer)': (_rt, text: string, part: string, start: number) => find(text, part, start),
  'indexOfIgnoreCase(String)': (_rt, text: string, part: string) => lower(text).indexOf(lower(part)),
  'indexOfIgnoreCase(String,Integer)': (_rt, text: string, part: string, start: number) =>
    find(lower(text), lower(part), start),
  'indexOfChar(Integer)': (_rt, text: string, code: number) => text.indexOf(String.fromCodePoint(code)),
  'indexOfChar(Integer,Integer)': (_rt, text: string, code: number, start: number) =>
    find(text, String.fromCodePoint(code), start),
  'lastIndexOf(String)': (_rt, text: string, part: string) => text.lastIndexOf(part),
  'lastIndexOf(String,Integer)': (_rt, text: string, part: string, end: number) =>
    end < 0 ? -1 : text.lastIndexOf(part, end),
  'lastIndexOfChar(Integer)': (_rt, text: string, code: number) => text.lastIndexOf(String.fromCodePoint(code)),
  'lastIndexOfChar(Integer,Integer)': (_rt, text: string, code: number, end: number) =>
    end < 0 ? -1 : text.lastIndexOf(String.fromCodePoint(code), end),
  'lastIndexOfIgnoreCase(String)': (_rt, text: string, part: string) => lower(text).lastIndexOf(lower(part)),
  'lastIndexOfIgnoreCase(String,Integer)': (_rt, text: string, part: string, end: number) =>
    end < 0 ? -1 : lower(text).lastIndexOf(lower(part), end),
  'indexOfAny(String)': (_rt, text: string, any: string) => text.search(anyOf(any)),
  'indexOfAnyBut(String)': (_rt, text: string, any: string) => [...text].findIndex((c) => !any.includes(c)),
  'indexOfDifference(String)': (_rt, text: string, other: string) => firstDifference(text, other),
  'countMatches(String)': (_rt, text: string, part: string) => (part === '' ? 0 : text.split(part).length - 1)
});

function anyOf(characters: string): RegExp {
  return new RegExp(characters === '' ? '(?!)' : `[${characters.replace(/[\\\]^-]/g, '\\$&')}]`);
}

const compared = instanceMethods({
  'compareTo(String)': (_rt, text: string, other: string) => compareTo(text, other),
  'contains(String)': (_rt, text: string, part: string) => text.includes(part),
  'containsAny(String)': (_rt, text: string, any: string) => [...any].some((c) => text.includes(c)),
  'containsIgnoreCase(String)': (_rt, text: string, part: string) => lower(text).includes(lower(part)),
  'containsNone(String)': (_rt, text: string, none: string) => ![...none].some((c) => text.includes(c)),
  'containsOnly(String)': (_rt, text: string, only: string) => [...text].every((c) => only.includes(c)),
  'endsWith(String)': (_rt, text: string, part: string) => text.endsWith(part),
  'endsWithIgnoreCase(String)': (_rt, text: string, part: string) => lower(text).endsWith(lower(part)),
  'startsWith(String)': (_rt, text: string, part: string) => text.startsWith(part),
  'startsWithIgnoreCase(String)': (_rt, text: string, part: string) => lower(text).startsWith(lower(part)),
  'getLevenshteinDistance(String)': (_rt, text: string, other: string) => levenshtein(text, other),
  'getLevenshteinDistance(String,Integer)': (_rt, text: string, other: string, threshold: number) =>
    levenshtein(text, other, threshold),
  'difference(String)': (_rt, text: string, other: string) =>
    text === other ? '' : other.slice(firstDifference(text, other))
});

const kinds = instanceMethods({
  'containsWhitespace()': (_rt, text: string) => /\s/.test(text),
  'isAllLowerCase()': (_rt, text: string) => /^\p{Ll}+$/u.test(text),
  'isAllUpperCase()': (_rt, text: string) => /^\p{Lu}+$/u.test(text),
  'isAlpha()': (_rt, text: string) => /^\p{L}+$/u.test(text),
  'isAlphaSpace()': (_rt, text: string) => /^[\p{L} ]*$/u.test(text),
  'isAlphanumeric()': (_rt, text: string) => /^[\p{L}\p{Nd}]+$/u.test(text),
  'isAlphanumericSpace()': (_rt, text: string) => /^[\p{L}\p{Nd} ]*$/u.test(text),
  'isAsciiPrintable()': (_rt, text: string) => /^[ -~]*$/.test(text),
  'isNumeric()': (_rt, text: string) => /^\p{Nd}+$/u.test(text),
  'isNumericSpace()': (_rt, text: string) => /^[\p{Nd} ]*$/u.test(text),
  'isWhitespace()': (_rt, text: string) => /^\s*$/.test(text)
});

export const stringFinds = [
  ...implement('String', { ...indexed, ...compared, ...kinds }),
  ...implement('String', {
    'hashCode()': (_rt, text: string) => hashText(text),
    'equals(Object)': (rt, text: string, other: unknown) => equalValues(rt, text, other),
    'equalsIgnoreCase(String)': (_rt, text: string, other: string | null) =>
      other !== null && lower(text) === lower(other)
  })
];
