/** A class: its fields, initialisers, constructors, methods and properties as one JavaScript class. */
import type { ClassInfo } from '../../contracts/class-info';
import type { Block, ClassDeclaration, MethodDeclaration, Parameter } from '../ast';
import { constructors } from './constructors';
import type { FunctionContext, FunctionOptions, UnitContext } from './context';
import { codeContext, scopeOf } from './code-context';
import { functionBody } from './functions';
import { initialisers, staticInitialiser } from './initialisers';
import { fieldName, methodName, quote } from './names';
import { properties } from './properties';
import { Writer } from './writer';

export function emitClass(unit: UnitContext, declaration: ClassDeclaration): Writer {
  const { canonicalName } = declaration;
  const info = canonicalName === undefined ? undefined : unit.index.info(canonicalName);
  if (!info) throw new Error(`Class ${declaration.name} has no description: check the unit before emitting it.`);
  const writer = new Writer(scopeOf(info));
  writer.line(`$.define(${quote(info.name)}, (Base) => class ${declaration.name}$ extends Base {`);
  allocation(unit, info, declaration, writer);
  writer.append(initialisers(unit, info, declaration));
  writer.append(staticInitialiser(unit, info, declaration));
  writer.append(constructors(unit, info, declaration));
  for (const member of declaration.members) {
    if (member.kind === 'method') method(unit, info, member, writer);
    if (member.kind === 'property') writer.append(properties(unit, info, member));
  }
  writer.line('});');
  return writer;
}

/** All fields exist and are null from the start, so that objects of a class share one shape. */
function allocation(unit: UnitContext, info: ClassInfo, declaration: ClassDeclaration, writer: Writer): void {
  const names = declaration.members.flatMap((member) => {
    if (member.kind === 'property' && !member.modifiers.static) return [member.name];
    if (member.kind === 'field' && !member.modifiers.static) return member.declarators.map((one) => one.name);
    return [];
  });
  const fields = names.map((name) => `this.${fieldName(unit.index, info.name, name)} = null;`).join(' ');
  if (unit.index.isException(info.name)) {
    writer.line(`constructor(type = ${quote(info.name)}) { super(type); ${fields} }`);
  } else if (fields !== '') {
    writer.line(`constructor() { super(); ${fields} }`);
  }
}

function method(unit: UnitContext, info: ClassInfo, declaration: MethodDeclaration, writer: Writer): void {
  const { body, key } = declaration;
  if (!body) return;
  if (key === undefined) throw new Error(`Method ${declaration.name} has no key: check the unit before emitting it.`);
  const isStatic = declaration.modifiers.static;
  const name = isStatic ? key : methodName(unit.index, info.name, key);
  const options: FunctionOptions = {
    owner: info.name,
    static: isStatic,
    scope: `${scopeOf(info)}.${declaration.name}`,
    returns: declaration.returns.type,
    codeContext: codeContext(unit, info)
  };
  writer.append(emitMethod(unit, options, name, declaration.parameters, body));
}

export function emitMethod(
  unit: UnitContext,
  options: FunctionOptions,
  name: string,
  parameters: readonly Parameter[],
  body: Block
): Writer {
  const writer = new Writer(options.scope);
  let names: string[] = [];
  const inner = functionBody(unit, options, body.at, (context, lines) => {
    names = parameterNames(context, parameters);
    for (const statement of body.statements) context.statement(lines, statement);
  });
  writer.line(`${options.static ? 'static ' : ''}${unit.generator ? '*' : ''}${quote(name)}(${names.join(', ')}) {`);
  writer.append(inner);
  writer.line('}');
  return writer;
}

export function parameterNames(context: FunctionContext, parameters: readonly Parameter[]): string[] {
  return parameters.map((parameter) => {
    if (!parameter.variable)
      throw new Error(
        `Parameter ${parameter.name} at line ${parameter.at.line} is not bound: check the unit before emitting it.`
      );
    return context.local(parameter.variable);
  });
}
