import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeListContext,
  TypeNameContext,
  TypeRefContext
} from '@apexdevtools/apex-parser';
import type { At, TypeName } from '../ast';
import { atContext, optional } from './soql/position';

interface Part {
  readonly text: string;
  readonly arguments: TypeListContext | undefined;
}

export function lowerType(context: TypeRefContext): TypeName {
  const parts = context.typeName_list().map(partOf);
  const dimensions = context.arraySubscripts().LBRACK_list().length;
  return arrayOf(fromParts(atContext(context), parts), dimensions);
}

export function lowerTypeList(context: TypeListContext | undefined): readonly TypeName[] {
  return context?.typeRef_list().map(lowerType) ?? [];
}

/** `catch (Foo.BarException e)`: a dotted name in the place of a type. */
export function lowerQualifiedType(context: QualifiedNameContext): TypeName {
  return plainType(
    atContext(context),
    context.id_list().map((id) => id.getText())
  );
}

export function lowerCreatedName(context: CreatedNameContext): TypeName {
  const parts = context
    .idCreatedNamePair_list()
    .map((pair): Part => ({ text: pair.anyId().getText(), arguments: optional(pair.typeList()) }));
  return fromParts(atContext(context), parts);
}

export function plainType(at: At, parts: readonly string[], args: readonly TypeName[] = []): TypeName {
  return { at, parts, args };
}

/** Arrays are lists in every respect. */
export function arrayOf(element: TypeName, dimensions: number): TypeName {
  return dimensions === 0 ? element : arrayOf(plainType(element.at, ['List'], [element]), dimensions - 1);
}

function partOf(context: TypeNameContext): Part {
  const generics = optional(context.typeArguments());
  return { text: context.start.text, arguments: generics?.typeList() };
}

function fromParts(at: At, parts: readonly Part[]): TypeName {
  const generic = parts.find((part) => part.arguments);
  return plainType(
    at,
    parts.map((part) => part.text),
    lowerTypeList(generic?.arguments)
  );
}
