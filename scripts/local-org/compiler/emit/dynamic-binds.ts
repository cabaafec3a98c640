/** What a query given as text may bind: a function from a variable's name, in lower case, to its value. */
import type { NameExpression } from '../ast';
import type { FieldTarget } from '../bindings';
import type { FunctionContext } from './context';
import { fieldName, quote } from './names';
import { targetOf } from './places';

export function dynamicBinds(context: FunctionContext, names: readonly NameExpression[]): string {
  const cases = names.map((name) => `case ${quote(name.name.toLowerCase())}: return ${read(context, name)};`);
  return `($name) => { switch ($name) { ${cases.join(' ')} } }`;
}

/** The function cannot wait, as accessors may: they are refused when their name is bound. */
function read(context: FunctionContext, name: NameExpression): string {
  const target = targetOf(name);
  if (target.kind === 'local') return context.local(target.variable);
  if (target.kind === 'field' && !hasAccessors(context, target)) {
    const holder = target.static ? statics(context, target.owner) : 'this';
    return `${holder}.${fieldName(context.unit.index, target.owner, target.name)}`;
  }
  return `${context.helper('unsupported')}("System.Database", ${quote(`query(String) with the bind :${name.name}, which is a property`)})`;
}

function hasAccessors(context: FunctionContext, target: Extract<FieldTarget, { kind: 'field' }>): boolean {
  return !target.backing && (target.property || context.unit.index.isPolymorphic(target.owner, target.name));
}

function statics(context: FunctionContext, owner: string): string {
  const handle = context.unit.handle(owner);
  const first = `${handle}.cls.$statics()`;
  return `(${context.transaction()}.statics[${handle}.slot] ?? ${context.generator ? `rt.drive(${first})` : first})`;
}
