import type { Access } from '../../contracts/class-info';
import { signatureText, typeRef, type TypeRef } from '../../contracts/type-ref';
import type { ClassDeclaration, ConstructorDeclaration, FieldDeclaration, MethodDeclaration, Modifiers, Parameter, PropertyDeclaration, TypeName } from '../ast'; // prettier-ignore
import type { Report } from '../diagnostics';
import { displaySignature, displayType } from './display';
import { resolveType, type NameScope } from './resolve';
import { UNKNOWN, type ClassSymbol, type FieldSymbol, type MethodSymbol } from './symbols';
import { TYPE, type ProgramSymbols } from './world';

/** Resolves a type name, or reports it and gives the silent unknown type. */
export function typeOrReport(world: ProgramSymbols, scope: NameScope, name: TypeName, report: Report): TypeRef {
  const resolved = resolveType(world, scope, name);
  if (resolved.ok) return resolved.type;
  const text = resolved.at.parts.join('.');
  if (resolved.reason === 'arguments') report(resolved.at.at, 'unknown-type', `Invalid type arguments: ${text}`);
  else if (resolved.reason === 'invisible') report(resolved.at.at, 'access', `Type is not visible: ${text}`);
  else report(resolved.at.at, 'unknown-type', `Invalid type: ${text}`);
  name.type = UNKNOWN;
  return UNKNOWN;
}

/** First round: what inner names may be inherited from, so that the second can resolve members through it. */
export function bindSupertypes(world: ProgramSymbols, symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  const scope: NameScope = { namespace: symbol.namespace, symbol: symbol.outer ?? symbol };
  if (declaration.kind === 'class' && declaration.superclass) {
    symbol.superclass = typeOrReport(world, scope, declaration.superclass, report);
  }
  if (declaration.kind !== 'enum') {
    symbol.interfaces = declaration.interfaces.map((name) => typeOrReport(world, scope, name, report));
  }
}

/** Second round: fields, properties, methods and constructors with their types. */
export function bindMembers(world: ProgramSymbols, symbol: ClassSymbol, report: Report): void {
  new MemberBinder(world, symbol, report).bind();
}

class MemberBinder {
  readonly #scope: NameScope;

  constructor(
    readonly world: ProgramSymbols,
    readonly symbol: ClassSymbol,
    readonly report: Report
  ) {
    this.#scope = { namespace: symbol.namespace, symbol };
  }

  bind(): void {
    const { declaration } = this.symbol;
    if (declaration.kind === 'enum') {
      for (const value of declaration.values)
        this.#addField(this.#enumValue(value.name, value.at, declaration.modifiers));
    } else if (declaration.kind === 'interface') {
      for (const method of declaration.methods) this.#method(method);
    } else {
      this.#classMembers(declaration);
    }
  }

