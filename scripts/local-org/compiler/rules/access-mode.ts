import type { SoqlQuery } from '../ast-soql';
import type { Report } from '../diagnostics';
import type { WalkedNode } from './walk';

/** Every query and every DML says whose rights it uses, so that it behaves alike in every API version. */
export function checkAccessMode(node: WalkedNode, databaseMethods: readonly string[], report: Report): void {
  if (!('kind' in node)) return;
  if (node.kind === 'soql' && queryMode(node.query) === undefined) {
    report(
      node.query.at,
      'access-mode',
      `Query of ${node.query.from.name} without WITH USER_MODE or WITH SYSTEM_MODE.`
    );
  } else if (node.kind === 'sosl' && !/\bwith\s+(user|system)_mode\b/i.test(node.text)) {
    report(node.at, 'access-mode', 'Search without WITH USER_MODE or WITH SYSTEM_MODE.');
  } else if (node.kind === 'dml' && node.access === undefined) {
    report(node.at, 'access-mode', `${node.operation} without "as user" or "as system".`);
  } else if (node.kind === 'call' && node.target?.kind === 'platform' && node.target.owner === 'System.Database') {
    const name = node.name.toLowerCase();
    if (!databaseMethods.some((method) => method.toLowerCase() === name)) return;
    if (node.target.parameters.some((parameter) => parameter.name === 'System.AccessLevel')) return;
    report(node.at, 'access-mode', `Database.${node.name} without an AccessLevel.`);
  }
}

function queryMode(query: SoqlQuery): 'user' | 'system' | undefined {
  if (query.with === 'USER_MODE') return 'user';
  return query.with === 'SYSTEM_MODE' ? 'system' : undefined;
}

/** Whose rights a node uses, where it says so itself. */
export function modeOf(node: WalkedNode): 'user' | 'system' | undefined {
  if (!('kind' in node)) return undefined;
  if (node.kind === 'soql') return queryMode(node.query);
  if (node.kind === 'dml') return node.access;
  if (node.kind !== 'member' || node.target?.kind !== 'platform-field' || node.target.owner !== 'System.AccessLevel') {
    return undefined;
  }
  return node.target.name === 'SYSTEM_MODE' ? 'system' : 'user';
}
