import { unzipSync } from 'fflate';
import type { Unzipped } from 'fflate';
import { readClassFile } from './classfile';
import type { ClassFile } from './classfile';

/** All classes of a jar, in the order of their names, so that what is generated from them is stable. */
export function readJar(bytes: Uint8Array): readonly ClassFile[] {
  const files = Object.entries(unzip(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  return files.map(([name, content]) => readClassFile(content, name));
}

function unzip(bytes: Uint8Array): Unzipped {
  try {
    return unzipSync(bytes, { filter: (file) => file.name.endsWith('.class') });
  } catch (cause) {
    throw new Error('A type jar is damaged and cannot be unzipped: run npm ci to install it again.', { cause });
  }
}
