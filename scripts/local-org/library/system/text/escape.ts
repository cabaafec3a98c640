import { implement } from '../../../contracts/library';
import { instanceMethods } from '../nulls';
import { LATIN_1_ENTITIES } from './entities';

const BASIC: readonly (readonly [string, string])[] = [
  ['"', 'quot'],
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt']
];

type Table = ReadonlyMap<string, string>;

const HTML: Table = new Map([...BASIC, ...LATIN_1_ENTITIES]);
const XML: Table = new Map([...BASIC, ["'", 'apos']]);

function escapeEntities(text: string, table: Table): string {
  return [...text].map((c) => (table.has(c) ? `&${table.get(c)};` : c)).join('');
}

function unescapeEntities(text: string, table: Table): string {
  const characters = new Map([...table].map(([character, name]) => [name, character]));
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return codePoint(Number(decimal), whole);
    if (hex !== undefined) return codePoint(parseInt(hex, 16), whole);
    return characters.get(name) ?? whole;
  });
}

function codePoint(code: number, otherwise: string): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : otherwise;
}

const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r'
};

function unicode(code: number): string {
  return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** By code units, so that characters beyond the first plane become two escapes, as in Java. */
function escapeUnits(text: string, special: string): string {
  return text
    .split('')
    .map((c) => {
      const code = c.charCodeAt(0);
      if (special.includes(c)) return `\\${c}`;
      return SHORT[c] ?? (code < 32 || code > 126 ? unicode(code) : c);
    })
    .join('');
}

const UNESCAPED: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function unescapeUnits(text: string): string {
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-7]{1,3})|([\s\S]))/g, (_whole, hex, octal, character) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    return UNESCAPED[character] ?? character;
  });
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function unescapeCsv(text: string): string {
  const quoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  const inner = text.slice(1, -1);
  return quoted && /[",\r\n]/.test(inner) ? inner.replace(/""/g, '"') : text;
}

export const stringEscapes = implement(
  'String',
  instanceMethods({
    'escapeCsv()': (_rt, text: string) => escapeCsv(text),
    'escapeEcmaScript()': (_rt, text: string) => escapeUnits(text, '\\"\'/'),
    'escapeJava()': (_rt, text: string) => escapeUnits(text, '\\"'),
    'escapeUnicode()': (_rt, text: string) => escapeUnits(text, ''),
    'escapeXml()': (_rt, text: string) => escapeEntities(text, XML),
    'unescapeCsv()': (_rt, text: string) => unescapeCsv(text),
    'unescapeEcmaScript()': (_rt, text: string) => unescapeUnits(text),
    'unescapeJava()': (_rt, text: string) => unescapeUnits(text),
    'unescapeUnicode()': (_rt, text: string) =>
      text.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'unescapeXml()': (_rt, text: string) => unescapeEntities(text, XML)
  })
);

export const htmlEscapes = implement(
  'String',
  instanceMethods({
    'escapeHtml3()': (_rt, text: string) => escapeEntities(text, HTML),
    'escapeHtml4()': (_rt, text: string) => escapeEntities(text, HTML),
    'unescapeHtml3()': (_rt, text: string) => unescapeEntities(text, HTML),
    'unescapeHtml4()': (_rt, text: string) => unescapeEntities(text, HTML)
  }),
  { fidelity: 'approximate', note: 'Names of the ISO 8859-1 characters only; HTML 4 names more.' }
);
