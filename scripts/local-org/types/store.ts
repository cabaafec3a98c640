import type { Tables } from './tables';
import { packObject, packType } from './pack';

/**
 * The cached tables: one line of JSON that indexes what follows, then the packed types and objects. Only the index is
 * read at start-up; 134,000 fields stay bytes until an object is asked for.
 */
export interface PackedTables {
  readonly types: readonly Entry[];
  readonly objects: readonly Entry[];
  readonly body: Buffer;
}

/** A type by namespace and name, an object with an empty namespace; where its text begins and how long it is. */
export type Entry = readonly [namespace: string, name: string, start: number, length: number];

const NEWLINE = 0x0a;

export function encode(tables: Tables): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const append = (namespace: string, name: string, text: string): Entry => {
    const part = Buffer.from(text);
    parts.push(part);
    at += part.length;
    return [namespace, name, at - part.length, part.length];
  };
  const types = tables.types.map((type) => append(type.namespace, type.name, packType(type)));
  const objects = tables.objects.map((object) => append('', object.name, packObject(object)));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ types, objects })}\n`), ...parts]);
}

export function decode(bytes: Buffer): PackedTables {
  const end = bytes.indexOf(NEWLINE);
  const index = JSON.parse(bytes.toString('utf8', 0, end)) as Omit<PackedTables, 'body'>;
  const body = bytes.subarray(end + 1);
  const [, , start, length] = index.objects.at(-1) ?? index.types.at(-1) ?? ['', '', 0, 0];
  if (start + length !== body.length) {
    throw new Error('The cached type tables are incomplete: delete node_modules/.cache/tokenward and start again.');
  }
  return { ...index, body };
}
