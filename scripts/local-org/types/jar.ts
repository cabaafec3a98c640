import { unzipSync } from 'fflate';
import { readClassFile } from './classfile';
import type { ClassFile } from './classfile';

/** All classes of a jar, in the order of their names, so that what is generated from them is stable. */
export function readJar(bytes: Uint8Array): readonly ClassFile[] {
  const files = unzipSync(bytes, { filter: (file) => file.name.endsWith('.class') });
  return Object.keys(files)
    .sort()
    .map((name) => readClassFile(files[name]!, name));
}
