import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';

/** The value of `$Credential.<name>.<parameter>`; undefined where there is none. */
export type CredentialLookup = (externalCredential: string, parameter: string) => string | undefined;

const MERGE = /\{!([^}]*)\}/g;

/** Text with formulas between `{!` and `}`, as headers of credentials hold it. */
export function mergeFormulas(text: string, lookUp: CredentialLookup): string {
  return text.replace(MERGE, (_whole, formula: string) => evaluate(formula, lookUp));
}

/** One piece of a formula: a literal in either kind of quotes, a reference, or what joins them. */
const TOKEN = /\s*(?:'([^']*)'|"([^"]*)"|\$Credential\.(\w+)\.(\w+)|([&+]))\s*/gy;

/** Literals and credentials joined by & or +: the formulas that the documentation of custom headers shows. */
function evaluate(formula: string, lookUp: CredentialLookup): string {
  const inner = /^\s*HTMLENCODE\((.*)\)\s*$/i.exec(formula)?.[1];
  if (inner !== undefined) return htmlEncode(evaluate(inner, lookUp));
  const pieces = [...formula.matchAll(TOKEN)];
  const alternate = pieces.every(([, , , , , join], index) => (join === undefined) === (index % 2 === 0));
  const complete = pieces.reduce((length, [piece]) => length + piece.length, 0) === formula.length;
  if (!alternate || !complete || pieces.length % 2 === 0) throw new UnsupportedCall('Credential formula', formula);
  return pieces
    .map(([, single, double, name, parameter]) =>
      name === undefined || parameter === undefined ? (single ?? double ?? '') : valueOf(name, parameter, lookUp)
    )
    .join('');
}

function valueOf(name: string, parameter: string, lookUp: CredentialLookup): string {
  return (
    lookUp(name, parameter) ??
    throwApex('System.CalloutException', `Unable to resolve the merge field $Credential.${name}.${parameter}.`)
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
