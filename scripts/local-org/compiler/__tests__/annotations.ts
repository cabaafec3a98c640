import type { Expression, Statement, TypeDeclaration } from '../ast';
import { walk, type WalkedNode } from '../rules/walk';

/** What checking should have noted on a unit without problems, and has not: `line:column kind: what`. */
export function missingAnnotations(root: TypeDeclaration | Statement): readonly string[] {
  const missing: string[] = [];
  walk(root, (node) => {
    for (const what of missingOn(node))
      missing.push(`${node.at.line}:${node.at.column} ${'kind' in node ? node.kind : node.parts.join('.')}: ${what}`);
  });
  return missing;
}

function missingOn(node: WalkedNode): readonly string[] {
  if ('parts' in node) return node.type ? [] : ['type'];
  switch (node.kind) {
    case 'name':
    case 'member':
      if (!node.target) return ['target'];
      return node.target.kind === 'type' || node.target.kind === 'namespace' ? [] : typed(node);
    case 'call':
    case 'constructor-call':
      return [...(node.target ? [] : ['target']), ...typed(node)];
    case 'new': {
      const needsTarget = !node.type?.name.startsWith('Schema.');
      return [...(node.target || !needsTarget ? [] : ['target']), ...typed(node)];
    }
    case 'binary':
    case 'unary':
      return [...(node.operation || node.operator === '??' ? [] : ['operation']), ...typed(node)];
    case 'assign':
      return [...(node.operation || node.operator === '=' ? [] : ['operation']), ...typed(node)];
    case 'local':
      return node.variables?.length === node.declarators.length ? [] : ['variables'];
    case 'for-each':
      return [...(node.variable ? [] : ['variable']), ...(node.iteration ? [] : ['iteration'])];
    case 'property':
      return node.valueVariable ? [] : ['valueVariable'];
    case 'method':
    case 'constructor':
      return [
        ...(node.key === undefined ? ['key'] : []),
        ...(node.body && node.parameters.some((each) => !each.variable) ? ['parameters'] : [])
      ];
    case 'literal':
    case 'index':
    case 'conditional':
    case 'cast':
    case 'instance-of':
    case 'this':
    case 'super':
    case 'type-literal':
    case 'soql':
    case 'sosl':
    case 'new-collection':
    case 'new-sobject':
      return typed(node);
    default:
      return [];
  }
}

function typed(node: Expression): readonly string[] {
  return node.type ? [] : ['type'];
}
