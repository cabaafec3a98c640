import type { At, Modifiers } from '../ast';
import type { CheckContext } from './context';

export type DeclarationKind =
  | 'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'parameters' | 'locals'; // prettier-ignore

const SCOPES = ['public', 'private', 'protected', 'global'];
const OPEN = ['public', 'private', 'global'];
const SHARING = ['with sharing', 'without sharing', 'inherited sharing'];
const VALUES = [...SCOPES, 'static', 'final', 'transient', 'webservice'];

const ALLOWED: Readonly<Record<DeclarationKind, readonly string[]>> = {
  classes: [...OPEN, ...SHARING, 'abstract', 'virtual', 'final'],
  interfaces: [...OPEN, 'virtual'],
  enums: OPEN,
  fields: VALUES,
  properties: VALUES,
  methods: [...SCOPES, 'static', 'abstract', 'virtual', 'override', 'final', 'testmethod', 'webservice'],
  constructors: SCOPES,
  parameters: ['final'],
  locals: ['final', 'transient']
};

/** Words that shut each other out, with the message. */
const CLASHES: readonly (readonly [DeclarationKind, string, string, string])[] = [
  ['classes', 'abstract', 'virtual', 'abstract are by default virtual'],
  ['methods', 'abstract', 'virtual', 'abstract are by default virtual'],
  ['methods', 'static', 'abstract', 'static methods cannot be abstract'],
  ['methods', 'static', 'override', 'static methods cannot be override'],
  ['methods', 'virtual', 'static', 'virtual methods cannot be static'],
  ['classes', 'with sharing', 'without sharing', 'withSharing classes cannot be withoutSharing'],
  ['classes', 'with sharing', 'inherited sharing', 'withSharing classes cannot be inheritedSharing'],
  ['classes', 'without sharing', 'inherited sharing', 'withoutSharing classes cannot be inheritedSharing']
];

/** The words before a declaration: each at most once, one scope, and only those that its kind knows. */
export function checkWords(context: CheckContext, at: At, { words }: Modifiers, kind: DeclarationKind): void {
  const report = (message: string): void => context.report(at, 'modifier', message);
  for (const word of new Set(words)) {
    if (words.filter((other) => other === word).length > 1) report(`Duplicate modifier: ${display(word)}`);
    if (!ALLOWED[kind].includes(word)) report(`${display(word)} is not allowed on ${kind}`);
  }
  if (new Set(words.filter((word) => SCOPES.includes(word))).size > 1) report('Declarations can only have one scope');
  const isFinal = (kind === 'classes' || kind === 'methods') && words.includes('final');
  if (isFinal) report(`${kind} are by default final`);
  for (const [of, one, other, message] of CLASHES) {
    if (of === kind && words.includes(one) && words.includes(other)) report(message);
  }
}

const DISPLAYED: Readonly<Record<string, string>> = { testmethod: 'testMethod', webservice: 'webService' };

function display(word: string): string {
  return DISPLAYED[word] ?? word.replace(' sharing', 'Sharing');
}
