/** A JSON text as a tree, read or about to be written. `at` is the offset where the value started. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly fields: (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: JsonNode[] }
  | { readonly kind: 'string' | 'number' | 'literal'; readonly at: number; readonly text: string };

export const NULL_NODE: JsonNode = { kind: 'literal', at: 0, text: 'null' };

export const stringNode = (text: string): JsonNode => ({ kind: 'string', at: 0, text });
export const numberNode = (text: string): JsonNode => ({ kind: 'number', at: 0, text });
export const literalNode = (value: boolean): JsonNode => ({ kind: 'literal', at: 0, text: String(value) });

export function isNullNode(node: JsonNode): boolean {
  return node.kind === 'literal' && node.text === 'null';
}
