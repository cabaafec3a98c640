import { implement } from '../../../contracts/library';
import { throwApex } from '../../../runtime/exceptions';
import { stringList } from '../lists';
import { instanceMethods } from '../nulls';

/** As commons-lang: three dots count, and an offset moves the window so that the text at it stays visible. */
function abbreviate(text: string, width: number, offset = 0): string {
  if (width < 4) throwApex('System.StringException', `Minimum abbreviation width is 4: ${width}`);
  if (text.length <= width) return text;
  const start = Math.min(offset, text.length - (width - 3), text.length);
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwApex('System.StringException', `Minimum abbreviation width with offset is 7: ${width}`);
  if (start + width - 3 < text.length) return `...${abbreviate(text.slice(start), width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length)
    throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length) throwApex('System.StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function padding(text: string, width: number, pad: string): string {
  const missing = Math.max(0, width - text.length);
  return (pad === '' ? ' ' : pad).repeat(missing).slice(0, missing);
}

function center(text: string, width: number, pad: string): string {
  const left = Math.floor(Math.max(0, width - text.length) / 2);
  const start = padding(text, text.length + left, pad) + text;
  return start + padding(start, width, pad);
}

function overlay(text: string, cover: string, start: number, end: number): string {
  const clamp = (at: number): number => Math.max(0, Math.min(at, text.length));
  const [from, to] = [Math.min(clamp(start), clamp(end)), Math.max(clamp(start), clamp(end))];
  return text.slice(0, from) + cover + text.slice(to);
}

function removeStart(text: string, part: string, found: boolean): string {
  return found ? text.slice(part.length) : text;
}

function removeEnd(text: string, part: string, found: boolean): string {
  return found ? text.slice(0, text.length - part.length) : text;
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function swapCase(text: string): string {
  return [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');
}

const CHARACTER_TYPES = /\p{Lu}+|\p{Ll}+|\p{Nd}+|\p{P}+|\p{S}+|\p{Z}+|[^\p{Lu}\p{Ll}\p{Nd}\p{P}\p{S}\p{Z}]+/gu;
/** The last capital of a run belongs to the lower-case word after it. */
const CAMEL_TYPES =
  /\p{Lu}\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\p{Nd}+|\p{P}+|\p{S}+|\p{Z}+|[^\p{Lu}\p{Ll}\p{Nd}\p{P}\p{S}\p{Z}]+/gu;

const cuts = instanceMethods({
  'abbreviate(Integer)': (_rt, text: string, width: number) => abbreviate(text, width),
  'abbreviate(Integer,Integer)': (_rt, text: string, width: number, offset: number) => abbreviate(text, width, offset),
  'left(Integer)': (_rt, text: string, count: number) => text.slice(0, Math.max(0, count)),
  'right(Integer)': (_rt, text: string, count: number) => (count <= 0 ? '' : text.slice(-count)),
  'mid(Integer,Integer)': (_rt, text: string, start: number, count: number) =>
    count < 0 ? '' : text.slice(Math.max(0, start), Math.max(0, start) + count),
  'substring(Integer)': (_rt, text: string, start: number) => substring(text, start, text.length),
  'substring(Integer,Integer)': (_rt, text: string, start: number, end: number) => substring(text, start, end),
  'substringAfter(String)': (_rt, text: string, mark: string) =>
    text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '',
  'substringAfterLast(String)': (_rt, text: string, mark: string) =>
    mark !== '' && text.includes(mark) ? text.slice(text.lastIndexOf(mark) + mark.length) : '',
  'substringBefore(String)': (_rt, text: string, mark: string) =>
    text.includes(mark) ? text.slice(0, text.indexOf(mark)) : text,
  'substringBeforeLast(String)': (_rt, text: string, mark: string) =>
    mark !== '' && text.includes(mark) ? text.slice(0, text.lastIndexOf(mark)) : text,
  'substringBetween(String)': (_rt, text: string, tag: string) => between(text, tag, tag),
  'substringBetween(String,String)': (_rt, text: string, open: string, close: string) => between(text, open, close),
  'remove(String)': (_rt, text: string, part: string) => (part === '' ? text : text.replaceAll(part, '')),
  'removeEnd(String)': (_rt, text: string, part: string) => removeEnd(text, part, text.endsWith(part)),
  'removeEndIgnoreCase(String)': (_rt, text: string, part: string) =>
    removeEnd(text, part, text.toLowerCase().endsWith(part.toLowerCase())),
  'removeStart(String)': (_rt, text: string, part: string) => removeStart(text, part, text.startsWith(part)),
  'removeStartIgnoreCase(String)': (_rt, text: string, part: string) =>
    removeStart(text, part, text.toLowerCase().startsWith(part.toLowerCase())),
  'deleteWhitespace()': (_rt, text: string) => text.replace(/\s/g, ''),
  'normalizeSpace()': (_rt, text: string) => text.trim().replace(/\s+/g, ' '),
  // As Java's trim: everything up to the blank, no other white space.
  'trim()': (_rt, text: string) => text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, ''),
  'splitByCharacterType()': (_rt, text: string) => stringList(text.match(CHARACTER_TYPES) ?? []),
  'splitByCharacterTypeCamelCase()': (_rt, text: string) => stringList(text.match(CAMEL_TYPES) ?? [])
});

const changes = instanceMethods({
  'capitalize()': (_rt, text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  'uncapitalize()': (_rt, text: string) => text.charAt(0).toLowerCase() + text.slice(1),
  'swapCase()': (_rt, text: string) => swapCase(text),
  'toLowerCase()': (_rt, text: string) => text.toLowerCase(),
  'toLowerCase(String)': (_rt, text: string, locale: string) => text.toLocaleLowerCase(locale.replace('_', '-')),
  'toUpperCase()': (_rt, text: string) => text.toUpperCase(),
  'toUpperCase(String)': (_rt, text: string, locale: string) => text.toLocaleUpperCase(locale.replace('_', '-')),
  'center(Integer)': (_rt, text: string, width: number) => center(text, width, ' '),
  'center(Integer,String)': (_rt, text: string, width: number, pad: string) => center(text, width, pad),
  'leftPad(Integer)': (_rt, text: string, width: number) => padding(text, width, ' ') + text,
  'leftPad(Integer,String)': (_rt, text: string, width: number, pad: string) => padding(text, width, pad) + text,
  'rightPad(Integer)': (_rt, text: string, width: number) => text + padding(text, width, ' '),
  'rightPad(Integer,String)': (_rt, text: string, width: number, pad: string) => text + padding(text, width, pad),
  'overlay(String,Integer,Integer)': (_rt, text: string, cover: string, start: number, end: number) =>
    overlay(text, cover, start, end),
  'repeat(Integer)': (_rt, text: string, count: number) => text.repeat(Math.max(0, count)),
  'repeat(String,Integer)': (_rt, text: string, separator: string, count: number) =>
    Array.from({ length: Math.max(0, count) }, () => text).join(separator),
  'replace(String,String)': (_rt, text: string, from: string, to: string) => text.replaceAll(from, () => to),
  'reverse()': (_rt, text: string) => [...text].reverse().join('')
});

export const stringChanges = implement('String', { ...cuts, ...changes });

export const stringTags = implement(
  'String',
  instanceMethods({ 'stripHtmlTags()': (_rt, text: string) => text.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ') }),
  { fidelity: 'approximate', note: 'Tags are cut; the platform also normalises some white space and entities.' }
);
