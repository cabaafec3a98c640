import { throwApex } from '../../../runtime/exceptions';
import { escapeText, translateEscape } from './escapes';
import { unsupported } from './refusal';

/** POSIX and java.lang.Character classes by name, and scripts and categories that JavaScript knows under the same. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\v\\f\\r',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsUppercase: '\\p{Uppercase}',
  IsLowercase: '\\p{Lowercase}',
  IsPunctuation: '\\p{P}'
};

const CATEGORY = /^(?:Is)?(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

/** Inside of brackets, where white space is a list rather than a class of its own. */
const SPACES = ' \\t\\n\\v\\f\\r';

/** `[...]` at the start of `rest`. Unions and intersections of classes have no counterpart and are refused. */
export function translateClass(rest: string): { readonly source: string; readonly length: number } {
  let at = rest.startsWith('[^') ? 2 : 1;
  let source = rest.slice(0, at);
  const first = at;
  while (at < rest.length && (rest.charAt(at) !== ']' || at === first)) {
    const { source: part, length } = member(rest.slice(at));
    source += part;
    at += length;
  }
  if (at >= rest.length) throwApex('System.StringException', `Invalid regex: Unclosed character class ${rest}`);
  return { source: `${source}]`, length: at + 1 };
}

function member(rest: string): { readonly source: string; readonly length: number } {
  if (rest.startsWith('&&')) unsupported('an intersection of character classes');
  if (rest.startsWith('[')) unsupported('a character class inside another');
  const quoted = /^\\Q([\s\S]*?)\\E/.exec(rest);
  if (quoted) return { source: escapeText(quoted[1] ?? ''), length: quoted[0].length };
  const property = /^\\([pP])(?:\{(\w+)\}|(\w))/.exec(rest);
  if (property)
    return { source: classOf(property[2] ?? property[3] ?? '', property[1] === 'P'), length: property[0].length };
  if (rest.startsWith('\\s')) return { source: SPACES, length: 2 };
  if (/^\\[ShRAzZ]/.test(rest)) unsupported(`\\${rest.charAt(1)} inside a character class`);
  if (rest.startsWith('\\')) return translateEscape(rest);
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return { source: character === '-' ? '-' : escapeText(character), length: character.length };
}

function classOf(name: string, negated: boolean): string {
  const category = CATEGORY.exec(name)?.[1];
  if (category !== undefined) return `\\${negated ? 'P' : 'p'}{${category}}`;
  const known = PROPERTIES[name];
  if (known === undefined || negated) unsupported(`\\${negated ? 'P' : 'p'}{${name}}`);
  return known;
}
