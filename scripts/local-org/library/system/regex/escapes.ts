import { throwApex } from '../../../runtime/exceptions';
import { unsupported } from './refusal';

/** Java's $ also matches before a line terminator that ends the text. */
export const LINE_END = '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?![\\s\\S]))';

/** Escapes that mean the same or have a fixed counterpart. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: LINE_END,
  h: '[ \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  R: '(?:\\r\\n|[\\n\\v\\f\\r\\x85\\u2028\\u2029])',
  s: '[ \\t\\n\\v\\f\\r]',
  S: '[^ \\t\\n\\v\\f\\r]',
  a: '\\x07',
  e: '\\x1B'
};

/** An escape inside or outside of a class; the caller has dealt with \Q and \p. */
export function translateEscape(rest: string): { readonly source: string; readonly length: number } {
  const code = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}|0([0-3]?[0-7]{1,2}))/.exec(rest);
  if (code) {
    const value = code[4] === undefined ? parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16) : parseInt(code[4], 8);
    return { source: `\\u{${value.toString(16)}}`, length: code[0].length };
  }
  const letter = rest.charAt(1);
  if (letter === '') throwApex('System.StringException', 'Invalid regex: the pattern ends with a backslash');
  const known = ESCAPES[letter];
  if (known !== undefined) return { source: known, length: 2 };
  const named = /^\\(?:k<\w+>|c[A-Za-z]|[1-9]\d*)/.exec(rest)?.[0];
  if (named !== undefined) return { source: named, length: named.length };
  if (/[dDwWbBtnrfv]/.test(letter)) return { source: `\\${letter}`, length: 2 };
  if (/[A-Za-z0-9]/.test(letter)) return unsupported(`\\${letter}`);
  return { source: escapeText(letter), length: 2 };
}

export function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/-/g, '\\u{2d}');
}
