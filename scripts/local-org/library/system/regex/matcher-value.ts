import { typeRef } from '../../../contracts/type-ref';
import { throwApex } from '../../../runtime/exceptions';
import { PlatformObject } from '../../../runtime/object';
import type { PatternValue } from './pattern-value';

/** One matching in progress. A region is cut out before matching, which gives it anchoring, opaque bounds. */
export class MatcherValue extends PlatformObject {
  readonly apexType = typeRef('System.Matcher');
  regionStart = 0;
  regionEnd: number;
  private last: RegExpExecArray | undefined;
  private next = 0;

  constructor(
    public pattern: PatternValue,
    public text: string
  ) {
    super();
    this.regionEnd = text.length;
  }

  reset(text = this.text): this {
    this.text = text;
    return this.region(0, text.length);
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.text.length || start > end) throwApex('System.StringException', 'Illegal region');
    this.regionStart = start;
    this.regionEnd = end;
    this.last = undefined;
    this.next = 0;
    return this;
  }

  find(): boolean {
    const regex = this.pattern.finder();
    const subject = this.text.slice(this.regionStart, this.regionEnd);
    regex.lastIndex = this.next;
    this.last = this.next > subject.length ? undefined : (regex.exec(subject) ?? undefined);
    if (this.last) this.next = regex.lastIndex + (this.last[0] === '' ? 1 : 0);
    return this.last !== undefined;
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) throwApex('System.StringException', 'Illegal start index');
    this.reset();
    this.next = start;
    return this.find();
  }

  /** matches() with `whole`, else lookingAt(). */
  matchStart(whole: boolean): boolean {
    const regex = this.pattern.anchored(whole);
    this.last = regex.exec(this.text.slice(this.regionStart, this.regionEnd)) ?? undefined;
    if (this.last) this.next = regex.lastIndex + (this.last[0] === '' ? 1 : 0);
    return this.last !== undefined;
  }

  group(index: number): string | null {
    return this.checked(index)[index] ?? null;
  }

  /** -1 for a group that took no part in the match. */
  bounds(index: number): readonly [number, number] {
    const range = this.checked(index).indices?.[index];
    return range ? [range[0] + this.regionStart, range[1] + this.regionStart] : [-1, -1];
  }

  private checked(index: number): RegExpExecArray {
    if (!this.last) return throwApex('System.StringException', 'No match found');
    if (index < 0 || index >= this.last.length) throwApex('System.StringException', `No group ${index}`);
    return this.last;
  }
}

/** $1 and ${name} stand for groups, a backslash takes the next character as it is. */
export function replaceMatches(pattern: PatternValue, text: string, replacement: string, all: boolean): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(pattern.finder())) {
    result += text.slice(done, match.index) + expand(replacement, match);
    done = match.index + match[0].length;
    if (!all) break;
  }
  return result + text.slice(done);
}

function expand(replacement: string, match: RegExpMatchArray): string {
  return replacement.replace(/\\([\s\S]?)|\$(?:(\d)(\d*)|\{(\w+)\})?/g, (whole, escaped, digit, more, name) => {
    if (escaped !== undefined) return escaped;
    if (name !== undefined) return match.groups?.[name] ?? '';
    if (digit === undefined) return throwApex('System.StringException', `Illegal group reference: ${whole}`);
    return expandNumber(digit, more, match);
  });
}

/** As many digits as still name a group. */
function expandNumber(digit: string, more: string, match: RegExpMatchArray): string {
  if (Number(digit) >= match.length) return throwApex('System.StringException', `No group ${digit}`);
  let used = 0;
  while (used < more.length && Number(digit + more.slice(0, used + 1)) < match.length) used += 1;
  return (match[Number(digit + more.slice(0, used))] ?? '') + more.slice(used);
}
