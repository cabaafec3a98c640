import type { PlatformField, PlatformMethod } from '../contracts/platform-types';
import { signatureText, typeRef, typeText } from '../contracts/type-ref';
import type { TypeRef } from '../contracts/type-ref';

/**
 * Members as one line of text, `static List<String> split(String,Integer)`: compact in the cache, readable in
 * corrections. A constructor is `void <init>(String)`.
 */
export function methodText(method: PlatformMethod): string {
  const modifiers = `${method.static ? 'static ' : ''}${method.abstract ? 'abstract ' : ''}`;
  return `${modifiers}${typeText(method.returns)} ${method.key}`;
}

export function fieldText(field: PlatformField): string {
  return `${field.static ? 'static ' : ''}${typeText(field.type)} ${field.name}`;
}

export function parseMethod(text: string): PlatformMethod {
  const open = text.indexOf('(');
  const words = text.slice(0, open).split(' ');
  const name = words.pop();
  const returns = words.pop();
  if (open < 0 || !text.endsWith(')') || !name || !returns) throw malformed(text);
  const parameters = parseTypes(text.slice(open + 1, -1));
  return method(name, parameters, parseType(returns), words.includes('static'), words.includes('abstract'));
}

export function method(
  name: string,
  parameters: readonly TypeRef[],
  returns: TypeRef,
  isStatic: boolean,
  isAbstract: boolean
): PlatformMethod {
  return { name, static: isStatic, abstract: isAbstract, parameters, returns, key: signatureText(name, parameters) };
}

export function parseField(text: string): PlatformField {
  const words = text.split(' ');
  const name = words.pop();
  const type = words.pop();
  if (!name || !type) throw malformed(text);
  return { name, static: words.includes('static'), type: parseType(type) };
}

/** The inverse of typeText. Types recur thousands of times and are immutable, so each is built once. */
export function parseType(text: string): TypeRef {
  const known = parsed.get(text);
  if (known) return known;
  const open = text.indexOf('<');
  if (open === 0 || open > 0 !== text.endsWith('>') || /[\s,]/.test(open < 0 ? text : text.slice(0, open))) {
    throw malformed(text);
  }
  const type = open < 0 ? typeRef(text) : typeRef(text.slice(0, open), parseTypes(text.slice(open + 1, -1)));
  parsed.set(text, type);
  return type;
}

const parsed = new Map<string, TypeRef>();

function parseTypes(text: string): readonly TypeRef[] {
  if (text === '') return [];
  const types: TypeRef[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (char === ',' && depth === 0) {
      types.push(parseType(text.slice(start, at)));
      start = at + 1;
    }
  }
  types.push(parseType(text.slice(start)));
  return types;
}

function malformed(text: string): Error {
  return new Error(`'${text}' is not a declaration: write it as 'static Type name(Type,Type)', without other spaces.`);
}
