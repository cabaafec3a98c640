import type { LibraryEntry } from '../contracts/library';
import type { PlatformTypes } from '../contracts/platform-types';
import type { Behaviour } from './catalogue';
import { GUIDE } from './behaviours/statement';
import { libraryRows, missingNamespaces } from './library-table';

const INTRODUCTION = `# What the local org does, and how truly

The local org runs real Apex on a laptop. This page says how far it can be trusted. It is generated from the
registrations of the library and from a catalogue of behaviours (\`npm run fidelity\`); a test fails when it is out of
date, so edit those instead.

- **exact**: meant to be indistinguishable from the platform. Whatever contradicts it is a defect: please report it.
- **approximate**: works, but differs from the platform as the note says.
- **missing**: not there. Calling it stops the run and names it; no \`catch\` or \`finally\` of Apex sees that.

No Salesforce org has been asked yet: every "exact" rests on the document that is named as its source.
"Guide" is the ${GUIDE}.
`;

/** docs/fidelity.md. */
export function fidelityDocument(
  behaviours: readonly Behaviour[],
  entries: readonly LibraryEntry[],
  types: PlatformTypes
): string {
  return [
    INTRODUCTION,
    behaviourSection(behaviours),
    librarySection(entries, types),
    missingSection(entries, types)
  ].join('\n');
}

function behaviourSection(behaviours: readonly Behaviour[]): string {
  const areas = [...new Set(behaviours.map((behaviour) => behaviour.area))];
  const near = behaviours.filter(({ fidelity }) => fidelity === 'approximate').length;
  return [
    '## Behaviours',
    '',
    `${behaviours.length} behaviours, ${near} of them approximate. Each is proven by a test that runs small Apex programs, ` +
      'most of them against each other: search `scripts/local-org/fidelity` for its id.',
    '',
    ...areas.flatMap((area) => [
      `### ${area}`,
      '',
      ...behaviourTable(behaviours.filter((one) => one.area === area)),
      ''
    ])
  ].join('\n');
}

function behaviourTable(behaviours: readonly Behaviour[]): readonly string[] {
  return table(
    ['behaviour', '', 'source', 'test'],
    behaviours.map(({ text, fidelity, source, id }) => [text, fidelity, source.replace(GUIDE, 'Guide'), `\`${id}\``])
  );
}

function librarySection(entries: readonly LibraryEntry[], types: PlatformTypes): string {
  return [
    '## Library',
    '',
    'Methods, constructors and fields by type of the platform. Up to six missing ones are named, more are only counted.',
    '',
    ...table(
      ['type', 'exact', 'approximate', 'missing', 'notes'],
      libraryRows(entries, types).map(({ type, exact, approximate, missing, notes }) => [
        type,
        String(exact),
        String(approximate),
        String(missing),
        notes
      ])
    ),
    ''
  ].join('\n');
}

function missingSection(entries: readonly LibraryEntry[], types: PlatformTypes): string {
  return [
    '## Types with nothing implemented',
    '',
    'By namespace, with how many types of it are missing. Some of these types are interfaces and enums that need no code.',
    '',
    `${missingNamespaces(entries, types)
      .map(({ namespace, count }) => `${namespace} ${count}`)
      .join(' · ')}`,
    ''
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
