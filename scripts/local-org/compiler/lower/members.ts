import type {
  ConstructorDeclarationContext, FieldDeclarationContext, FormalParametersContext, MethodDeclarationContext,
  ModifierContext, PropertyDeclarationContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type {
  Accessor, ConstructorDeclaration, FieldDeclaration, MethodDeclaration, Parameter, PropertyDeclaration
} from '../ast'; // prettier-ignore
import { lowerModifiers } from './modifiers';
import { atContext, NotSupported, optional } from './soql/position';
import { lowerBlock, lowerDeclarators } from './statements';
import { lowerType, plainType } from './types';

type LoweredMember = FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration;

interface AnyMemberContext {
  methodDeclaration(): MethodDeclarationContext;
  constructorDeclaration?(): ConstructorDeclarationContext;
  propertyDeclaration(): PropertyDeclarationContext;
  fieldDeclaration(): FieldDeclarationContext;
}

export function lowerMember(context: AnyMemberContext, modifiers: readonly ModifierContext[]): LoweredMember {
  const constructor = context.constructorDeclaration ? optional(context.constructorDeclaration()) : undefined;
  return constructor ? lowerConstructor(constructor, modifiers) : lowerLooseMember(context, modifiers);
}

/** Members that may also stand in triggers and anonymous Apex. */
export function lowerLooseMember(
  context: AnyMemberContext,
  modifiers: readonly ModifierContext[]
): FieldDeclaration | PropertyDeclaration | MethodDeclaration {
  const method = optional(context.methodDeclaration());
  if (method) return lowerMethod(method, modifiers);
  const property = optional(context.propertyDeclaration());
  if (property) return lowerProperty(property, modifiers);
  const field = context.fieldDeclaration();
  const declarators = lowerDeclarators(field.variableDeclarators());
  const at = declarators[0]?.at ?? atContext(field);
  return { kind: 'field', at, modifiers: lowerModifiers(modifiers), type: lowerType(field.typeRef()), declarators };
}

function lowerMethod(context: MethodDeclarationContext, modifiers: readonly ModifierContext[]): MethodDeclaration {
  const at = atContext(context.id());
  const returns = optional(context.typeRef());
  const body = optional(context.block());
  return {
    kind: 'method',
    at,
    modifiers: lowerModifiers(modifiers),
    returns: returns ? lowerType(returns) : plainType(at, ['void']),
    name: context.id().getText(),
    parameters: lowerParameters(context.formalParameters()),
    body: body ? lowerBlock(body) : undefined
  };
}

function lowerConstructor(
  context: ConstructorDeclarationContext,
  modifiers: readonly ModifierContext[]
): ConstructorDeclaration {
  const name = context.qualifiedName();
  return {
    kind: 'constructor',
    at: atContext(name),
    modifiers: lowerModifiers(modifiers),
    name: name.getText(),
    parameters: lowerParameters(context.formalParameters()),
    body: lowerBlock(context.block())
  };
}

function lowerProperty(
  context: PropertyDeclarationContext,
  modifiers: readonly ModifierContext[]
): PropertyDeclaration {
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  for (const block of context.propertyBlock_list()) {
    const get = optional(block.getter());
    const accessor = get ?? optional(block.setter());
    if (!accessor) throw new NotSupported(atContext(block), 'this accessor');
    const body = optional(accessor.block());
    const lowered: Accessor = {
      at: atContext(accessor),
      modifiers: lowerModifiers(block.modifier_list()),
      body: body ? lowerBlock(body) : undefined
    };
    if (get) getter = lowered;
    else setter = lowered;
  }
  return {
    kind: 'property',
    at: atContext(context.id()),
    modifiers: lowerModifiers(modifiers),
    type: lowerType(context.typeRef()),
    name: context.id().getText(),
    getter,
    setter
  };
}

export function lowerParameters(context: FormalParametersContext): readonly Parameter[] {
  const list = optional(context.formalParameterList())?.formalParameter_list() ?? [];
  return list.map((parameter) => ({
    at: atContext(parameter.id()),
    name: parameter.id().getText(),
    type: lowerType(parameter.typeRef()),
    modifiers: lowerModifiers(parameter.modifier_list())
  }));
}
