import type { PackageSource, SourceFile } from '../../contracts/program';
import type { PlatformTypes } from '../../contracts/platform-types';
import type { Schema } from '../../contracts/schema';
import { assembleProject, buildSchema } from '../../project';
import { loadPlatformTypes } from '../../types';
import { analyse, type Analysis } from '../analyse';
import type { Expression } from '../ast';
import { parseText } from '../parse/parse';

const CUSTOM_FIELD = (name: string, extra: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${extra}</CustomField>`;

const OBJECT = (body: string): string =>
  `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>x</label><pluralLabel>x</pluralLabel>${body}</CustomObject>`;

const NAME_FIELD = '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

/** One object, one hierarchy setting and one list setting, in the namespace of the tests. */
const METADATA = [
  ['Ticket__c.object-meta.xml', 'Ticket__c', OBJECT(NAME_FIELD)],
  ['fields/Count__c.field-meta.xml', 'Ticket__c', CUSTOM_FIELD('Count__c', '<type>Number</type><precision>6</precision><scale>0</scale>')],
  ['fields/Owner_Account__c.field-meta.xml', 'Ticket__c', CUSTOM_FIELD('Owner_Account__c', '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Tickets</relationshipName>')],
  ['Switches__c.object-meta.xml', 'Switches__c', OBJECT('<customSettingsType>Hierarchy</customSettingsType><visibility>Protected</visibility>')],
  ['Rule__c.object-meta.xml', 'Rule__c', OBJECT('<customSettingsType>List</customSettingsType><visibility>Public</visibility>')]
] as const; // prettier-ignore

export const NAMESPACE = 'acme';

interface World {
  readonly platform: PlatformTypes;
  readonly schema: Schema;
}

let made: World | undefined;

/** Made once per test file: neither is changed by checking. */
export function world(): World {
  if (made) return made;
  const platform = loadPlatformTypes();
  const files = METADATA.map(([path, object, text]) => ({ path: `force-app/objects/${object}/${path}`, text }));
  const config = { name: 'test', namespace: NAMESPACE, apiVersion: '65.0' };
  const project = assembleProject({ root: '', config, files, problems: [] });
  made = { platform, schema: buildSchema([project], platform) };
  return made;
}

export function packageOf(
  texts: Readonly<Record<string, string>>,
  namespace = NAMESPACE,
  managed = false
): PackageSource {
  const files = Object.entries(texts).map(([path, text]): SourceFile => {
    const kind = path.endsWith('.trigger') ? 'trigger' : 'class';
    return { path, kind, text };
  });
  return { namespace, root: '', managed, files };
}

export function analysePackages(...packages: readonly PackageSource[]): Analysis {
  const { platform, schema } = world();
  return analyse(packages, platform, schema, { parse: parseText });
}

export function analyseClasses(texts: Readonly<Record<string, string>>): Analysis {
  return analysePackages(packageOf(texts));
}

/** Statements in a static method of a class, which starts on line 1 and has them from line 2 on. */
export function inMethod(statements: string): string {
  return `public class Sample { static void run(Object o, Account row, List<Account> rows) {\n${statements}\n} }`;
}

/** `line:column message` of every problem. */
export function messages(texts: Readonly<Record<string, string>>): readonly string[] {
  return analyseClasses(texts).problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}`);
}

/** The checked initial values of the locals that the statements declare, by name. */
export function locals(statements: string): ReadonlyMap<string, Expression> {
  const analysis = analyseClasses({ 'Sample.cls': inMethod(statements) });
  if (analysis.problems.length > 0) throw new Error(JSON.stringify(analysis.problems));
  const declaration = analysis.units[0]?.unit.declaration;
  const method = declaration?.kind === 'class' ? declaration.members[0] : undefined;
  const body = method?.kind === 'method' ? (method.body?.statements ?? []) : [];
  const found = new Map<string, Expression>();
  for (const statement of body) {
    if (statement.kind !== 'local') continue;
    for (const { name, value } of statement.declarators) if (value) found.set(name, value);
  }
  return found;
}
