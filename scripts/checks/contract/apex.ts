import { readFileSync } from 'node:fs';

const ANNOTATION = /@(AuraEnabled|InvocableMethod|InvocableVariable)\s*(?:\(([^)]*)\))?\s*/gi;
const MODIFIERS = /^(?:(?:public|private|protected|global|static|virtual|abstract|override|final|transient)\s+)*/i;

/** What other people's code, pages and flows may name of one Apex file. */
export function readApexContract(path: string): string[] {
  const text = withoutComments(readFileSync(path, 'utf8'));
  const className = /\b(?:class|interface|enum)\s+(\w+)/i.exec(text)?.[1];
  if (className === undefined) return [];
  return [...globals(text, className), ...interfaces(text, className), ...annotated(text, className)];
}

/** Strings may hold anything, comments too: neither is a declaration. */
export function withoutComments(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (found) =>
    found.startsWith("'") ? "''" : ' '
  );
}

function globals(text: string, className: string): string[] {
  return [...text.matchAll(/^[ \t]*(global\b[^;{=]*)/gim)].map((match) => `${className}: ${tidy(match[1])}`);
}

/** Whoever implements a global interface depends on each of its methods, which carry no modifier. */
function interfaces(text: string, className: string): string[] {
  return [...text.matchAll(/\bglobal\s+interface\s+(\w+)[^{]*\{([^}]*)\}/gi)].flatMap(([, name, body]) =>
    (body ?? '')
      .split(';')
      .map(tidy)
      .filter((method) => method !== '')
      .map((method) => `${className}: ${name}.${method}`)
  );
}

function annotated(text: string, className: string): string[] {
  return [...text.matchAll(ANNOTATION)].map((match) => {
    const rest = text.slice(match.index + match[0].length);
    const declaration = /^[^;{=]*/.exec(rest)?.[0] ?? '';
    const options = match[2] === undefined ? '' : `(${tidy(match[2])})`;
    return `${className}: @${match[1]}${options} ${tidy(declaration).replace(MODIFIERS, '')}`;
  });
}

export function tidy(text: string | undefined): string {
  return (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),<>]) ?/g, '$1')
    .trim();
}
