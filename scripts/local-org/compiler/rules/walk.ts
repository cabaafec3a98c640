import type { At, Expression, Member, Statement, TypeDeclaration, TypeName } from '../ast';

export type WalkedNode = Expression | Statement | Member | TypeName;

/** Parts of nodes that checking has added, and positions: nothing of the program stands there. */
const SKIPPED: ReadonlySet<string> = new Set([
  'at',
  'variable',
  'variables',
  'valueVariable',
  'operation',
  'modifiers'
]);

/**
 * Visits every node of a tree, with the place of the statement or member around it. Annotations of the checker are
 * told from nodes by having no position.
 */
export function walk(root: TypeDeclaration | Statement, visit: (node: WalkedNode, anchor: At) => void): void {
  visitNode(root, root.at, visit);
}

function visitNode(value: unknown, anchor: At, visit: (node: WalkedNode, anchor: At) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visitNode(item, anchor, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  let inner = anchor;
  if (isNode(value)) {
    if ('kind' in value && ANCHORS.has(value.kind)) inner = value.at;
    visit(value, inner);
  }
  for (const [key, child] of Object.entries(value)) if (!SKIPPED.has(key)) visitNode(child, inner, visit);
}

const ANCHORS: ReadonlySet<string> = new Set([
  'local', 'expression-statement', 'if', 'for', 'for-each', 'while', 'do-while', 'switch', 'return', 'throw', 'dml',
  'run-as', 'field', 'property', 'method'
]); // prettier-ignore

function isNode(value: object): value is WalkedNode {
  return 'at' in value && ('kind' in value || 'parts' in value);
}
