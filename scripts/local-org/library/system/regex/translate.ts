import { throwApex } from '../../../runtime/exceptions';
import { translateClass } from './character-class';
import { LINE_END, escapeText, translateEscape } from './escapes';
import { unsupported } from './refusal';

export interface Translated {
  readonly source: string;
  /** Without 'g', 'y' and 'd', which the use decides. */
  readonly flags: string;
}

/** A pattern of Java as one of JavaScript that matches the same; what has no counterpart is refused by name. */
export function translate(pattern: string): Translated {
  const flags = /^\(\?([a-zA-Z]+)\)/.exec(pattern);
  const body = flags ? pattern.slice(flags[0].length) : pattern;
  const translated = { source: new Translator(body).run(), flags: `u${jsFlags(flags?.[1] ?? '')}` };
  try {
    new RegExp(translated.source, translated.flags);
  } catch (error) {
    invalid(pattern, error instanceof Error ? error.message : '');
  }
  return translated;
}

function jsFlags(flags: string): string {
  const unknown = [...flags].find((flag) => !'imsuU'.includes(flag));
  if (unknown !== undefined) unsupported(`the flag ${unknown}`);
  return [...new Set(flags.replace(/[uU]/g, ''))].join('');
}

function invalid(pattern: string, reason: string): never {
  throwApex('System.StringException', `Invalid regex: ${pattern} (${reason})`);
}

class Translator {
  private at = 0;
  private result = '';

  constructor(private readonly text: string) {}

  run(): string {
    while (this.at < this.text.length) this.step();
    return this.result;
  }

  private step(): void {
    const rest = this.text.slice(this.at);
    const character = rest.charAt(0);
    if (character === '\\') return this.escape(rest);
    if (character === '[') {
      const { source, length } = translateClass(rest);
      return this.emit(source, length);
    }
    if (character === '(') return this.group(rest);
    if (/[*+?}]/.test(character) && rest.charAt(1) === '+') unsupported('a possessive quantifier');
    if (character === '{') return this.quantifier(rest);
    if (character === '}' || character === ']') return this.emit(`\\${character}`, 1);
    if (character === '$') return this.emit(`(?:${LINE_END}|$)`, 1);
    return this.emit(character, 1);
  }

  private emit(source: string, length: number): void {
    this.result += source;
    this.at += length;
  }

  private escape(rest: string): void {
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
    if (quoted) return this.emit(escapeText(quoted[1] ?? ''), quoted[0].length);
    const property = /^\\[pP](?:\{\w+\}|\w)/.exec(rest);
    if (property) {
      const { source } = translateClass(`[${property[0]}]`);
      return this.emit(source, property[0].length);
    }
    const { source, length } = translateEscape(rest);
    this.emit(source, length);
  }

  private group(rest: string): void {
    const opening = /^\(\?(?:[:=!]|<[=!]|<[A-Za-z]\w*>)/.exec(rest)?.[0];
    if (opening !== undefined) return this.emit(opening, opening.length);
    if (rest.startsWith('(?>')) unsupported('an atomic group');
    if (rest.startsWith('(?')) unsupported('flags inside the pattern');
    this.emit('(', 1);
  }

  private quantifier(rest: string): void {
    const bounds = /^\{\d+(?:,\d*)?\}/.exec(rest)?.[0];
    if (bounds === undefined)
      return throwApex('System.StringException', `Invalid regex: Illegal repetition ${this.text}`);
    if (rest.charAt(bounds.length) === '+') unsupported('a possessive quantifier');
    this.emit(bounds, bounds.length);
  }
}
