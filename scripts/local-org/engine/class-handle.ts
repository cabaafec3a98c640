import type { ClassInfo } from '../contracts/class-info';
import type { ApexEnumValue } from '../runtime/enum';
import { enumValues } from '../runtime/enum';

/** The JavaScript class of an Apex class: instances are made by `new`, methods are found by key. */
export interface EmittedClass {
  new (): object;
  readonly prototype: object;
}

export type ClassDefiner = (base: EmittedClass) => EmittedClass;

/** How a field is stored in an instance. */
export interface StoredField {
  /** Name of the JavaScript property. */
  readonly slot: string;
  readonly name: string;
  readonly property: boolean;
}

/**
 * One per class, interface and enum, made before any generated code runs: code refers to handles, so the order in which
 * units are loaded does not matter.
 */
export class ClassHandle {
  /** Undefined for interfaces and enums. */
  cls: EmittedClass | undefined;
  definer: ClassDefiner | undefined;
  readonly values: readonly ApexEnumValue[];
  /** Instance fields of this class and its superclasses, by name in lower case. */
  fields: ReadonlyMap<string, StoredField> = new Map();
  durable: readonly string[] = [];

  constructor(
    readonly info: ClassInfo,
    /** Where the class's static variables are in a transaction. */
    readonly slot: number
  ) {
    this.values = enumValues(info.name, info.kind === 'enum' ? info.values : []);
  }
}

/** Marks the prototype of an emitted class with its handle. */
export const HANDLE = Symbol('class handle');

export function handleOf(value: unknown): ClassHandle | undefined {
  if (typeof value !== 'object' || value === null || !(HANDLE in value)) return undefined;
  const handle = value[HANDLE];
  return handle instanceof ClassHandle ? handle : undefined;
}

/**
 * The JavaScript properties that hold an instance's state, those behind properties with accessors included, without
 * transient ones: what serialization keeps.
 */
export function durableSlots(info: ClassInfo, inherited: readonly ClassInfo[]): readonly string[] {
  const seen = new Map<string, number>();
  const slots: string[] = [];
  for (const { name, static: isStatic, transient } of [...inherited, info].flatMap((level) => level.fields)) {
    const before = seen.get(name.toLowerCase()) ?? 0;
    seen.set(name.toLowerCase(), before + 1);
    if (!isStatic && !transient) slots.push(slotOf(name, before));
  }
  return slots;
}

function slotOf(name: string, before: number): string {
  return before === 0 ? `_${name}` : `_${name}$${before}`;
}

/** Levels of the hierarchy that repeat a private field's name are told apart as the emitter names them. */
export function storedFields(info: ClassInfo, inherited: readonly ClassInfo[]): ReadonlyMap<string, StoredField> {
  const fields = new Map<string, StoredField>();
  const seen = new Map<string, number>();
  for (const level of [...inherited, info]) {
    for (const { name, property, static: isStatic } of level.fields) {
      const key = name.toLowerCase();
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      if (!isStatic) fields.set(key, { name, property, slot: slotOf(name, before) });
    }
  }
  return fields;
}
