import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Problem } from '../contracts/program';

/** One file of a project, relative to its root with forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type XmlResult = { readonly root: XmlElement } | { readonly problem: Problem };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  htmlEntities: true,
  // Whether an element repeats is known to the reader of the element, not to the parser.
  isArray: () => true
});

/** Metadata files only: elements and text; attributes carry nothing but namespaces and types. */
export function parseMetadata(file: TextFile, rootName: string): XmlResult {
  const valid = XMLValidator.validate(file.text);
  if (valid !== true)
    return { problem: problem(file, valid.err.line, valid.err.col, `Malformed XML: ${valid.err.msg}`) };
  const document: unknown = parser.parse(file.text);
  const root = new XmlElement(isRecord(document) ? document : {}).child(rootName);
  if (root) return { root };
  return { problem: problem(file, 1, 1, `Expected <${rootName}> as the root element of this metadata file.`) };
}

export function problem(file: TextFile, line: number, column: number, message: string): Problem {
  return { file: file.path, line, column, rule: 'metadata', message };
}

/** Line and column of an element's first occurrence, for problems found after parsing. */
export function positionOf(file: TextFile, text: string): { readonly line: number; readonly column: number } {
  const index = Math.max(0, file.text.indexOf(text));
  const before = file.text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

export class XmlElement {
  readonly #children: Readonly<Record<string, unknown>>;

  constructor(children: Readonly<Record<string, unknown>>) {
    this.#children = children;
  }

  /** The trimmed text of a child; undefined when the child is missing or empty. */
  text(name: string): string | undefined {
    return this.texts(name)[0];
  }

  texts(name: string): readonly string[] {
    return this.#all(name)
      .map((value) => (typeof value === 'string' ? value : ''))
      .filter((value) => value !== '');
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }

  child(name: string): XmlElement | undefined {
    return this.children(name)[0];
  }

  children(name: string): readonly XmlElement[] {
    return this.#all(name)
      .filter((value) => isRecord(value) || value === '')
      .map((value) => new XmlElement(isRecord(value) ? value : {}));
  }

  /** As plain data, for metadata that the local org only passes on: single children are not wrapped in lists. */
  data(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this.#children).map(([name, values]) => [name, plain(values)]));
  }

  #all(name: string): readonly unknown[] {
    const values = this.#children[name];
    return Array.isArray(values) ? values : [];
  }
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (!isRecord(value)) return value;
  return new XmlElement(value).data();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
