import type { LibraryEntry } from '../contracts/library';
import type { PlatformType, PlatformTypes } from '../contracts/platform-types';

export interface LibraryRow {
  readonly type: string;
  readonly exact: number;
  readonly approximate: number;
  readonly missing: number;
  readonly notes: string;
}

/** The compiler makes these itself: they are in no registration and yet not missing. */
const COMPILED = new Set(['List', 'Set', 'Map', 'System.Exception']);
const NAMED = 6;

/** One row a type, in order of names; exceptions, which are all alike, share one. */
export function libraryRows(entries: readonly LibraryEntry[], types: PlatformTypes): readonly LibraryRow[] {
  const groups = [...byType(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = groups.map(([type, group]) => libraryRow(type, group, types));
  const alike = rows.filter(isPlainException);
  return [...rows.filter((row) => !isPlainException(row)), exceptions(alike)];
}

function libraryRow(type: string, group: readonly LibraryEntry[], types: PlatformTypes): LibraryRow {
  const here = new Set(group.map((entry) => entry.key));
  const missing = declaredMembers(types.byCanonicalName(type)).filter((key) => !here.has(key));
  const notes = [...new Set(group.map((entry) => entry.note).filter((note) => note !== undefined))];
  const approximate = group.filter((entry) => entry.fidelity === 'approximate').length;
  return {
    type,
    exact: group.length - approximate,
    approximate,
    missing: missing.length,
    notes: [...notes, named(missing)].join(' ').trim()
  };
}

function isPlainException(row: LibraryRow): boolean {
  return row.type.endsWith('Exception') && row.approximate === 0 && row.missing === 0;
}

function exceptions(rows: readonly LibraryRow[]): LibraryRow {
  const exact = rows.reduce((sum, row) => sum + row.exact, 0);
  return { type: `${rows.length} exceptions`, exact, approximate: 0, missing: 0, notes: 'Their constructors.' };
}

function named(missing: readonly string[]): string {
  if (missing.length === 0 || missing.length > NAMED) return '';
  return `Missing: ${missing.map((key) => `\`${key}\``).join(', ')}.`;
}

/**
 * What Apex code could name. The tables also list a constructor without parameters for types that Apex cannot create,
 * and addError for values, which the compiler knows as a method of fields.
 */
function declaredMembers(type: PlatformType | undefined): readonly string[] {
  if (!type) return [];
  const constructors = COMPILED.has(type.name) ? [] : type.constructors.filter(({ key }) => key !== '<init>()');
  return [...constructors, ...type.methods]
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('addError(') || type.name === 'SObject')
    .concat(type.fields.map(({ name }) => name));
}

export function missingNamespaces(
  entries: readonly LibraryEntry[],
  types: PlatformTypes
): readonly { readonly namespace: string; readonly count: number }[] {
  const present = byType(entries);
  const counts = new Map<string, number>();
  for (const name of types.typeNames()) {
    if (present.has(name) || name.endsWith('Exception')) continue;
    const namespace = name.includes('.') ? (name.split('.')[0] ?? '') : 'System';
    counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([namespace, count]) => ({ namespace, count }));
}

function byType(entries: readonly LibraryEntry[]): ReadonlyMap<string, readonly LibraryEntry[]> {
  const groups = new Map<string, LibraryEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.type);
    if (group) group.push(entry);
    else groups.set(entry.type, [entry]);
  }
  return groups;
}
