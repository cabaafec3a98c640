import type { ChildRelationship, StandardObject } from '../contracts/platform-types';
import { outdated } from './correct';

interface ObjectCorrection {
  /** Fields that are lookups, by name, with the object that they point at; the relationship is the name without Id. */
  readonly lookups?: Readonly<Record<string, string>>;
  readonly children?: readonly ChildRelationship[];
}

/** Relationships of standard objects that the tables lack. Each entry names its source. */
export const OBJECT_CORRECTIONS: Readonly<Record<string, ObjectCorrection>> = {
  // Object Reference, EntityDefinition: FieldDefinition is queried through the relationship Fields.
  EntityDefinition: { children: [{ name: 'Fields', childObject: 'FieldDefinition' }] },
  // Object Reference, FlowDefinitionView: TriggerObjectOrEventId, "Relationship Name: TriggerObjectOrEvent".
  FlowDefinitionView: { lookups: { TriggerObjectOrEventId: 'EntityDefinition' } }
};

export function correctedObject(object: StandardObject): StandardObject {
  const correction = OBJECT_CORRECTIONS[object.name];
  if (!correction) return object;
  const { lookups = {}, children = [] } = correction;
  for (const { name } of children) {
    if (object.childRelationships.some((known) => known.name === name)) throw outdated(object.name, `has ${name}`);
  }
  for (const name of Object.keys(lookups)) {
    const field = object.fields.find((known) => known.name === name);
    if (!field || field.relationshipName !== undefined)
      throw outdated(object.name, `has no plain field ${name} to link`);
  }
  const fields = object.fields.map((field) => {
    const target = lookups[field.name];
    if (target === undefined) return field;
    return { ...field, referenceTo: [target], relationshipName: field.name.replace(/Id$/, '') };
  });
  return { ...object, fields, childRelationships: [...object.childRelationships, ...children] };
}
