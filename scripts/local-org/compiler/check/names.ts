import type { TypeRef } from '../../contracts/type-ref';
import type { At, NameExpression } from '../ast';
import type { FieldTarget } from '../bindings';
import { packageNamespace, resolveSimple } from '../bind/resolve';
import { UNKNOWN, type ClassSymbol, type FieldSymbol } from '../bind/symbols';
import { mayUse } from './access';
import type { CheckContext, Denotation } from './context';
import { displayType } from './conversions';

export const UNKNOWN_DENOTATION: Denotation = { kind: 'unknown' };

/** Locals first, then fields from the inside out, then types, then namespaces. */
export function denoteName(context: CheckContext, expression: NameExpression): Denotation {
  const variable = context.scope.find(expression.name);
  if (variable) {
    expression.target = { kind: 'local', variable };
    return value(variable.type);
  }
  const field = findVisibleField(context, expression.name);
  if (field) return denoteField(context, expression, field);
  const type = resolveSimple(context.world, context.names, expression.name);
  if (type) {
    expression.target = { kind: 'type', type };
    return { kind: 'type', type, path: [expression.name] };
  }
  const namespace =
    context.world.platform.namespace(expression.name) ?? packageNamespace(context.world, expression.name);
  if (namespace !== undefined) {
    expression.target = { kind: 'namespace', name: namespace };
    return { kind: 'namespace', path: [expression.name] };
  }
  context.report(expression.at, 'unknown-variable', `Variable does not exist: ${expression.name}`);
  return UNKNOWN_DENOTATION;
}

export function value(type: TypeRef): Denotation {
  return type === UNKNOWN ? UNKNOWN_DENOTATION : { kind: 'value', type };
}

interface FoundField {
  readonly owner: ClassSymbol;
  readonly symbol: FieldSymbol | undefined;
  readonly target: FieldTarget | undefined;
  readonly type: TypeRef;
  /** Found in a class around the current one, whose instance is not at hand. */
  readonly outside: boolean;
}

export function findVisibleField(context: CheckContext, name: string): FoundField | undefined {
  for (let owner = context.symbol; owner; owner = owner.outer) {
    const found = context.index.field(owner.type, name);
    const outside = owner !== context.symbol;
    if (found?.kind === 'project') {
      return { owner, symbol: found.symbol, target: undefined, type: found.symbol.type, outside };
    }
    if (found?.kind === 'platform') {
      const target: FieldTarget = {
        kind: 'platform-field',
        owner: found.owner,
        name: found.name,
        static: found.static
      };
      return { owner, symbol: undefined, target, type: found.type, outside };
    }
  }
  return undefined;
}

function denoteField(context: CheckContext, expression: NameExpression, found: FoundField): Denotation {
  const { symbol } = found;
  if (!symbol) {
    if (found.target) expression.target = found.target;
    return value(found.type);
  }
  if (!symbol.static && (found.outside || context.facts.frame.static)) {
    context.report(expression.at, 'static', `Variable does not exist: ${expression.name}`);
    return UNKNOWN_DENOTATION;
  }
  if (isForward(context, expression.at, symbol)) {
    context.report(expression.at, 'flow', `Illegal forward reference: ${expression.name}`);
    return UNKNOWN_DENOTATION;
  }
  if (!checkVisible(context, expression.at, symbol)) return UNKNOWN_DENOTATION;
  expression.target = fieldTarget(context, symbol);
  return value(symbol.type);
}

/** Initialisers run in the order they are written in: what is declared further down is not there yet. */
function isForward(
  context: CheckContext,
  at: At,
  { owner, at: declared, static: isStatic, kind }: FieldSymbol
): boolean {
  const { frame } = context.facts;
  if (frame.kind !== 'initializer' || context.symbol !== owner || isStatic !== frame.static) return false;
  if (kind === 'enum-value') return false;
  return declared.line > at.line || (declared.line === at.line && declared.column > at.column);
}

export function checkVisible(context: CheckContext, at: At, symbol: FieldSymbol): boolean {
  const readable = symbol.readable ?? symbol.writable ?? symbol.access;
  if (mayUse(context.world, context.names, symbol, readable)) return true;
  context.report(at, 'access', `Variable is not visible: ${displayType(symbol.owner.type)}.${symbol.name}`);
  return false;
}

export function fieldTarget(context: CheckContext, symbol: FieldSymbol): FieldTarget {
  const owner = symbol.owner.name;
  if (symbol.kind === 'enum-value') return { kind: 'enum-value', owner, name: symbol.name, platform: false };
  return {
    kind: 'field',
    owner,
    name: symbol.name,
    static: symbol.static,
    property: symbol.accessors,
    backing: context.facts.frame.property === symbol
  };
}

export const OBJECT_DESCRIBE: TypeRef = { name: 'Schema.DescribeSObjectResult', args: [] };
export const FIELD_DESCRIBE: TypeRef = { name: 'Schema.DescribeFieldResult', args: [] };

/** The static type of a denotation where a value is wanted; reports types and namespaces, which are none. */
export function valueType(context: CheckContext, at: At, denotation: Denotation): TypeRef {
  switch (denotation.kind) {
    case 'value':
    case 'describe-fields':
    case 'token-fields':
      return denotation.type;
    case 'unknown':
      return UNKNOWN;
    default:
      context.report(at, 'unknown-variable', `Variable does not exist: ${denotation.path.join('.')}`);
      return UNKNOWN;
  }
}

export const LABEL_TYPE = 'System.Label';
