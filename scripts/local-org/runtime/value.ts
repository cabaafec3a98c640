import type { Runtime } from '../contracts/runtime';

/**
 * A value that compares by content. Equality and hashing are methods of the kinds themselves, so that collections can
 * hold every kind without the kinds knowing each other.
 */
export abstract class ApexValue {
  /** equals(): `other` is neither null nor this very object. */
  abstract equalTo(rt: Runtime, other: unknown): boolean;
  /** What a hash table files the value under: a text that decides alone, or a HashKey that narrows the search. */
  abstract hashKey(rt: Runtime): string | HashKey;
}

/** A hash that several unequal values may share: the table asks for equality after it. */
export class HashKey {
  constructor(readonly hash: number) {}
}

/** Texts of value kinds start with a character that no Apex string starts with in practice, so kinds never collide. */
export function exactKey(kind: string, content: string | number): string {
  return `\u0000${kind}:${content}`;
}

/** The hash of Java's String, which Apex documents as its own. */
export function hashText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

export function combineHashes(hashes: readonly number[]): number {
  return hashes.reduce((all, next) => (Math.imul(31, all) + next) | 0, 1);
}
