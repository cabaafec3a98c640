import { sameType, type TypeRef } from '../../contracts/type-ref';
import type { MethodMember } from '../bind/members';
import { isUnknown, type ClassSymbol, type MethodSymbol } from '../bind/symbols';
import { classNamed } from '../bind/world';
import { inherits } from './access';
import type { CheckContext } from './context';
import { assignable, displaySignature, displayType } from './conversions';

/** What a class owes to its supertypes. */
export function checkHierarchy(context: CheckContext, symbol: ClassSymbol): void {
  checkSuperclass(context, symbol);
  checkInterfaces(context, symbol);
  for (const overloads of symbol.methods.values())
    for (const method of overloads) checkOverride(context, symbol, method);
  if (symbol.kind === 'class' && !symbol.declaration.modifiers.abstract) checkImplemented(context, symbol);
}

function checkSuperclass(context: CheckContext, symbol: ClassSymbol): void {
  const { declaration, superclass } = symbol;
  if (declaration.kind !== 'class' || !declaration.superclass || !superclass || isUnknown(superclass)) return;
  const { at } = declaration.superclass;
  const parent = classNamed(context.world, superclass.name);
  const platform = context.world.platform.byCanonicalName(superclass.name);
  const text = displayType(superclass);
  if (parent && inherits(context.world, parent, symbol))
    context.report(at, 'type', `Circular class hierarchy: ${text}`);
  else if ((parent ?? platform)?.kind !== 'class')
    context.report(at, 'type', `${text}: a class can only extend a class`);
  else if (
    parent &&
    !parent.declaration.modifiers.virtual &&
    !parent.declaration.modifiers.abstract &&
    !isExceptionName(parent)
  ) {
    context.report(at, 'type', `Non-virtual and non-abstract type cannot be extended: ${text}`);
  }
  const isException = context.index.hierarchy(superclass).some((type) => type.name === 'System.Exception');
  if (isException && !/exception$/i.test(symbol.simpleName)) {
    context.report(symbol.declaration.at, 'type', `Exception class must end with 'Exception': ${symbol.simpleName}`);
  }
}

/** Exceptions may be extended without being virtual. */
function isExceptionName(symbol: ClassSymbol): boolean {
  return /exception$/i.test(symbol.simpleName) && symbol.superclass !== undefined;
}

function checkInterfaces(context: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind === 'enum') return;
  for (const [i, type] of symbol.interfaces.entries()) {
    const at = declaration.interfaces[i]?.at ?? declaration.at;
    if (isUnknown(type) || context.index.isInterface(type)) continue;
    context.report(at, 'type', `Type is not an interface: ${displayType(type)}`);
  }
}

function checkOverride(context: CheckContext, symbol: ClassSymbol, method: MethodSymbol): void {
  if (method.static || symbol.kind === 'interface') return;
  const inherited = inheritedMethod(context, symbol, method);
  const text = `${displayType(method.returns)} ${displaySignature(method.name, method.parameters)}`;
  if (!inherited) {
    const implementsOne = symbol.interfaces.length > 0 || isObjectMethod(method);
    if (method.modifiers.override && !implementsOne) {
      context.report(method.at, 'type', `@Override specified for non-overriding method: ${text}`);
    }
    return;
  }
  if (!sameType(inherited.returns, method.returns) && !isUnknown(method.returns) && !isUnknown(inherited.returns)) {
    context.report(method.at, 'type', `Return type must match overridden method: ${displayType(inherited.returns)}`);
  }
  const parent = inherited.symbol;
  if (!parent || parent.owner.kind === 'interface' || parent.access === 'private') return;
  if (!parent.virtual) {
    context.report(method.at, 'type', `Non-virtual, non-abstract methods cannot be overridden: ${text}`);
  } else if (!method.modifiers.override) {
    context.report(method.at, 'type', `Method must use the override keyword: ${text}`);
  }
}

function isObjectMethod(method: MethodSymbol): boolean {
  return ['tostring', 'equals', 'hashcode'].includes(method.name.toLowerCase());
}

function inheritedMethod(context: CheckContext, symbol: ClassSymbol, method: MethodSymbol): MethodMember | undefined {
  if (!symbol.superclass) return undefined;
  return context.index
    .methods(symbol.superclass, method.name)
    .find((other) => !other.static && sameParameters(other.parameters, method.parameters) && other.owner !== 'Object');
}

/** Every abstract method of the hierarchy has an implementation in the class or above it. */
function checkImplemented(context: CheckContext, symbol: ClassSymbol): void {
  for (const type of context.index.hierarchy(symbol.type).slice(1)) {
    for (const wanted of abstractMethods(context, type)) {
      const found = context.index
        .methods(symbol.type, wanted.name)
        .find((method) => !method.abstract && implementsParameters(context, method, wanted));
      if (!found) {
        const text = `${displayType(wanted.returns)} ${displayType(type)}.${displaySignature(wanted.name, wanted.parameters)}`;
        context.report(symbol.declaration.at, 'type', `Class ${symbol.simpleName} must implement the method: ${text}`);
      } else if (
        found.symbol &&
        !['public', 'global'].includes(found.symbol.access) &&
        context.index.isInterface(type)
      ) {
        context.report(
          found.symbol.at,
          'access',
          `${symbol.simpleName}: Overriding implementations of global or public interface methods must be global or public: ${found.name}`
        );
      }
    }
  }
}

function abstractMethods(context: CheckContext, type: TypeRef): readonly MethodMember[] {
  const symbol = classNamed(context.world, type.name);
  const platform = symbol ? undefined : context.world.platform.byCanonicalName(type.name);
  const names = symbol ? [...symbol.methods.keys()] : (platform?.methods.map((method) => method.name) ?? []);
  const isInterface = (symbol ?? platform)?.kind === 'interface';
  return [...new Set(names.map((name) => name.toLowerCase()))].flatMap((name) =>
    context.index.methods(type, name).filter((method) => {
      if (method.owner !== type.name || method.static) return false;
      return method.abstract || (isInterface && !symbol);
    })
  );
}

/** The platform takes a list of rows of one object where an interface says SObject. */
function implementsParameters(context: CheckContext, method: MethodMember, wanted: MethodMember): boolean {
  if (sameParameters(method.parameters, wanted.parameters)) return true;
  if (wanted.symbol || method.parameters.length !== wanted.parameters.length) return false;
  return method.parameters.every((type, i) => assignable(context.index, wanted.parameters[i]!, type));
}

function sameParameters(a: readonly TypeRef[], b: readonly TypeRef[]): boolean {
  return a.length === b.length && a.every((type, i) => sameType(type, b[i]!));
}
