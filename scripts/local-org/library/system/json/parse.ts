import type { JsonNode } from './node';
import type { JsonToken } from './tokens';
import { readTokens } from './tokens';

export function parseJson(text: string): JsonNode {
  const tokens = readTokens(text);
  return nodeOf(take(tokens), tokens);
}

/** The value that starts with `token`; its rest is taken from `tokens`. */
export function nodeOf(token: JsonToken, tokens: Iterator<JsonToken, void>): JsonNode {
  const { at, text } = token;
  switch (token.kind) {
    case 'START_OBJECT': {
      const fields: (readonly [string, JsonNode])[] = [];
      for (let name = take(tokens); name.kind !== 'END_OBJECT'; name = take(tokens)) {
        fields.push([name.text, nodeOf(take(tokens), tokens)]);
      }
      return { kind: 'object', at, fields };
    }
    case 'START_ARRAY': {
      const items: JsonNode[] = [];
      for (let item = take(tokens); item.kind !== 'END_ARRAY'; item = take(tokens)) items.push(nodeOf(item, tokens));
      return { kind: 'array', at, items };
    }
    case 'VALUE_STRING':
      return { kind: 'string', at, text };
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return { kind: 'number', at, text };
    default:
      return { kind: 'literal', at, text };
  }
}

function take(tokens: Iterator<JsonToken, void>): JsonToken {
  const next = tokens.next();
  if (next.done === true) throw new Error('A JSON value ended before its tokens did: the reader is broken.');
  return next.value;
}
