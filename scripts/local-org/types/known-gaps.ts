import { ADDED_TYPES } from './additions';
import { parseField, parseMethod } from './declaration';
import { MEMBER_CORRECTIONS } from './member-corrections';
import type { TypeCorrection } from './member-corrections';
import { OBJECT_CORRECTIONS } from './object-corrections';

/** Classes that the platform makes of metadata: other readers of the tables know nothing of them. */
const GENERATED = /^(flow\.interview|dataweavescriptresource)\./;

/**
 * Whether a complaint of another reader of the same tables rests on what is corrected here. `names`: what it names, a
 * type first or last, with or without the namespaces that need not be written.
 */
export function restsOnCorrection(names: readonly string[]): boolean {
  const asked = names.map((name) => name.toLowerCase());
  const isNamed = (name: string): boolean => forms(name).some((form) => asked.includes(form));
  if (asked.some((name) => GENERATED.test(name))) return true;
  if (ADDED_TYPES.some(({ namespace, name }) => isNamed(`${namespace}.${name}`))) return true;
  if (Object.keys(OBJECT_CORRECTIONS).some((name) => isNamed(`Schema.${name}`))) return true;
  return Object.entries(MEMBER_CORRECTIONS).some(
    ([type, correction]) =>
      isNamed(type) &&
      (correction.superclass !== undefined || membersOf(correction).some((name) => asked.includes(name.toLowerCase())))
  );
}

function forms(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return [lower, lower.replace(/^(system|schema)\./, '')];
}

function membersOf({ add = [], fields = [], renamedValues = {} }: TypeCorrection): readonly string[] {
  return [
    ...add.map((text) => parseMethod(text).name),
    ...fields.map((text) => parseField(text).name),
    ...Object.values(renamedValues)
  ];
}
