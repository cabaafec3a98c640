import type { PlatformType, StandardObject } from '../contracts/platform-types';
import { addedTypes } from './additions';
import { ROOT_OBJECT } from './corrections';
import { correct, outdated } from './correct';
import type { ClassFile } from './classfile';
import { readJar } from './jar';
import { platformType } from './members';
import { MEMBER_CORRECTIONS } from './member-corrections';
import type { TypeCorrection } from './member-corrections';
import { canonicalName } from './names';
import { correctedObject } from './object-corrections';
import { standardObject } from './objects';

export interface Tables {
  readonly types: readonly PlatformType[];
  readonly objects: readonly StandardObject[];
}

const ROOT = 'com/nawforce/runforce/';
const HELPERS = ['Internal/', 'SObjectStubs/'].map((folder) => ROOT + folder);

export function readTables(standardTypes: Uint8Array, sobjectTypes: Uint8Array): Tables {
  const types = platformTypes(readJar(standardTypes));
  return {
    types: [...types, ...addedTypes(new Set(types.map(canonicalName)))],
    objects: readJar(sobjectTypes).map(standardObject).map(correctedObject)
  };
}

export function platformTypes(
  files: readonly ClassFile[],
  corrections: Readonly<Record<string, TypeCorrection>> = MEMBER_CORRECTIONS
): readonly PlatformType[] {
  const unused = new Set(Object.keys(corrections));
  const types = files.filter(declaresType).map((file) => {
    const type = named(platformType(file), file);
    const name = canonicalName(type);
    const correction = corrections[name];
    unused.delete(name);
    return correction ? correct(type, correction, name) : type;
  });
  for (const name of unused) throw outdated(name, 'does not exist');
  return types;
}

function declaresType(file: ClassFile): boolean {
  return file.name === ROOT + ROOT_OBJECT || !HELPERS.some((folder) => file.name.startsWith(folder));
}

function named(type: PlatformType, file: ClassFile): PlatformType {
  return file.name === ROOT + ROOT_OBJECT ? { ...type, namespace: 'System', name: 'Object' } : type;
}
