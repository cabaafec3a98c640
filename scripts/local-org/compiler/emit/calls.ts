/** Calls of methods and constructors. */
import type { TypeRef } from '../../contracts/type-ref';
import type { CallExpression, ConstructorCallExpression, Expression, NewExpression } from '../ast';
import type { CallTarget } from '../bindings';
import type { FunctionContext } from './context';
import { valueAs } from './conversions';
import { dynamicBinds } from './dynamic-binds';
import { factoryName, methodName, quote } from './names';

export function argumentCodes(
  context: FunctionContext,
  args: readonly Expression[],
  parameters: readonly TypeRef[]
): string[] {
  return args.map((arg, position) => valueAs(context, arg, parameters[position]));
}

/** `receiver` is code that is not null, or 'this'. */
export function callCode(
  context: FunctionContext,
  expression: CallExpression,
  target: CallTarget,
  receiver: string
): string {
  const args = argumentCodes(context, expression.args, target.parameters);
  const bindable = expression.bindable ? [dynamicBinds(context, expression.bindable)] : [];
  if (target.kind === 'platform')
    return platformCall(context, target, receiver, [...receiverName(expression, target), ...args, ...bindable]);
  const { unit } = context;
  if (target.static) return context.wait(`${unit.handle(target.owner)}.cls[${quote(target.key)}](${args.join(', ')})`);
  const name = quote(methodName(unit.index, target.owner, target.key));
  return context.wait(`${target.receiver === 'super' ? 'super' : receiver}[${name}](${args.join(', ')})`);
}

const BY_NAME: ReadonlySet<string> = new Set([
  'System.CustomSettingMethods',
  'System.CustomMetadataMethods',
  'System.SObjectStaticMethods',
  'System.EnumMethods'
]);

/** Some static methods belong to a type that no table declares: they are told which. */
function receiverName({ receiver }: CallExpression, target: CallTarget): string[] {
  if (!target.static || !BY_NAME.has(target.owner)) return [];
  const bound = receiver && (receiver.kind === 'name' || receiver.kind === 'member') ? receiver.target : undefined;
  if (bound?.kind === 'type') {
    const isRow = target.owner !== 'System.EnumMethods';
    return [quote(isRow ? bound.type.name.replace(/^Schema\./, '') : bound.type.name)];
  }
  if (bound?.kind === 'sobject-type') return [quote(bound.object)];
  throw new Error(`${target.owner}.${target.key} needs a type as its receiver: check the unit before emitting it.`);
}

/** `row.Field__c.addError(...)`: the field is named, not read. */
export function fieldErrorArguments(context: FunctionContext, expression: CallExpression, target: CallTarget): string {
  const { receiver } = expression;
  if (receiver?.kind !== 'member' || receiver.target?.kind !== 'sobject-field') {
    throw new Error(`addError at line ${expression.at.line} needs a field of a row as its receiver.`);
  }
  const row = `${context.helper('nn')}(${context.expression(receiver.receiver)})`;
  const args = argumentCodes(context, expression.args, target.parameters);
  return context.library(target.owner, target.key, 'instance', [row, quote(receiver.target.name), ...args]);
}

function platformCall(
  context: FunctionContext,
  target: Extract<CallTarget, { kind: 'platform' }>,
  receiver: string,
  args: readonly string[]
): string {
  if (target.static) return context.library(target.owner, target.key, 'static', args);
  const how = target.receiver === 'super' ? 'super' : 'instance';
  return context.library(target.owner, target.key, how, [receiver, ...args]);
}

export function construct(context: FunctionContext, expression: NewExpression): string {
  const { target } = expression;
  if (!target) throw new Error(`new at line ${expression.at.line} is not bound: check the unit before emitting it.`);
  const args = argumentCodes(context, expression.args, target.parameters);
  if (target.kind === 'platform' && !context.unit.index.declaration(target.owner)) {
    return context.library(target.owner, target.key, 'static', args);
  }
  return context.wait(
    `${context.unit.handle(target.owner)}.cls[${quote(factoryName(target.key))}](${args.join(', ')})`
  );
}

/** `this(...)` and `super(...)`: bound to one class, whatever the object's own class declares. */
export function constructorCall(context: FunctionContext, expression: ConstructorCallExpression): string {
  const { target, to } = expression;
  if (!target)
    throw new Error(`${to}() at line ${expression.at.line} is not bound: check the unit before emitting it.`);
  const args = argumentCodes(context, expression.args, target.parameters);
  if (to === 'super') return superConstructor(context, target.key, args);
  const own = context.unit.handle(context.options.owner);
  return context.wait(`${own}.cls.prototype[${quote(target.key)}].call(${['this', ...args].join(', ')})`);
}

/** Of a platform class, only exceptions have constructors that do something. */
export function superConstructor(context: FunctionContext, key: string, args: readonly string[]): string {
  const { owner } = context.options;
  const { index } = context.unit;
  if (index.projectSuperclass(owner) !== undefined) return context.wait(`super[${quote(key)}](${args.join(', ')})`);
  if (!index.isException(owner)) return '';
  return `${context.helper('initException')}(${['this', quote(key), ...args].join(', ')})`;
}
