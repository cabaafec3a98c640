/** Properties with accessor bodies: a getter and a setter method around a backing field. */
import type { ClassInfo } from '../../contracts/class-info';
import type { Accessor, PropertyDeclaration } from '../ast';
import { codeContext, scopeOf } from './code-context';
import type { FunctionContext, FunctionOptions, UnitContext } from './context';
import { functionBody } from './functions';
import { fieldName, getterName, quote, setterName } from './names';
import { statics } from './places';
import { Writer } from './writer';

export function properties(unit: UnitContext, info: ClassInfo, property: PropertyDeclaration): Writer {
  const writer = new Writer(scopeOf(info));
  const field = info.fields.find((one) => one.name.toLowerCase() === property.name.toLowerCase());
  const called = field?.property || unit.index.isPolymorphic(info.name, property.name);
  if (!called || property.modifiers.abstract) return writer;
  const { getter, setter, valueVariable } = property;
  if (getter) {
    writer.append(
      accessor(
        unit,
        info,
        property,
        getter,
        getterName(property.name),
        '',
        (context) => `${context.leave()}return ${backing(context, property)};`
      )
    );
  }
  if (setter) {
    const own = (context: FunctionContext): string => (valueVariable ? context.local(valueVariable) : 'value');
    writer.append(
      accessor(
        unit,
        info,
        property,
        setter,
        setterName(property.name),
        own,
        (context) => `${backing(context, property)} = ${own(context)};`
      )
    );
  }
  return writer;
}

function backing(context: FunctionContext, property: PropertyDeclaration): string {
  const { owner } = context.options;
  const holder = property.modifiers.static ? statics(context, owner) : 'this';
  return `${holder}.${fieldName(context.unit.index, owner, property.name)}`;
}

function accessor(
  unit: UnitContext,
  info: ClassInfo,
  property: PropertyDeclaration,
  { at, body }: Accessor,
  name: string,
  parameter: string | ((context: FunctionContext) => string),
  automatic: (context: FunctionContext) => string
): Writer {
  const options: FunctionOptions = {
    owner: info.name,
    static: property.modifiers.static,
    scope: `${scopeOf(info)}.${property.name}`,
    returns: property.type.type,
    codeContext: codeContext(unit, info)
  };
  let parameterName = '';
  const inner = functionBody(unit, options, at, (context, lines) => {
    parameterName = typeof parameter === 'string' ? parameter : parameter(context);
    if (body) context.statement(lines, body);
    else lines.line(automatic(context), at);
  });
  const writer = new Writer(options.scope);
  writer.line(`${options.static ? 'static ' : ''}${unit.generator ? '*' : ''}${quote(name)}(${parameterName}) {`);
  writer.append(inner);
  writer.line('}');
  return writer;
}
