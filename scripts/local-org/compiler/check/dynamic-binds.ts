/** Queries given as text bind variables that are in scope where they are run: the emitter hands those over by name. */
import type { At, NameExpression } from '../ast';
import type { CallTarget, FieldTarget } from '../bindings';
import { classNamed } from '../bind/world';
import { mayUse } from './access';
import type { CheckContext } from './context';
import { fieldTarget } from './names';

const DYNAMIC = /^(query|countQuery|getQueryLocator)\(String[,)]/;

/** What a name in the text may mean, the innermost meaning of each name; undefined for every other call. */
export function bindableNames(
  context: CheckContext,
  target: CallTarget,
  at: At
): readonly NameExpression[] | undefined {
  if (target.kind !== 'platform' || target.owner !== 'System.Database' || !DYNAMIC.test(target.key)) return undefined;
  const found = new Map<string, NameExpression>();
  const add = (name: string, meaning: FieldTarget): void => {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, { kind: 'name', name, at, target: meaning });
  };
  for (const variable of context.scope.variables()) add(variable.name, { kind: 'local', variable });
  for (let owner = context.symbol; owner; owner = owner.outer) {
    const instance = owner === context.symbol && !context.facts.frame.static;
    for (const level of context.index.hierarchy(owner.type)) {
      for (const field of classNamed(context.world, level.name)?.fields.values() ?? []) {
        const readable = field.readable ?? field.writable ?? field.access;
        if ((field.static || instance) && mayUse(context.world, context.names, field, readable))
          add(field.name, fieldTarget(context, field));
      }
    }
  }
  return [...found.values()];
}
