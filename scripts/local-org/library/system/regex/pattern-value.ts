import { typeRef } from '../../../contracts/type-ref';
import { PlatformObject } from '../../../runtime/object';
import type { Translated } from './translate';
import { translate } from './translate';

/** Programs use few patterns, and use them often; one that builds patterns from data does not fill the memory. */
const MOST_KEPT = 500;
const kept = new Map<string, Translated>();

function translatedOnce(text: string): Translated {
  const known = kept.get(text);
  if (known) return known;
  const translated = translate(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, translated);
  return translated;
}

export class PatternValue extends PlatformObject {
  readonly apexType = typeRef('System.Pattern');
  private readonly translated: Translated;

  constructor(readonly text: string) {
    super();
    this.translated = translatedOnce(text);
  }

  /** Finds the next match from lastIndex on. */
  finder(): RegExp {
    return this.regex(this.translated.source, 'gd');
  }

  /** Matches at lastIndex or not at all; with `whole`, up to the end of the text. */
  anchored(whole: boolean): RegExp {
    return this.regex(whole ? `(?:${this.translated.source})(?![\\s\\S])` : this.translated.source, 'yd');
  }

  get groupCount(): number {
    return (new RegExp(`${this.translated.source}|`, this.translated.flags).exec('')?.length ?? 1) - 1;
  }

  private regex(source: string, use: string): RegExp {
    return new RegExp(source, this.translated.flags + use);
  }

  override toApexText(): string {
    return this.text;
  }
}

/** As Java's Pattern.split: an empty match at the start gives no part, trailing empty parts go unless asked for. */
export function splitText(pattern: PatternValue, text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(pattern.finder())) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}
