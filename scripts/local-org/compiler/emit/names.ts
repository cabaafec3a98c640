/** JavaScript names of Apex members. Declaration and use must agree, so both ask here. */
import type { ProgramIndex } from './program-index';

export function quote(text: string): string {
  return JSON.stringify(text);
}

/**
 * Fields are prefixed so that an exception's field `message` cannot hide JavaScript's own. A private field may repeat
 * the name of one further up the hierarchy: it is told apart by its level.
 */
export function fieldName(index: ProgramIndex, owner: string, name: string): string {
  const wanted = name.toLowerCase();
  let level = 0;
  for (
    let current = index.projectSuperclass(owner);
    current !== undefined;
    current = index.projectSuperclass(current)
  ) {
    if (index.info(current)?.fields.some((field) => field.name.toLowerCase() === wanted)) level += 1;
  }
  const declared = index.info(owner)?.fields.find((field) => field.name.toLowerCase() === wanted)?.name ?? name;
  return level === 0 ? `_${declared}` : `_${declared}$${level}`;
}

/**
 * A subclass may declare the signature of a private method without overriding it; a method that says virtual, abstract
 * or override is overridden whatever its access.
 */
export function methodName(index: ProgramIndex, owner: string, key: string): string {
  const method = index.method(owner, key);
  const hidden = method && !method.static && method.access === 'private' && index.declaration(owner)?.kind === 'class';
  return hidden && !index.isVirtual(owner, key) ? `${key} of ${owner}` : key;
}

export function getterName(name: string): string {
  return `get ${name.toLowerCase()}`;
}

export function setterName(name: string): string {
  return `set ${name.toLowerCase()}`;
}

/** The static method that makes an instance: '<init>(String)' gives 'new(String)'. */
export function factoryName(key: string): string {
  return key.replace('<init>', 'new');
}
