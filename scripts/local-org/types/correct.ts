import type { PlatformField, PlatformMethod, PlatformType } from '../contracts/platform-types';
import { parseField, parseMethod, parseType } from './declaration';
import type { TypeCorrection } from './member-corrections';

/** Applies a correction; one that finds nothing to correct is out of date and stops the generation. */
export function correct(type: PlatformType, correction: TypeCorrection, name: string): PlatformType {
  const removed = new Set(correction.remove);
  const added = (correction.add ?? []).map(parseMethod);
  const addedFields = (correction.fields ?? []).map(parseField);
  for (const key of removed) {
    if (!memberKeys(type).has(key)) throw outdated(name, `has no member ${key} to remove`);
  }
  const constructors = type.constructors.filter((m) => !removed.has(m.key));
  const methods = type.methods.filter((m) => !removed.has(m.key));
  const fields = type.fields.filter((f) => !removed.has(f.name));
  const left = memberKeys({ constructors, methods, fields });
  for (const key of [...added.map((m) => m.key), ...addedFields.map((f) => f.name)]) {
    if (left.has(key)) throw outdated(name, `has a member ${key} already`);
  }
  return {
    ...type,
    superclass: correction.superclass === undefined ? type.superclass : parseType(correction.superclass),
    abstract: correction.abstract ?? type.abstract,
    interfaces: [...type.interfaces, ...(correction.interfaces ?? []).map(parseType)],
    constructors: [...constructors, ...added.filter((m) => m.name === '<init>')],
    methods: [...methods, ...added.filter((m) => m.name !== '<init>')],
    fields: [...fields, ...addedFields],
    values: renamed(correction.values ? reordered(type, correction.values, name) : type.values, correction, name)
  };
}

function reordered(type: PlatformType, values: readonly string[], name: string): readonly string[] {
  const same = values.length === type.values.length && values.every((value) => type.values.includes(value));
  if (!same) throw outdated(name, `has the values ${type.values.join(', ')}`);
  return values;
}

function renamed(values: readonly string[], { renamedValues = {} }: TypeCorrection, name: string): readonly string[] {
  for (const old of Object.keys(renamedValues)) {
    if (!values.includes(old)) throw outdated(name, `has no value ${old} to rename`);
  }
  return values.map((value) => renamedValues[value] ?? value);
}

type Members = {
  readonly constructors: readonly PlatformMethod[];
  readonly methods: readonly PlatformMethod[];
  readonly fields: readonly PlatformField[];
};

function memberKeys(members: Members): ReadonlySet<string> {
  const methods = [...members.constructors, ...members.methods].map((m) => m.key);
  return new Set([...methods, ...members.fields.map((f) => f.name)]);
}

export function outdated(type: string, found: string): Error {
  return new Error(`A correction of ${type} is out of date, the type tables say it ${found}: update the correction.`);
}
