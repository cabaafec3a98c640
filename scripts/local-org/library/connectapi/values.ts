import type { LibraryEntry, PlainImplementation } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { TypeRef } from '../../contracts/type-ref';
import { typeRef } from '../../contracts/type-ref';
import { ApexEnumValue, platformEnumValue } from '../../runtime/enum';
import { ApexList } from '../../runtime/list';
import { PlatformObject } from '../../runtime/object';
import { refuse } from '../../platform/credentials/failure';

/** An input or output of ConnectApi: fields that code reads and sets, and nothing else. */
export class ConnectValue extends PlatformObject {
  readonly apexType: TypeRef;

  constructor(
    name: string,
    readonly fields: Map<string, unknown> = new Map()
  ) {
    super();
    this.apexType = typeRef(`ConnectApi.${name}`);
  }

  get(field: string): unknown {
    return this.fields.get(field) ?? null;
  }

  /** A field that the request cannot do without. */
  demand(field: string): unknown {
    const value = this.get(field);
    if (value !== null) return value;
    refuse('INVALID_INPUT', `The field ${field} of ${this.apexType.name} is required.`);
  }

  text(field: string): string {
    return String(this.demand(field));
  }

  optionalText(field: string): string | null {
    const value = this.get(field);
    return value === null ? null : String(value);
  }

  flag(field: string, missing = false): boolean {
    const value = this.get(field);
    return value === null ? missing : value === true;
  }

  /** The name of an enum's value. */
  choice(field: string): string {
    return this.optionalChoice(field) ?? this.text(field);
  }

  optionalChoice(field: string): string | undefined {
    const value = this.get(field);
    return value instanceof ApexEnumValue ? value.name : undefined;
  }

  list(field: string): readonly ConnectValue[] {
    const value = this.get(field);
    return value instanceof ApexList ? value.items.filter((item) => item instanceof ConnectValue) : [];
  }
}

export function output(name: string, fields: Readonly<Record<string, unknown>>): ConnectValue {
  return new ConnectValue(name, new Map(Object.entries(fields)));
}

export function outputs(name: string, items: readonly ConnectValue[]): ApexList {
  return new ApexList(typeRef(`ConnectApi.${name}`), [...items]);
}

export function choice(enumName: string, value: string | undefined): ApexEnumValue | null {
  return value === undefined ? null : platformEnumValue(`ConnectApi.${enumName}`, value);
}

/** Constructor, getters and setters. */
export function fieldsOf(name: string, fields: readonly string[]): readonly LibraryEntry[] {
  const methods: Record<string, PlainImplementation> = { '<init>()': () => new ConnectValue(name) };
  for (const field of fields) {
    methods[field] = (_rt, self: ConnectValue) => self.get(field);
    methods[`${field}=`] = (_rt, self: ConnectValue, value: unknown) => void self.fields.set(field, value);
  }
  return implement(`ConnectApi.${name}`, methods);
}
