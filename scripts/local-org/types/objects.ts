import type { ChildRelationship, StandardField, StandardObject } from '../contracts/platform-types';
import type { TypeRef } from '../contracts/type-ref';
import type { ClassFile } from './classfile';
import { COMPOUND_FIELDS, FIELD_TYPES, NAME_POINTER, POLYMORPHIC } from './corrections';
import { isStatic, visible } from './members';
import { apexType, memberName, qualifiedName } from './names';
import { parseFieldSignature } from './signature';

interface Declared {
  readonly name: string;
  readonly type: TypeRef;
}

const OBJECT_PREFIX = 'Schema.';

/**
 * One standard object. Its class lists, in one sequence, fields, the relationship of each lookup (`Owner` after
 * `OwnerId`) and, as arrays, child relationships.
 */
export function standardObject(file: ClassFile): StandardObject {
  const { name } = qualifiedName(file.name);
  const declared = file.fields.filter((f) => visible(f) && !isStatic(f)).map(declaredField);
  const names = new Set(declared.map((f) => f.name));
  const relationships = new Map<string, TypeRef>();
  const fields: Declared[] = [];
  const childRelationships: ChildRelationship[] = [];
  for (const field of declared) {
    const child = childObject(field.type);
    if (child !== undefined) childRelationships.push({ name: field.name, childObject: child });
    else if (isObject(field.type) && names.has(`${field.name}Id`)) relationships.set(`${field.name}Id`, field.type);
    else fields.push(field);
  }
  return { name, fields: fields.map((f) => standardField(f, relationships.get(f.name), name)), childRelationships };
}

function declaredField(field: ClassFile['fields'][number]): Declared {
  return { name: memberName(field.name), type: apexType(parseFieldSignature(field.signature)) };
}

function standardField(field: Declared, target: TypeRef | undefined, object: string): StandardField {
  const type = FIELD_TYPES[field.name] ?? FIELD_TYPES[`${object}.${field.name}`] ?? COMPOUND_FIELDS[field.type.name];
  const relationshipName = target && field.name.slice(0, -'Id'.length);
  return {
    name: field.name,
    type: type ?? field.type,
    referenceTo: target && relationshipName ? pointsAt(target, relationshipName, object) : [],
    relationshipName
  };
}

function pointsAt(target: TypeRef, relationship: string, object: string): readonly string[] {
  const name = objectName(target);
  if (name !== NAME_POINTER) return [name];
  return POLYMORPHIC[`${object}.${relationship}`] ?? POLYMORPHIC[relationship] ?? [NAME_POINTER];
}

/** The tables write a pointer to several objects as Name, or as SObject: both read as Name. */
function objectName(type: TypeRef): string {
  return type.name === 'SObject' ? NAME_POINTER : type.name.slice(OBJECT_PREFIX.length);
}

function childObject(type: TypeRef): string | undefined {
  const element = type.name === 'List' ? type.args[0] : undefined;
  return element && isObject(element) ? objectName(element) : undefined;
}

function isObject(type: TypeRef): boolean {
  return type.name === 'SObject' || type.name.startsWith(OBJECT_PREFIX);
}
