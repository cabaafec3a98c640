import type { LibraryEntry } from '../contracts/library';
import type { PlatformTypes } from '../contracts/platform-types';
import type { Behaviour } from './catalogue';

const INTRODUCTION = `# What the local org does, and how truly

Generated from the library's registrations and the catalogue of proven behaviours: \`npm run fidelity\`. Do not edit.

- **exact**: meant to be indistinguishable from the platform; what contradicts it is a defect.
- **approximate**: works, but differs from the platform in the way the note says.
- **missing**: not there. Calling it stops the run and names it; nothing of Apex can catch that.

No Salesforce org has been asked yet: every "exact" rests on the document that is named as its source.
`;

/** docs/fidelity.md. */
export function fidelityDocument(
  behaviours: readonly Behaviour[],
  entries: readonly LibraryEntry[],
  types: PlatformTypes
): string {
  return [
    INTRODUCTION,
    behaviourTable(behaviours),
    libraryTable(entries, types),
    missingTypes(entries, types),
    ''
  ].join('\n');
}

function behaviourTable(behaviours: readonly Behaviour[]): string {
  const areas = [...new Set(behaviours.map((behaviour) => behaviour.area))];
  const tables = areas.map((area) => {
    const rows = behaviours
      .filter((behaviour) => behaviour.area === area)
      .map(({ text, fidelity, source, id }) => `| ${text} | ${fidelity} | ${source} | \`${id}\` |`);
    return [`### ${area}`, '', '| behaviour | how truly | source | test |', '|---|---|---|---|', ...rows, ''].join(
      '\n'
    );
  });
  return ['## Behaviours', '', 'Each is proven by a test that carries its id.', '', ...tables].join('\n');
}

function libraryTable(entries: readonly LibraryEntry[], types: PlatformTypes): string {
  const rows = [...groupByType(entries)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, group]) => {
      const declared = declaredMembers(type, types);
      const here = new Set(group.map((entry) => entry.key));
      const missing = declared.filter((key) => !here.has(key) && !here.has(key.replace(/=$/, '')));
      const notes = [...new Set(group.map((entry) => entry.note).filter((note) => note !== undefined))];
      const approximate = group.filter((entry) => entry.fidelity === 'approximate').length;
      const cells = [
        type,
        group.length - approximate,
        approximate,
        missing.length,
        [...notes, named(missing)].join(' ').trim()
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return [
    '## Library',
    '',
    'Methods, constructors and fields by type of the platform.',
    '',
    '| type | exact | approximate | missing | notes |',
    '|---|---|---|---|---|',
    ...rows,
    ''
  ].join('\n');
}

/** A few missing members are named; many are only counted. */
function named(missing: readonly string[]): string {
  return missing.length === 0 || missing.length > 6 ? '' : `Missing: ${missing.map((key) => `\`${key}\``).join(', ')}.`;
}

function missingTypes(entries: readonly LibraryEntry[], types: PlatformTypes): string {
  const present = groupByType(entries);
  const absent = types.typeNames().filter((name) => !present.has(name) && !name.endsWith('Exception'));
  const byNamespace = new Map<string, number>();
  for (const name of absent) {
    const namespace = name.includes('.') ? (name.split('.')[0] ?? '') : 'System';
    byNamespace.set(namespace, (byNamespace.get(namespace) ?? 0) + 1);
  }
  const list = [...byNamespace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} (${count})`);
  return ['## Types with nothing implemented', '', `By namespace: ${list.join(', ')}.`, ''].join('\n');
}

function groupByType(entries: readonly LibraryEntry[]): Map<string, LibraryEntry[]> {
  const groups = new Map<string, LibraryEntry[]>();
  for (const entry of entries) groups.set(entry.type, [...(groups.get(entry.type) ?? []), entry]);
  return groups;
}

function declaredMembers(type: string, types: PlatformTypes): readonly string[] {
  const declared = types.byCanonicalName(type);
  if (!declared) return [];
  return [...declared.constructors, ...declared.methods]
    .map((method) => method.key)
    .concat(declared.fields.map((field) => field.name));
}
