/** Constructors, and the factories that allocate, initialise and construct in the order Apex does. */
import type { ClassInfo, MethodInfo } from '../../contracts/class-info';
import type { ClassDeclaration, ConstructorDeclaration } from '../ast';
import { superConstructor } from './calls';
import { codeContext, scopeOf } from './code-context';
import type { FunctionContext, FunctionOptions, UnitContext } from './context';
import { functionBody } from './functions';
import { factoryName, quote } from './names';
import { statics } from './places';
import { Writer } from './writer';

export function constructors(unit: UnitContext, info: ClassInfo, declaration: ClassDeclaration): Writer {
  const writer = new Writer(`${scopeOf(info)}.<init>`);
  const declared = new Map<string, ConstructorDeclaration>();
  for (const member of declaration.members) {
    if (member.kind === 'constructor' && member.key !== undefined) declared.set(member.key, member);
  }
  for (const constructor of info.constructors) {
    writer.append(emitConstructor(unit, info, declaration, constructor, declared.get(constructor.key)));
    if (!info.abstract) writer.append(factory(unit, info, declaration, constructor));
  }
  return writer;
}

function optionsOf(unit: UnitContext, info: ClassInfo): FunctionOptions {
  return {
    owner: info.name,
    static: false,
    scope: `${scopeOf(info)}.<init>`,
    returns: undefined,
    codeContext: codeContext(unit, info)
  };
}

function emitConstructor(
  unit: UnitContext,
  info: ClassInfo,
  { at }: ClassDeclaration,
  { key, parameters }: MethodInfo,
  declaration: ConstructorDeclaration | undefined
): Writer {
  const writer = new Writer(`${scopeOf(info)}.<init>`);
  let names = parameters.map((_, position) => `a${position}`);
  const body = functionBody(unit, optionsOf(unit, info), declaration?.at ?? at, (context, lines) => {
    if (!declaration) {
      const inherited = superConstructor(context, key, names);
      if (inherited !== '') lines.line(`${inherited};`, at);
      return;
    }
    names = declaration.parameters.map(({ variable, name }) => (variable ? context.local(variable) : unbound(name)));
    if (!startsWithConstructorCall(declaration)) {
      const implicit = superConstructor(context, '<init>()', []);
      if (implicit !== '') lines.line(`${implicit};`, declaration.at);
    }
    for (const statement of declaration.body.statements) context.statement(lines, statement);
  });
  writer.line(`${unit.generator ? '*' : ''}${quote(key)}(${names.join(', ')}) {`);
  writer.append(body);
  writer.line('}');
  return writer;
}

function unbound(name: string): never {
  throw new Error(`Parameter ${name} is not bound: check the unit before emitting it.`);
}

function startsWithConstructorCall({ body }: ConstructorDeclaration): boolean {
  const [first] = body.statements;
  return first?.kind === 'expression-statement' && first.expression.kind === 'constructor-call';
}

/** Inherited factories make the subclass: an exception class may have no constructors of its own. */
function factory(
  unit: UnitContext,
  info: ClassInfo,
  { at }: ClassDeclaration,
  { key, parameters }: MethodInfo
): Writer {
  const writer = new Writer(`${scopeOf(info)}.<init>`);
  const names = parameters.map((_, position) => `a${position}`);
  const body = functionBody(
    unit,
    { ...optionsOf(unit, info), static: true, initialiser: true },
    at,
    (context, lines) => {
      if (unit.index.hasActiveStatics(info.name)) lines.line(`${statics(context, info.name)};`, at);
      lines.line('const made = new this();', at);
      if (unit.index.hasInitialisers(info.name)) lines.line(`${delegated(context, 'made.$init()')};`, at);
      lines.line(`${delegated(context, `made[${quote(key)}](${names.join(', ')})`)};`, at);
      lines.line('return made;', at);
    }
  );
  writer.line(`static ${unit.generator ? '*' : ''}${quote(factoryName(key))}(${names.join(', ')}) {`);
  writer.append(body);
  writer.line('}');
  return writer;
}

/** The factory is no level of the Apex stack of its own. */
function delegated(context: FunctionContext, call: string): string {
  return context.generator ? `yield* ${call}` : call;
}
