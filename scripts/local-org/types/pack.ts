import type { ChildRelationship, PlatformType, StandardField, StandardObject } from '../contracts/platform-types';
import { typeText } from '../contracts/type-ref';
import { fieldText, methodText, parseField, parseMethod, parseType } from './declaration';

/*
 * How one type or object is kept in the cache: types as text, so that a line is small and quick to read back.
 */

type PackedType = Omit<PlatformType, 'superclass' | 'interfaces' | 'constructors' | 'methods' | 'fields'> & {
  readonly superclass?: string;
  readonly interfaces: readonly string[];
  readonly constructors: readonly string[];
  readonly methods: readonly string[];
  readonly fields: readonly string[];
};

export function packType(type: PlatformType): string {
  const { superclass, ...rest } = type;
  const packed: PackedType = {
    ...rest,
    ...(superclass && { superclass: typeText(superclass) }),
    interfaces: type.interfaces.map(typeText),
    constructors: type.constructors.map(methodText),
    methods: type.methods.map(methodText),
    fields: type.fields.map(fieldText)
  };
  return JSON.stringify(packed);
}

export function unpackType(text: string): PlatformType {
  const packed = JSON.parse(text) as PackedType;
  return {
    ...packed,
    superclass: packed.superclass === undefined ? undefined : parseType(packed.superclass),
    interfaces: packed.interfaces.map(parseType),
    constructors: packed.constructors.map(parseMethod),
    methods: packed.methods.map(parseMethod),
    fields: packed.fields.map(parseField)
  };
}

/** A lookup is `[CreatedById, Id, CreatedBy, [User]]`, any other field `[Name, String]`. */
type PackedField = readonly [string, string] | readonly [string, string, string, readonly string[]];

interface PackedObject {
  readonly name: string;
  readonly fields: readonly PackedField[];
  readonly children: readonly (readonly [string, string])[];
}

export function packObject(object: StandardObject): string {
  const packed: PackedObject = {
    name: object.name,
    fields: object.fields.map((field): PackedField => {
      const type = typeText(field.type);
      if (field.relationshipName === undefined) return [field.name, type];
      return [field.name, type, field.relationshipName, field.referenceTo];
    }),
    children: object.childRelationships.map((child) => [child.name, child.childObject])
  };
  return JSON.stringify(packed);
}

export function unpackObject(text: string): StandardObject {
  const packed = JSON.parse(text) as PackedObject;
  return {
    name: packed.name,
    fields: packed.fields.map(([name, type, relationshipName, referenceTo = []]): StandardField => ({
      name,
      type: parseType(type),
      referenceTo,
      relationshipName
    })),
    childRelationships: packed.children.map(([name, childObject]): ChildRelationship => ({ name, childObject }))
  };
}
