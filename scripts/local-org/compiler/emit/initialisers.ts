/** Field initialisers and initialiser blocks, in textual order. */
import type { ClassInfo } from '../../contracts/class-info';
import type { ClassDeclaration, Declarator, FieldDeclaration } from '../ast';
import { codeContext, scopeOf } from './code-context';
import type { FunctionContext, UnitContext } from './context';
import { valueAs } from './conversions';
import { functionBody } from './functions';
import { fieldName, quote } from './names';
import { probe } from './statements';
import { Writer } from './writer';

/** `$init`: the instance initialisers of this class after those of its superclasses. */
export function initialisers(unit: UnitContext, info: ClassInfo, declaration: ClassDeclaration): Writer {
  const writer = new Writer(`${scopeOf(info)}.<init>`);
  if (!unit.index.hasInitialisers(info.name)) return writer;
  const superclass = unit.index.projectSuperclass(info.name);
  const options = {
    owner: info.name,
    static: false,
    scope: writer.scope,
    returns: undefined,
    codeContext: codeContext(unit, info)
  };
  const body = functionBody(unit, options, declaration.at, (context, lines) => {
    if (superclass !== undefined && unit.index.hasInitialisers(superclass))
      lines.line(`${context.wait('super.$init()')};`);
    run(context, lines, declaration, false, 'this');
  });
  writer.line(`${unit.generator ? '*' : ''}$init() {`);
  writer.append(body);
  writer.line('}');
  return writer;
}

/** `$statics`: makes the class's static variables for the running transaction, then runs their initialisers. */
export function staticInitialiser(unit: UnitContext, info: ClassInfo, declaration: ClassDeclaration): Writer {
  const writer = new Writer(`${scopeOf(info)}.<clinit>`);
  if (!unit.index.hasStatics(info.name)) return writer;
  const options = {
    owner: info.name,
    static: true,
    initialiser: true,
    scope: writer.scope,
    returns: undefined,
    codeContext: codeContext(unit, info)
  };
  const names = declaration.members.flatMap((member) => {
    if (member.kind === 'property' && member.modifiers.static) return [member.name];
    if (member.kind === 'field' && member.modifiers.static) return member.declarators.map((one) => one.name);
    return [];
  });
  const empty = names.map((name) => `${quote(fieldName(unit.index, info.name, name))}: null`).join(', ');
  const body = functionBody(unit, options, declaration.at, (context, lines) => {
    // In place before any initialiser runs, so that code reached from one finds nulls and not a second start.
    lines.line(`const $s = rt.tx.statics[${unit.handle(info.name)}.slot] = { ${empty} };`);
    run(context, lines, declaration, true, '$s');
    lines.line(`${context.leave()}return $s;`);
  });
  writer.line(`static ${unit.generator ? '*' : ''}$statics() {`);
  writer.append(body);
  writer.line('}');
  return writer;
}

function run(
  context: FunctionContext,
  lines: Writer,
  declaration: ClassDeclaration,
  isStatic: boolean,
  holder: string
): void {
  for (const member of declaration.members) {
    if (member.kind === 'initializer' && member.static === isStatic) context.statement(lines, member.body);
    if (member.kind !== 'field' || member.modifiers.static !== isStatic) continue;
    for (const declarator of member.declarators) initialise(context, lines, member, declarator, holder);
  }
}

function initialise(
  context: FunctionContext,
  lines: Writer,
  field: FieldDeclaration,
  declarator: Declarator,
  holder: string
): void {
  if (!declarator.value) return;
  const name = fieldName(context.unit.index, context.options.owner, declarator.name);
  const value = valueAs(context, declarator.value, field.type.type);
  lines.line(`${probe(context, declarator.at)}${holder}.${name} = ${value};`, declarator.at);
}
