import { SIMPLE_TYPE_NAMES, typeRef } from '../contracts/type-ref';
import type { TypeRef } from '../contracts/type-ref';
import { JAVA_TYPES, NAMESPACES, REPLACED_TYPES } from './corrections';
import { ARRAY, VARIABLE } from './signature';
import type { JavaType } from './signature';

/** Where a class of the jars belongs: `.../cache/Org$OrgCacheException` is Cache and Org.OrgCacheException. */
export interface QualifiedName {
  readonly namespace: string;
  readonly name: string;
}

const ROOT = 'com/nawforce/runforce/';
const SIMPLE: ReadonlySet<string> = new Set(SIMPLE_TYPE_NAMES);
const OBJECT_PACKAGES: ReadonlySet<string> = new Set(['SObjects', 'SObjectStubs']);

export function qualifiedName(binaryName: string): QualifiedName {
  const [folder, name, ...rest] = binaryName.startsWith(ROOT) ? binaryName.slice(ROOT.length).split('/') : [];
  if (!folder || !name || rest.length > 0) {
    throw new Error(`The type tables name ${binaryName}, which is no Apex type: say in corrections.ts what it means.`);
  }
  const namespace = OBJECT_PACKAGES.has(folder) ? 'Schema' : (NAMESPACES[folder] ?? folder);
  return { namespace, name: name.replace(/(?<=.)\$(?=.)/g, '.') };
}

export function canonicalName({ namespace, name }: QualifiedName): string {
  return namespace === 'System' && SIMPLE.has(name) ? name : `${namespace}.${name}`;
}

export function apexType(type: JavaType): TypeRef {
  if (type.name === ARRAY) return typeRef('List', type.args.map(apexType));
  if (type.name.startsWith(VARIABLE)) return typeRef(type.name.slice(VARIABLE.length));
  const java = JAVA_TYPES[type.name];
  if (java) return typeRef(java);
  const replaced = REPLACED_TYPES[type.name.slice(ROOT.length)];
  if (replaced) return typeRef(replaced.name, replaced.generic ? type.args.map(apexType) : []);
  return typeRef(canonicalName(qualifiedName(type.name)), type.args.map(apexType));
}

/** Names that Java reserves, or that would override a method of java.lang.Object, end in `$`. */
export function memberName(name: string): string {
  return name.replace(/\$$/, '');
}
