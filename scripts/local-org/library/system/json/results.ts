import { ApexId } from '../../../runtime/id';
import { DatabaseError, DatabaseResult, RESULT_KIND_OF } from '../../database/results';
import type { JsonNode } from './node';
import { literalNode, NULL_NODE, stringNode } from './node';

/** Results that tests make up: the platform takes the names that JSON.serialize gives them. Undefined for other types. */
export function readResult(node: JsonNode, type: string): DatabaseResult | undefined {
  const kind = RESULT_KIND_OF.get(type);
  if (kind === undefined || node.kind !== 'object') return undefined;
  const id = textAt(node, 'id');
  const errors = itemsAt(node, 'errors').map(
    (error) =>
      new DatabaseError({
        statusCode: textAt(error, 'statusCode') ?? '',
        message: textAt(error, 'message') ?? '',
        fields: itemsAt(error, 'fields').flatMap((field) => (field.kind === 'string' ? field.text : []))
      })
  );
  const given = id === undefined ? null : (ApexId.tryParse(id) ?? null);
  const merged = { records: idsAt(node, 'mergedRecordIds'), children: idsAt(node, 'updatedRelatedIds') };
  return new DatabaseResult(kind, given, errors, flagAt(node, 'success'), flagAt(node, 'created'), merged);
}

function at(node: JsonNode, name: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined;
  return node.fields.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function textAt(node: JsonNode, name: string): string | undefined {
  const value = at(node, name);
  return value?.kind === 'string' ? value.text : undefined;
}

function idsAt(node: JsonNode, name: string): readonly ApexId[] {
  return itemsAt(node, name).flatMap((item) => (item.kind === 'string' ? ApexId.parse(item.text) : []));
}

function flagAt(node: JsonNode, name: string): boolean {
  const value = at(node, name);
  return value?.kind === 'literal' && value.text === 'true';
}

function itemsAt(node: JsonNode, name: string): readonly JsonNode[] {
  const value = at(node, name);
  return value?.kind === 'array' ? value.items : [];
}

/** As the platform writes what DML gave. Undefined for other values. */
export function resultNode(value: unknown): JsonNode | undefined {
  if (value instanceof DatabaseError) return errorNode(value);
  if (!(value instanceof DatabaseResult)) return undefined;
  const { id, errors, success, created, merged } = value;
  const kind = value.apexType.name;
  const fields: [string, JsonNode][] = [
    ['success', literalNode(success)],
    ['id', id === null ? NULL_NODE : stringNode(id.value)],
    ['errors', list(errors.map(errorNode))]
  ];
  if (kind === 'Database.UpsertResult') fields.push(['created', literalNode(created)]);
  if (kind === 'Database.MergeResult') {
    fields.push(['mergedRecordIds', texts(merged.records)], ['updatedRelatedIds', texts(merged.children)]);
  }
  return { kind: 'object', at: 0, fields };
}

function errorNode({ error }: DatabaseError): JsonNode {
  const { statusCode, message, fields } = error;
  return {
    kind: 'object',
    at: 0,
    fields: [
      ['statusCode', stringNode(statusCode)],
      ['message', stringNode(message)],
      ['fields', list(fields.map(stringNode))]
    ]
  };
}

function list(items: readonly JsonNode[]): JsonNode {
  return { kind: 'array', at: 0, items: [...items] };
}

function texts(ids: readonly ApexId[]): JsonNode {
  return list(ids.map(({ value }) => stringNode(value)));
}