  #classMembers(declaration: ClassDeclaration): void {
    for (const member of declaration.members) {
      if (member.kind === 'field') this.#field(member);
      else if (member.kind === 'property') this.#property(member);
      else if (member.kind === 'method') this.#method(member);
      else if (member.kind === 'constructor') this.#declaredConstructor(member);
    }
    this.#implicitConstructors(declaration);
  }

  #field(member: FieldDeclaration): void {
    const type = this.#type(member.type);
    const access = member.modifiers.access ?? 'private';
    for (const declarator of member.declarators) {
      this.#addField({
        ...this.#facts(declarator.name, declarator.at, member.modifiers),
        kind: 'field',
        type,
        final: member.modifiers.final,
        accessors: false,
        readable: access,
        writable: access
      });
    }
  }

  #property(member: PropertyDeclaration): void {
    const access = member.modifiers.access ?? 'private';
    const { getter, setter } = member;
    this.#addField({
      ...this.#facts(member.name, member.at, member.modifiers),
      kind: 'property',
      type: this.#type(member.type),
      final: false,
      accessors: getter?.body !== undefined || setter?.body !== undefined,
      readable: getter && (getter.modifiers.access ?? access),
      writable: setter && (setter.modifiers.access ?? access)
    });
  }

  #addField(field: FieldSymbol): void {
    const key = field.name.toLowerCase();
    if (this.symbol.fields.has(key)) this.report(field.at, 'duplicate', `Duplicate field: ${field.name}`);
    else this.symbol.fields.set(key, field);
  }

  #method(member: MethodDeclaration): void {
    const { modifiers } = member;
    const inInterface = this.symbol.kind === 'interface';
    const parameters = this.#parameters(member.parameters);
    const method: MethodSymbol = {
      ...this.#facts(member.name, member.at, modifiers),
      access: inInterface ? this.symbol.access : (modifiers.access ?? 'private'),
      key: signatureText(member.name.toLowerCase(), parameters),
      parameters,
      parameterNames: member.parameters.map((parameter) => parameter.name),
      returns: this.#type(member.returns),
      abstract: inInterface || modifiers.abstract,
      virtual: inInterface || modifiers.abstract || modifiers.virtual || modifiers.override,
      implicit: false
    };
    member.key = method.key;
    const key = member.name.toLowerCase();
    const overloads = this.symbol.methods.get(key) ?? [];
    if (overloads.some((other) => other.key === method.key)) {
      this.report(member.at, 'duplicate', this.#already(member.name, method));
      return;
    }
    this.symbol.methods.set(key, [...overloads, method]);
  }

  #already(name: string, { returns, parameters }: MethodSymbol): string {
    const owner = displayType(this.symbol.type);
    const text = `${displayType(returns)} ${owner}.${displaySignature(name, parameters)}`;
    return `Method already defined: ${name} ${text} from the type ${owner}`;
  }

  #declaredConstructor(member: ConstructorDeclaration): void {
    const parameters = this.#parameters(member.parameters);
    const symbol = this.#constructorSymbol(parameters, member.modifiers, member.at, member.parameters);
    member.key = symbol.key;
    if (member.name.toLowerCase() !== this.symbol.simpleName.toLowerCase()) {
      this.report(member.at, 'syntax', `Invalid constructor name: ${member.name}`);
    } else if (this.symbol.constructors.some((other) => other.key === symbol.key)) {
      this.report(member.at, 'duplicate', this.#already('<init>', symbol));
    } else {
      this.symbol.constructors.push(symbol);
    }
  }

  #implicitConstructors(declaration: ClassDeclaration): void {
    const { constructors } = this.symbol;
    const signatures: TypeRef[][] = /exception$/i.test(this.symbol.simpleName) && this.symbol.superclass
      ? [[], [TYPE.string], [TYPE.exception], [TYPE.string, TYPE.exception]]
      : constructors.length === 0 ? [[]] : []; // prettier-ignore
    for (const parameters of signatures) {
      const access: Access = this.symbol.access === 'private' ? 'public' : this.symbol.access;
      const modifiers = { ...declaration.modifiers, access, static: false, annotations: [] };
      const symbol = { ...this.#constructorSymbol(parameters, modifiers, declaration.at, []), implicit: true };
      if (!constructors.some((other) => other.key === symbol.key)) constructors.push(symbol);
    }
  }

  #constructorSymbol(
    parameters: readonly TypeRef[],
    modifiers: Modifiers,
    at: MethodSymbol['at'],
    declared: readonly Parameter[]
  ): MethodSymbol {
    return {
      ...this.#facts('<init>', at, modifiers),
      key: signatureText('<init>', parameters),
      parameters,
      parameterNames: declared.map((parameter) => parameter.name),
      returns: typeRef('void'),
      abstract: false,
      virtual: false,
      implicit: false
    };
  }

  #enumValue(name: string, at: FieldSymbol['at'], modifiers: Modifiers): FieldSymbol {
    const access = this.symbol.access;
    return {
      ...this.#facts(name, at, modifiers),
      kind: 'enum-value',
      static: true,
      access,
      type: this.symbol.type,
      final: true,
      accessors: false,
      readable: access,
      writable: undefined
    };
  }

  #parameters(parameters: readonly Parameter[]): TypeRef[] {
    return parameters.map((parameter) => this.#type(parameter.type));
  }

  #facts(name: string, at: FieldSymbol['at'], modifiers: Modifiers) {
    const access: Access = modifiers.access ?? 'private';
    return { name, at, owner: this.symbol, static: modifiers.static, access, modifiers };
  }

  #type(name: TypeName): TypeRef {
    return typeOrReport(this.world, this.#scope, name, this.report);
  }
}
