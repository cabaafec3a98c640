import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { localData } from '../../platform/data-access';
import { noSuchObject } from '../../platform/soql/names';
import { argument } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';

/** Whatever stands after RETURNING, without the fields and conditions in parentheses. */
function objectsOf(text: string): readonly string[] {
  const returning = /\bRETURNING\b([\s\S]*)$/i.exec(text)?.[1] ?? '';
  return withoutParentheses(returning)
    .split(',')
    .map((part) => part.trim().split(/\s+/)[0] ?? '')
    .filter((name) => name !== '');
}

function withoutParentheses(text: string): string {
  const inner = text.replace(/\([^()]*\)/g, ' ');
  return inner === text ? text : withoutParentheses(inner);
}

/** There is no search index here; what the asking code cannot see is refused as in a query. */
function query(rt: Runtime, text: string | null): never {
  const { db } = localData(rt);
  for (const name of objectsOf(argument(text, 1))) {
    if (!db.schema.object(name, db.homeNamespace)) noSuchObject(name);
  }
  throw new UnsupportedCall('System.Search', 'query of objects that the code can see');
}

export const search = implement(
  'System.Search',
  { 'query(String)': query },
  { fidelity: 'approximate', note: 'Refuses objects that the code cannot see; searches nothing.' }
);
