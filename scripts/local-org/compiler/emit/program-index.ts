/** Whole-program knowledge: which declaration stands behind a class name, and what its hierarchy demands. */
import type { ClassInfo, MethodInfo } from '../../contracts/class-info';
import type { ClassDeclaration, Expression, Member, Modifiers, TypeDeclaration } from '../ast';
import { anonymousClass } from './anonymous';
import type { EmitInput } from './input';

export class ProgramIndex {
  readonly #infos = new Map<string, ClassInfo>();
  readonly #declarations = new Map<string, TypeDeclaration>();

  constructor(
    inputs: readonly EmitInput[],
    readonly base?: ProgramIndex
  ) {
    for (const input of inputs) {
      for (const info of input.classes) this.#infos.set(info.name, info);
      const { declaration } = input.unit;
      if (declaration.kind === 'trigger') continue;
      if (declaration.kind === 'anonymous') this.#add(anonymousClass(input, declaration));
      else this.#add(declaration);
    }
  }

  info(name: string): ClassInfo | undefined {
    return this.#infos.get(name) ?? this.base?.info(name);
  }

  declaration(name: string): TypeDeclaration | undefined {
    return this.#declarations.get(name) ?? this.base?.declaration(name);
  }

  /** The superclass where it is a class of the project. */
  projectSuperclass(name: string): string | undefined {
    const superclass = this.info(name)?.superclass;
    return superclass !== undefined && this.declaration(superclass) ? superclass : undefined;
  }

  isException(name: string): boolean {
    for (let current: string | undefined = name; current !== undefined; current = this.info(current)?.superclass) {
      if (current === 'System.Exception') return true;
      if (!this.info(current)) return isPlatformException(current);
    }
    return false;
  }

  method(owner: string, key: string): MethodInfo | undefined {
    return this.info(owner)?.methods.find((method) => method.key === key);
  }

  /** Whether a subclass may give the property other accessors: then even automatic ones are called. */
  isPolymorphic(owner: string, property: string): boolean {
    const declaration = this.declaration(owner);
    const wanted = property.toLowerCase();
    if (declaration?.kind !== 'class') return false;
    return declaration.members.some(
      (member) => member.kind === 'property' && member.name.toLowerCase() === wanted && isOverridable(member.modifiers)
    );
  }

  /** Whether calls of the method reach what a subclass makes of it. */
  isVirtual(owner: string, key: string): boolean {
    const declaration = this.declaration(owner);
    if (declaration?.kind !== 'class') return false;
    return declaration.members.some(
      (member) => member.kind === 'method' && member.key === key && isOverridable(member.modifiers)
    );
  }

  /** Whether creating an instance runs initialisers at any level of the hierarchy. */
  hasInitialisers(name: string): boolean {
    for (let current: string | undefined = name; current !== undefined; current = this.projectSuperclass(current)) {
      const declaration = this.declaration(current);
      if (declaration?.kind === 'class' && declaration.members.some(isInstanceInitialiser)) return true;
    }
    return false;
  }

  hasStatics(name: string): boolean {
    const declaration = this.declaration(name);
    return declaration?.kind === 'class' && declaration.members.some(isStaticState);
  }

  /** Whether first use of the class must run code: initialisers that are more than literals, or static blocks. */
  hasActiveStatics(name: string): boolean {
    const declaration = this.declaration(name);
    return declaration?.kind === 'class' && declaration.members.some(isActiveStatic);
  }

  #add(declaration: TypeDeclaration): void {
    if (declaration.canonicalName !== undefined) this.#declarations.set(declaration.canonicalName, declaration);
    if (declaration.kind === 'class') this.#addMembers(declaration.members);
  }

  #addMembers(members: ClassDeclaration['members']): void {
    for (const member of members) {
      if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') this.#add(member);
    }
  }
}

function isOverridable({ virtual, abstract, override }: Modifiers): boolean {
  return virtual || abstract || override;
}

function isPlatformException(name: string): boolean {
  return name.endsWith('Exception');
}

function isInstanceInitialiser(member: Member): boolean {
  if (member.kind === 'initializer') return !member.static;
  return (
    member.kind === 'field' && !member.modifiers.static && member.declarators.some((one) => one.value !== undefined)
  );
}

function isStaticState(member: Member): boolean {
  if (member.kind === 'initializer') return member.static;
  return (member.kind === 'field' || member.kind === 'property') && member.modifiers.static;
}

function isActiveStatic(member: Member): boolean {
  if (member.kind === 'initializer') return member.static;
  return (
    member.kind === 'field' &&
    member.modifiers.static &&
    member.declarators.some((one) => one.value && !isInert(one.value))
  );
}

/** Values whose evaluation nobody can observe, so that it does not matter when it happens. */
function isInert(value: Expression): boolean {
  if (value.kind === 'literal' || value.kind === 'type-literal') return true;
  if (value.kind === 'unary') return value.operator === '-' && isInert(value.operand);
  if (value.kind === 'binary') return value.operator === '+' && isInert(value.left) && isInert(value.right);
  if (value.kind !== 'new-collection') return false;
  return value.elements.every(isInert) && value.entries.every((entry) => isInert(entry.key) && isInert(entry.value));
}
