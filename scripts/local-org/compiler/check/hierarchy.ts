import type { Access } from '../../contracts/class-info';
import { sameType, typeRef, type TypeRef } from '../../contracts/type-ref';
import type { MethodMember } from '../bind/members';
import { isUnknown, outermost, type ClassSymbol, type MethodSymbol } from '../bind/symbols';
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
  if (declaration.kind !== 'class') return;
  const report = (message: string, at = declaration.at): void => context.report(at, 'type', message);
  if (!superclass && isExceptionName(symbol)) {
    report(`Exception class must extend another Exception class: ${displayType(symbol.type)}`);
  }
  if (!declaration.superclass || !superclass || isUnknown(superclass)) return;
  const parent = classNamed(context.world, superclass.name);
  const platform = context.world.platform.byCanonicalName(superclass.name);
  const text = displayType(superclass);
  const isException = context.index.hierarchy(superclass).some((type) => type.name === 'System.Exception');
  if (parent && inherits(context.world, parent, symbol)) report(`Circular definition: ${text}`);
  else if ((parent ?? platform)?.kind !== 'class') {
    report(`Invalid class: ${declaration.superclass.parts.join('.')}`, declaration.superclass.at);
  } else if (!isException && (parent ? !isExtensible(parent) : FINAL_TYPES.has(superclass.name))) {
    report(`Non-virtual and non-abstract type cannot be extended: ${text}`);
  }
  if (!isException) return;
  if (!isExceptionName(symbol)) {
    report(`Classes extending Exception must have a name ending in Exception: ${displayType(symbol.type)}`);
  }
  for (const { at, parameters } of symbol.constructors.filter(isGiven)) {
    report(`System exception constructor already defined: void ${displaySignature('<init>', parameters)}`, at);
  }
}

const FINAL_TYPES: ReadonlySet<string> = new Set([
  'String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Id', 'Date', 'Datetime', 'Time', 'Blob'
]); // prettier-ignore

function isExtensible({ declaration }: ClassSymbol): boolean {
  return declaration.modifiers.virtual || declaration.modifiers.abstract;
}

function isExceptionName(symbol: ClassSymbol): boolean {
  return /exception$/i.test(symbol.simpleName);
}

/** The constructors that every exception has. */
function isGiven({ implicit, parameters }: MethodSymbol): boolean {
  const names = parameters.map(({ name }) => name).join(',');
  return !implicit && ['', 'String', 'System.Exception', 'String,System.Exception'].includes(names);
}

function checkInterfaces(context: CheckContext, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind === 'enum') return;
  for (const [i, type] of symbol.interfaces.entries()) {
    const name = declaration.interfaces[i];
    if (!name || isUnknown(type) || context.index.isInterface(type)) continue;
    context.report(name.at, 'type', `Invalid interface: ${name.parts.join('.')}`);
  }
}

/** A global method may be overridden by a public one. */
const OPENNESS: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function checkOverride(context: CheckContext, symbol: ClassSymbol, method: MethodSymbol): void {
  if (method.static || symbol.kind === 'interface') return;
  const inherited = inheritedMethod(context, symbol, method);
  const { modifiers, at } = method;
  const text = `${displayType(method.returns)} ${displayType(symbol.type)}.${displaySignature(method.name, method.parameters)}`;
  const report = (message: string): void => context.report(at, 'type', message);
  if (!inherited) {
    const given = givenMethod(method);
    const known = context.index.hierarchy(symbol.type).every((type) => !isUnknown(type));
    if (modifiers.override && !given && known) report(`@Override specified for non-overriding method: ${text}`);
    if (!modifiers.override && given === 'tostring') report(`Method must use the override keyword: ${text}`);
    return;
  }
  if (!sameType(inherited.returns, method.returns) && !isUnknown(method.returns) && !isUnknown(inherited.returns)) {
    const types = `${displayType(method.returns)} vs ${displayType(inherited.returns)}`;
    report(`Method return types clash: ${types} from the type ${displayType(symbol.type)}`);
  }
  const parent = inherited.symbol;
  if (!parent) return;
  if (!parent.virtual) report(`Non-virtual, non-abstract methods cannot be overridden: ${text}`);
  else if (!modifiers.override) report(`Method must use the override keyword: ${text}`);
  else if (OPENNESS[method.access] < OPENNESS[parent.access]) {
    report(`Cannot reduce the visibility of method: ${text}`);
  }
}

/** What every class has and may override. */
function givenMethod({ name, parameters }: MethodSymbol): string | undefined {
  const lower = name.toLowerCase();
  return parameters.length === 0 && (lower === 'tostring' || lower === 'hashcode') ? lower : undefined;
}

/** A private method of another file is not there for subclasses, even if it is abstract. */
function isHidden(method: MethodMember, symbol: ClassSymbol): boolean {
  return method.symbol?.access === 'private' && outermost(method.symbol.owner) !== outermost(symbol);
}

function inheritedMethod(context: CheckContext, symbol: ClassSymbol, method: MethodSymbol): MethodMember | undefined {
  if (!symbol.superclass) return undefined;
  return context.index.methods(symbol.superclass, method.name).find((other) => {
    if (other.static || other.owner === 'Object' || context.index.isInterface(typeRef(other.owner))) return false;
    return !isHidden(other, symbol) && sameParameters(other.parameters, method.parameters);
  });
}

/** Every abstract method of the hierarchy has an implementation in the class or above it. */
function checkImplemented(context: CheckContext, symbol: ClassSymbol): void {
  const own = displayType(symbol.type);
  for (const type of context.index.hierarchy(symbol.type).slice(1)) {
    for (const wanted of abstractMethods(context, type)) {
      const found = context.index
        .methods(symbol.type, wanted.name)
        .find((method) => !method.abstract && implementsMethod(context, method, wanted));
      const signature = displaySignature(wanted.name, wanted.parameters);
      const text = `${displayType(wanted.returns)} ${displayType(type)}.${signature}`;
      if (!found) {
        const what = context.index.isInterface(type) ? 'method' : 'abstract method';
        context.report(symbol.declaration.at, 'type', `Class ${own} must implement the ${what}: ${text}`);
      } else if (
        found.symbol &&
        !['public', 'global'].includes(found.symbol.access) &&
        context.index.isInterface(type)
      ) {
        context.report(
          symbol.declaration.at,
          'access',
          `${own}: Overriding implementations of global or public interface methods must be global or public: ${text}`
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

/** A method of an abstract class has to be overridden with the keyword, or it is another method. */
function implementsMethod(context: CheckContext, method: MethodMember, wanted: MethodMember): boolean {
  if (!implementsParameters(context, method, wanted)) return false;
  const overridden = wanted.symbol?.owner.kind === 'class' && method.symbol && !isHidden(wanted, method.symbol.owner);
  if (overridden && !method.symbol.modifiers.override) return false;
  return !wanted.symbol || isUnknown(method.returns) || assignable(context.index, method.returns, wanted.returns);
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
