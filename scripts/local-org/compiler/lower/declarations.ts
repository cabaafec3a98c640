import type {
  ClassDeclarationContext, EnumDeclarationContext, InterfaceDeclarationContext, ModifierContext, TypeDeclarationContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { ClassDeclaration, EnumDeclaration, InterfaceDeclaration, Member, TypeDeclaration } from '../ast';
import { lowerMember, lowerParameters } from './members';
import { lowerModifiers } from './modifiers';
import { atContext, endLine, NotSupported, optional } from './soql/position';
import { lowerBlock } from './statements';
import { lowerType, lowerTypeList, plainType } from './types';

interface AnyTypeContext {
  classDeclaration(): ClassDeclarationContext;
  interfaceDeclaration(): InterfaceDeclarationContext;
  enumDeclaration(): EnumDeclarationContext;
}

export function lowerTypeDeclaration(context: TypeDeclarationContext): TypeDeclaration {
  const declaration = lowerAnyType(context, context.modifier_list());
  if (!declaration) throw new NotSupported(atContext(context), 'this declaration');
  return declaration;
}

/** Classes, interfaces and enums stand in files, in classes, in triggers and in anonymous Apex. */
export function lowerAnyType(
  context: AnyTypeContext,
  modifiers: readonly ModifierContext[]
): TypeDeclaration | undefined {
  const asClass = optional(context.classDeclaration());
  if (asClass) return lowerClass(asClass, modifiers);
  const asInterface = optional(context.interfaceDeclaration());
  if (asInterface) return lowerInterface(asInterface, modifiers);
  const asEnum = optional(context.enumDeclaration());
  return asEnum ? lowerEnum(asEnum, modifiers) : undefined;
}

function lowerClass(context: ClassDeclarationContext, modifiers: readonly ModifierContext[]): ClassDeclaration {
  const superclass = optional(context.typeRef());
  const members = context
    .classBody()
    .classBodyDeclaration_list()
    .flatMap((body): Member[] => {
      const block = optional(body.block());
      if (block) {
        const isStatic = optional(body.STATIC()) !== undefined;
        return [{ kind: 'initializer', at: atContext(block), static: isStatic, body: lowerBlock(block) }];
      }
      const member = optional(body.memberDeclaration());
      if (!member) return [];
      return [lowerAnyType(member, body.modifier_list()) ?? lowerMember(member, body.modifier_list())];
    });
  return {
    kind: 'class',
    at: atContext(context.id()),
    name: context.id().getText(),
    modifiers: lowerModifiers(modifiers),
    superclass: superclass ? lowerType(superclass) : undefined,
    interfaces: lowerTypeList(optional(context.typeList())),
    members,
    endLine: endLine(context)
  };
}

function lowerInterface(
  context: InterfaceDeclarationContext,
  modifiers: readonly ModifierContext[]
): InterfaceDeclaration {
  const methods = context
    .interfaceBody()
    .interfaceMethodDeclaration_list()
    .map((method) => {
      const returns = optional(method.typeRef());
      const at = atContext(method.id());
      return {
        kind: 'method' as const,
        at,
        modifiers: lowerModifiers(method.modifier_list()),
        returns: returns ? lowerType(returns) : plainType(at, ['void']),
        name: method.id().getText(),
        parameters: lowerParameters(method.formalParameters()),
        body: undefined
      };
    });
  return {
    kind: 'interface',
    at: atContext(context.id()),
    name: context.id().getText(),
    modifiers: lowerModifiers(modifiers),
    interfaces: lowerTypeList(optional(context.typeList())),
    methods
  };
}

function lowerEnum(context: EnumDeclarationContext, modifiers: readonly ModifierContext[]): EnumDeclaration {
  const values = optional(context.enumConstants())?.id_list() ?? [];
  return {
    kind: 'enum',
    at: atContext(context.id()),
    name: context.id().getText(),
    modifiers: lowerModifiers(modifiers),
    values: values.map((id) => ({ name: id.getText(), at: atContext(id) }))
  };
}
