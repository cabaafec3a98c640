import type { FieldSchema } from '../contracts/schema';
import type { TypeRef } from '../contracts/type-ref';
import { typeRef } from '../contracts/type-ref';
import type { FieldMetadata } from './model';
import { fullName } from './names';

const TYPES: Readonly<Record<string, string>> = {
  Checkbox: 'Boolean',
  Number: 'Decimal',
  Percent: 'Decimal',
  Currency: 'Decimal',
  Summary: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Time: 'Time',
  Lookup: 'Id',
  MasterDetail: 'Id',
  Hierarchy: 'Id',
  MetadataRelationship: 'Id'
};

export function apexTypeOf(kind: string): TypeRef {
  return typeRef(TYPES[kind] ?? 'String');
}

/** A field with the defaults of what is not said: optional, writable text. */
export function fieldSchema(name: string, kind: string, facts: Partial<FieldSchema> = {}): FieldSchema {
  return {
    name,
    kind,
    label: name,
    type: apexTypeOf(kind),
    length: undefined,
    precision: undefined,
    scale: undefined,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    defaultFormula: undefined,
    formula: undefined,
    referenceTo: [],
    relationshipName: undefined,
    deleteConstraint: undefined,
    picklist: [],
    restrictedPicklist: false,
    createable: true,
    updateable: true,
    nillable: facts.required !== true,
    ...facts
  };
}

/** Lengths that the platform gives to kinds of text which do not declare one. */
const LENGTHS: Readonly<Record<string, number>> = { TextArea: 255, Email: 80, Phone: 40, Url: 255, Picklist: 255 };

const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'EntityParticle', 'FieldDefinition']);

export function customFieldSchema(field: FieldMetadata, namespace: string): FieldSchema {
  const name = fullName(field.name, namespace);
  const computed = field.formula !== undefined || field.kind === 'AutoNumber' || field.kind === 'Summary';
  // Metadata Types: such a relationship to the definition of an object or field holds its name, not an id.
  const named = field.kind === 'MetadataRelationship' && DEFINITIONS.has(field.referenceTo ?? '');
  const relationship = field.referenceTo === undefined ? undefined : name.replace(/__c$/i, '__r');
  return fieldSchema(name, field.kind, {
    ...(named ? { type: typeRef('String') } : {}),
    label: field.label,
    length: field.length ?? LENGTHS[field.kind],
    precision: field.precision,
    scale: field.scale,
    required: field.required,
    nillable: !field.required && field.kind !== 'Checkbox',
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    defaultFormula: field.defaultFormula,
    formula: field.formula,
    referenceTo: field.referenceTo === undefined ? [] : [fullName(field.referenceTo, namespace)],
    relationshipName: relationship,
    deleteConstraint: field.deleteConstraint,
    picklist: field.picklist,
    restrictedPicklist: field.restrictedPicklist,
    createable: !computed,
    updateable: !computed && field.kind !== 'MasterDetail'
  });
}
