import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Refusal } from './refusal';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2'
};

export interface ServedFile {
  readonly content: Buffer;
  readonly type: string;
}

/** A file below a folder; anything else, such as a path that climbs out of it, does not exist. */
export async function readBelow(folder: string, path: string): Promise<ServedFile> {
  const file = resolve(join(folder, path));
  const type = TYPES[extname(file)];
  if (type === undefined || !file.startsWith(resolve(folder) + sep)) throw missing(path);
  try {
    return { content: await readFile(file), type };
  } catch {
    throw missing(path);
  }
}

function missing(path: string): Refusal {
  return new Refusal(404, 'NotFound', `The console has no file ${path}.`);
}
