import type { Runtime } from '../../../contracts/runtime';
import type { TypeRef } from '../../../contracts/type-ref';
import { typeRef } from '../../../contracts/type-ref';
import { ApexList } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import { ApexSet } from '../../../runtime/set';
import { className, typeName } from '../../../runtime/type-name';
import { UnsupportedCall } from '../../../runtime/unsupported';
import type { JsonNode } from './node';
import { isNullNode } from './node';
import { readPrimitive } from './primitives';
import { readResult } from './results';
import { readRow } from './rows';
import { serializableFields } from './to-node';
import { jsonError, locationOf } from './tokens';
import { untyped } from './untyped';

/** Where a text goes wrong is said in lines and columns, so the text travels with the tree. */
export interface Reading {
  readonly rt: Runtime;
  readonly text: string;
  /** Unknown fields of classes are errors. */
  readonly strict: boolean;
}

const OBJECT = typeRef('Object');

/** A tree as a value of a type. */
export function typed(reading: Reading, node: JsonNode, type: TypeRef): unknown {
  if (isNullNode(node)) return null;
  const [first = OBJECT, second = OBJECT] = type.args;
  switch (type.name) {
    case 'Object':
      return untyped(reading.rt, node);
    case 'List':
    case 'Iterable':
      return new ApexList(
        first,
        items(reading, node).map((item) => typed(reading, item, first))
      );
    case 'Set':
      return ApexSet.from(
        reading.rt,
        first,
        items(reading, node).map((item) => typed(reading, item, first))
      );
    case 'Map':
      return readMap(reading, node, first, second);
    default:
      return readNamed(reading, node, type);
  }
}

function items(reading: Reading, node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  throw malformed(reading, node, "Expected '[' at the beginning of List/Set");
}

/** Keys are texts that are read as if they were values. */
function readMap(reading: Reading, node: JsonNode, keyType: TypeRef, valueType: TypeRef): ApexMap {
  const entries = fieldsOf(reading, node).map(([name, value]): readonly [unknown, unknown] => [
    typed(reading, { kind: 'string', at: node.at, text: name }, keyType),
    typed(reading, value, valueType)
  ]);
  return ApexMap.from(reading.rt, keyType, valueType, entries);
}

export function fieldsOf(reading: Reading, node: JsonNode): readonly (readonly [string, JsonNode])[] {
  if (node.kind === 'object') return node.fields;
  throw malformed(reading, node, "Expected '{' at the beginning of object");
}

function malformed(reading: Reading, node: JsonNode, wanted: string): Error {
  return jsonError(`Malformed JSON: ${wanted} at input location ${locationOf(reading.text, node.at)}`);
}

function readNamed(reading: Reading, node: JsonNode, type: TypeRef): unknown {
  const { rt } = reading;
  if (type.name === 'SObject' || type.name.startsWith('Schema.')) {
    return readRow(rt, fieldsOf(reading, node), type.name.replace(/^Schema\./, ''), (value, fieldType) =>
      typed(reading, value, fieldType)
    );
  }
  const info = rt.classes.info(type.name);
  if (info?.kind === 'enum') {
    const value = node.kind === 'string' ? rt.classes.enumValue(type.name, node.text) : undefined;
    if (value) return value;
    throw jsonError(`Invalid enum value: ${node.kind === 'string' ? node.text : node.kind} for ${info.displayName}`);
  }
  if (info?.kind === 'class' && !info.abstract) return readObject(reading, node, type.name);
  if (info) throw jsonError(`Cannot construct ${info.displayName}: it is abstract or an interface`);
  const result = readResult(node, type.name);
  if (result) return result;
  const primitive = readPrimitive(node, type.name, reading.text);
  // Some platform types can be read, others are errors: which, and how, is known of values only.
  if (primitive === undefined)
    throw new UnsupportedCall('System.JSON', `deserialize(String,Type) into ${typeName(rt, type)}`);
  return primitive;
}

/** No constructor and no initialiser runs; what the text does not name is null. */
function readObject(reading: Reading, node: JsonNode, name: string): object {
  const { classes } = reading.rt;
  const info = classes.info(name);
  const target = classes.allocate(name);
  const fields = new Map((info ? serializableFields(reading.rt, info) : []).map((f) => [f.name.toLowerCase(), f]));
  const seen = new Set<string>();
  for (const [key, value] of fieldsOf(reading, node)) {
    const field = fields.get(key.toLowerCase());
    if (!field) {
      if (reading.strict) throw jsonError(`Unknown field: ${className(reading.rt, name)}.${key}`);
      continue;
    }
    if (seen.has(field.name)) throw jsonError(`Duplicate field: ${className(reading.rt, name)}.${field.name}`);
    seen.add(field.name);
    const written = typed(reading, value, field.type);
    // A property without a setter is computed: what was written of it is not read back.
    if (field.property && !reading.rt.hasMethod(target, `set ${field.name.toLowerCase()}`)) continue;
    classes.setField(target, field.name, written);
  }
  return target;
}
