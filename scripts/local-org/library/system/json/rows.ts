import type { Runtime } from '../../../contracts/runtime';
import type { ObjectSchema } from '../../../contracts/schema';
import type { TypeRef } from '../../../contracts/type-ref';
import { typeRef } from '../../../contracts/type-ref';
import { ApexList } from '../../../runtime/list';
import { SObjectValue } from '../../../runtime/sobject';
import type { JsonNode } from './node';
import { isNullNode } from './node';
import { jsonError } from './tokens';

type Fields = readonly (readonly [string, JsonNode])[];
type ReadValue = (node: JsonNode, type: TypeRef) => unknown;

/** An SObject from its JSON form; a generic one says in `attributes` which object it is. */
export function readRow(rt: Runtime, fields: Fields, objectName: string, read: ReadValue): SObjectValue {
  const name = objectName === 'SObject' ? attributeType(fields) : objectName;
  const object = name === undefined ? undefined : rt.org.schema.object(name, '');
  if (!object) throw jsonError(`Cannot deserialize: the SObject type ${name ?? 'in attributes'} is missing or unknown`);
  const row = new SObjectValue(object.name);
  for (const [key, value] of fields) if (key !== 'attributes') readField(row, object, key, value, read);
  return row;
}

function attributeType(fields: Fields): string | undefined {
  const attributes = fields.find(([key]) => key === 'attributes')?.[1];
  const type = attributes?.kind === 'object' ? attributes.fields.find(([key]) => key === 'type')?.[1] : undefined;
  return type?.kind === 'string' ? type.text : undefined;
}

function readField(row: SObjectValue, object: ObjectSchema, key: string, value: JsonNode, read: ReadValue): void {
  const field = object.field(key, object.namespace);
  if (field) {
    row.put(field.name, read(value, field.type));
    return;
  }
  const parent = object.parentRelationship(key, object.namespace);
  const [only, another] = parent?.referenceTo ?? [];
  const children = object.childRelationship(key, object.namespace);
  if (parent)
    row.put(parent.relationshipName ?? key, read(value, typeRef(only && !another ? `Schema.${only}` : 'SObject')));
  else if (children) row.put(key, readChildren(value, `Schema.${children.object}`, read));
  else throw jsonError(`No such column '${key}' on sobject of type ${object.name}`);
}

function readChildren(node: JsonNode, type: string, read: ReadValue): unknown {
  if (isNullNode(node)) return null;
  const records = node.kind === 'object' ? node.fields.find(([key]) => key === 'records')?.[1] : node;
  if (!records) throw jsonError('Malformed JSON: child rows need a list of records');
  const list = read(records, typeRef('List', [typeRef(type)]));
  return list instanceof ApexList ? list : null;
}
