import type { PlatformType } from '../../contracts/platform-types';
import { sameType, substitute, typeRef, typeText, type TypeRef } from '../../contracts/type-ref';
import type { FieldSymbol, MethodSymbol } from './symbols';
import { classNamed, objectName, type ProgramSymbols } from './world';

export interface MethodMember {
  readonly owner: string;
  readonly name: string;
  readonly key: string;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly parameters: readonly TypeRef[];
  readonly returns: TypeRef;
  /** Undefined for a platform type's method. */
  readonly symbol: MethodSymbol | undefined;
}

export type FieldMember =
  | { readonly kind: 'project'; readonly symbol: FieldSymbol }
  | {
      readonly kind: 'platform';
      readonly owner: string;
      readonly name: string;
      readonly static: boolean;
      readonly type: TypeRef;
    }
  | { readonly kind: 'platform-enum-value'; readonly owner: string; readonly name: string; readonly type: TypeRef };

/** In the tables as instance methods of every SObject, on the platform static methods of settings and metadata only. */
const SETTING_METHODS: ReadonlySet<string> = new Set(['getall', 'getinstance', 'getorgdefaults', 'getvalues']);

const OBJECT = typeRef('Object');

/** Members of types seen through their hierarchy, with type variables replaced. Answers are kept, types do not change. */
export class TypeIndex {
  readonly #hierarchies = new Map<string, readonly TypeRef[]>();
  readonly #methods = new Map<string, readonly MethodMember[]>();

  constructor(readonly world: ProgramSymbols) {}

  /** The type itself, its superclasses, then its interfaces, transitively; Object is not listed. */
  hierarchy(type: TypeRef): readonly TypeRef[] {
    const key = typeText(type);
    const known = this.#hierarchies.get(key);
    if (known) return known;
    const found: TypeRef[] = [];
    this.#collect(type, found);
    this.#hierarchies.set(key, found);
    return found;
  }

  isEnum(type: TypeRef): boolean {
    const symbol = classNamed(this.world, type.name);
    return (symbol ?? this.world.platform.byCanonicalName(type.name))?.kind === 'enum';
  }

  isInterface(type: TypeRef): boolean {
    const symbol = classNamed(this.world, type.name);
    return (symbol ?? this.world.platform.byCanonicalName(type.name))?.kind === 'interface';
  }

  field(type: TypeRef, name: string): FieldMember | undefined {
    const lower = name.toLowerCase();
    for (const level of this.hierarchy(type)) {
      const symbol = classNamed(this.world, level.name)?.fields.get(lower);
      if (symbol) return { kind: 'project', symbol };
      const platform = this.world.platform.byCanonicalName(level.name);
      const found = platform && this.#platformField(platform, level, lower);
      if (found) return found;
    }
    return undefined;
  }

  /** All overloads of a name; what a subclass overrides is listed once, as the subclass declares it. */
  methods(type: TypeRef, name: string): readonly MethodMember[] {
    const lower = name.toLowerCase();
    const key = `${typeText(type)}.${lower}`;
    const known = this.#methods.get(key);
    if (known) return known;
    const found: MethodMember[] = [];
    const levels = [...this.hierarchy(type), ...(objectName(this.world, type) ? [typeRef('SObject')] : []), OBJECT];
    for (const level of levels) {
      for (const method of this.#declared(level, lower)) {
        if (!found.some((other) => sameParameters(other, method))) found.push(method);
      }
    }
    if (lower === 'clone' && classNamed(this.world, type.name)?.kind === 'class' && found.length === 0)
      found.push(CLONE(type));
    this.#methods.set(key, found);
    return found;
  }

  constructors(type: TypeRef): readonly MethodMember[] {
    const symbol = classNamed(this.world, type.name);
    if (symbol) return symbol.constructors.map((declared) => projectMethod(declared));
    const platform = this.world.platform.byCanonicalName(type.name);
    return platform
      ? platform.constructors.map((each) => platformMethod(type.name, each, variables(platform, type)))
      : [];
  }

  #collect(type: TypeRef, found: TypeRef[]): void {
    if (found.some((other) => sameType(other, type))) return;
    found.push(type);
    const symbol = classNamed(this.world, type.name);
    if (symbol) {
      if (symbol.superclass) this.#collect(symbol.superclass, found);
      for (const each of symbol.interfaces) this.#collect(each, found);
      return;
    }
    const platform = this.world.platform.byCanonicalName(type.name);
    if (!platform) return;
    const bound = variables(platform, type);
    if (platform.superclass && platform.superclass.name !== 'Object') {
      this.#collect(substitute(platform.superclass, bound), found);
    }
    for (const each of platform.interfaces) this.#collect(substitute(each, bound), found);
    if (type.name === 'List' || type.name === 'Set') this.#collect(typeRef('Iterable', type.args), found);
  }

  #platformField(platform: PlatformType, type: TypeRef, lower: string): FieldMember | undefined {
    const owner = type.name;
    const value = platform.values.find((each) => each.toLowerCase() === lower);
    if (value !== undefined) return { kind: 'platform-enum-value', owner, name: value, type: typeRef(owner) };
    const field = platform.fields.find((each) => each.name.toLowerCase() === lower);
    if (!field) return undefined;
    const declared = substitute(field.type, variables(platform, type));
    return { kind: 'platform', owner, name: field.name, static: field.static, type: declared };
  }

  #declared(type: TypeRef, lower: string): readonly MethodMember[] {
    const symbol = classNamed(this.world, type.name);
    if (symbol) return (symbol.methods.get(lower) ?? []).map((declared) => projectMethod(declared));
    if (type.name === 'SObject' && SETTING_METHODS.has(lower)) return [];
    const platform = this.world.platform.byCanonicalName(type.name);
    if (!platform) return [];
    const bound = variables(platform, type);
    return platform.methods
      .filter((method) => method.name.toLowerCase() === lower)
      .map((method) => platformMethod(type.name, method, bound));
  }
}

/** Every object of a project's class has it, unless the class declares a method of the name. */
const CLONE = (returns: TypeRef): MethodMember => ({
  owner: 'System.ClassMethods',
  name: 'clone',
  key: 'clone()',
  static: false,
  abstract: false,
  parameters: [],
  returns,
  symbol: undefined
});

function sameParameters(a: MethodMember, b: MethodMember): boolean {
  return (
    a.parameters.length === b.parameters.length && a.parameters.every((type, i) => sameType(type, b.parameters[i]!))
  );
}

function projectMethod(symbol: MethodSymbol): MethodMember {
  const { name, key, abstract, parameters, returns } = symbol;
  return { owner: symbol.owner.name, name, key, static: symbol.static, abstract, parameters, returns, symbol };
}

function platformMethod(
  owner: string,
  method: PlatformType['methods'][number],
  bound: ReadonlyMap<string, TypeRef>
): MethodMember {
  const { name, key, abstract } = method;
  const parameters = method.parameters.map((type) => substitute(type, bound));
  const returns = substitute(method.returns, bound);
  return { owner, name, key, static: method.static, abstract, parameters, returns, symbol: undefined };
}

function variables(platform: PlatformType, type: TypeRef): ReadonlyMap<string, TypeRef> {
  return new Map(platform.typeParameters.map((name, i) => [name, type.args[i] ?? OBJECT]));
}
