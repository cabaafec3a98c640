/** From a JavaScript stack to Apex lines. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { CompiledUnit } from '../contracts/program';
import { ApexException } from '../runtime/exceptions';

const PREFIX = 'apex:';

/** As V8 takes it from a comment: no blanks. */
export function scriptName(file: string): string {
  return `${PREFIX}${encodeURI(file)}`;
}

export interface ApexFrame {
  /** 'Class.Outer.Inner.method' or 'Trigger.Name'. */
  readonly scope: string;
  readonly file: string;
  readonly line: number;
}

/** Keeps the source maps of loaded units; each is decoded when it is first needed. */
export class StackMapper {
  readonly #maps = new Map<string, string>();
  readonly #decoded = new Map<string, TraceMap>();

  add(unit: CompiledUnit): void {
    this.#maps.set(unit.file, unit.map);
    this.#decoded.delete(unit.file);
  }

  /** The Apex frames of an error, the innermost first. */
  frames(error: unknown): readonly ApexFrame[] {
    if (!(error instanceof Error) || error.stack === undefined) return [];
    return error.stack.split('\n').flatMap((line) => this.#frame(line) ?? []);
  }

  #frame(line: string): ApexFrame | undefined {
    const start = line.lastIndexOf(PREFIX);
    const place = start < 0 ? null : /^(.*):(\d+):(\d+)\)?$/.exec(line.slice(start + PREFIX.length));
    const [, encoded = '', row = '', column = ''] = place ?? [];
    const file = decodeURI(encoded);
    const map = this.#mapOf(file);
    if (!map) return undefined;
    const original = originalPositionFor(map, { line: Number(row), column: Number(column) - 1 });
    return original.line === null ? undefined : { scope: original.name ?? '', file, line: original.line };
  }

  #mapOf(file: string): TraceMap | undefined {
    const known = this.#decoded.get(file);
    const text = this.#maps.get(file);
    if (known || text === undefined) return known;
    const map = new TraceMap(text);
    this.#decoded.set(file, map);
    return map;
  }

  /** As getStackTraceString() prints it. */
  text(error: unknown): string {
    return this.frames(error)
      .map((frame) => `${frame.scope}: line ${frame.line}, column 1`)
      .join('\n');
  }

  /** Lets a caught exception answer for its line and trace; most never are asked, so nothing is computed before. */
  prepare(exception: ApexException): void {
    if (Object.hasOwn(exception, PREPARED)) return;
    Object.defineProperties(exception, {
      [PREPARED]: { value: true },
      lineNumber: { get: () => this.frames(exception)[0]?.line, configurable: true },
      stackTraceText: { get: () => this.text(exception), configurable: true }
    });
  }
}

const PREPARED = Symbol('line and trace on demand');
