import type { JsonNode } from './node';

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t'
};

export function quoted(text: string): string {
  const escaped = text.replace(
    /["\\\u0000-\u001f]/g,
    (c) => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
  return `"${escaped}"`;
}

export function printCompact(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.fields.map(([name, value]) => `${quoted(name)}:${printCompact(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(printCompact).join(',')}]`;
    case 'string':
      return quoted(node.text);
    default:
      return node.text;
  }
}

/** Objects over several lines, arrays on one, blanks around colons: as the platform's writer lays it out. */
export function printPretty(node: JsonNode, indent = ''): string {
  if (node.kind === 'object') {
    const inner = `${indent}  `;
    const fields = node.fields.map(([name, value]) => `${inner}${quoted(name)} : ${printPretty(value, inner)}`);
    return fields.length === 0 ? '{ }' : `{\n${fields.join(',\n')}\n${indent}}`;
  }
  if (node.kind === 'array') {
    return node.items.length === 0 ? '[ ]' : `[ ${node.items.map((item) => printPretty(item, indent)).join(', ')} ]`;
  }
  return printCompact(node);
}
