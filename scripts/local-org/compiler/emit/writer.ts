/** Lines of generated code, each with the place in the Apex source that it stands for. */
import { addSegment, GenMapping, toEncodedMap } from '@jridgewell/gen-mapping';
import type { At } from '../ast';

export interface Line {
  readonly text: string;
  readonly at: At | undefined;
  /** The method as a stack trace names it: 'Outer.Inner.method'. */
  readonly scope: string;
}

/** One statement is one line, so that a position in the JavaScript stack leads to the statement's Apex line. */
export class Writer {
  readonly lines: Line[] = [];

  constructor(readonly scope: string) {}

  line(text: string, at?: At): void {
    this.lines.push({ text, at, scope: this.scope });
  }

  append(other: Writer): void {
    for (const line of other.lines) this.lines.push(line);
  }
}

export function printCode(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}

/** A version 3 source map; the `names` of its segments are the Apex methods. */
export function printMap(lines: readonly Line[], file: string): string {
  const map = new GenMapping({ file: `${file}.js` });
  lines.forEach((line, index) => {
    if (line.at) addSegment(map, index, 0, file, line.at.line - 1, line.at.column - 1, line.scope);
  });
  return JSON.stringify(toEncodedMap(map));
}
