import { signatureText, typeRef, type TypeRef } from '../../contracts/type-ref';
import type { CallExpression } from '../ast';
import type { MethodMember } from '../bind/members';
import { listOf, objectName, TYPE } from '../bind/world';
import type { CheckContext } from './context';

/** Methods that stand in no type table, by what they are called on; undefined where the ordinary ones apply. */
export function specialMethods(
  context: CheckContext,
  call: CallExpression,
  type: TypeRef,
  isStatic: boolean
): readonly MethodMember[] | undefined {
  const name = call.name.toLowerCase();
  const found =
    enumMethods(context, type, isStatic) ?? objectMethods(context, call, type, isStatic) ?? fieldErrors(call);
  const named = found?.filter((method) => method.name.toLowerCase() === name);
  return named && named.length > 0 ? named : undefined;
}

function method(
  owner: string,
  name: string,
  parameters: readonly TypeRef[],
  returns: TypeRef,
  isStatic: boolean
): MethodMember {
  const key = signatureText(name, parameters);
  return { owner, name, key, static: isStatic, abstract: false, parameters, returns, symbol: undefined };
}

const ENUM = 'System.EnumMethods';

function enumMethods(context: CheckContext, type: TypeRef, isStatic: boolean): readonly MethodMember[] | undefined {
  if (!context.index.isEnum(type)) return undefined;
  return isStatic
    ? [method(ENUM, 'values', [], listOf(type), true), method(ENUM, 'valueOf', [TYPE.string], type, true)]
    : [method(ENUM, 'name', [], TYPE.string, false), method(ENUM, 'ordinal', [], TYPE.integer, false)];
}

const SETTING = 'System.CustomSettingMethods';
const METADATA = 'System.CustomMetadataMethods';

const OBJECT = 'System.SObjectStaticMethods';

function objectMethods(
  context: CheckContext,
  call: CallExpression,
  type: TypeRef,
  isStatic: boolean
): readonly MethodMember[] | undefined {
  const object = isStatic ? objectName(context.world, type) : undefined;
  if (object === undefined) return undefined;
  const settings = settingMethods(context, type, object);
  const utility = context.world.platform.byCanonicalName(`System.${object}`);
  const utilities = utility
    ? context.index.methods(typeRef(`System.${object}`), call.name).filter((each) => each.static)
    : [];
  return [method(OBJECT, 'getSObjectType', [], TYPE.sobjectType, true), ...settings, ...utilities];
}

function settingMethods(context: CheckContext, type: TypeRef, object: string): readonly MethodMember[] {
  const all = typeRef('Map', [TYPE.string, type]);
  switch (context.world.schema.object(object, context.namespace)?.kind) {
    case 'setting-hierarchy':
      return [
        method(SETTING, 'getInstance', [], type, true),
        method(SETTING, 'getInstance', [TYPE.id], type, true),
        method(SETTING, 'getValues', [TYPE.id], type, true),
        method(SETTING, 'getOrgDefaults', [], type, true)
      ];
    case 'setting-list':
      return [
        method(SETTING, 'getInstance', [TYPE.string], type, true),
        method(SETTING, 'getValues', [TYPE.string], type, true),
        method(SETTING, 'getAll', [], all, true)
      ];
    case 'metadata':
      return [method(METADATA, 'getInstance', [TYPE.string], type, true), method(METADATA, 'getAll', [], all, true)];
    default:
      return [];
  }
}

const FIELD_ERROR = 'System.FieldErrorMethods';

/** `row.Name.addError('x')`: an error on the field, whatever the field's type. */
function fieldErrors(call: CallExpression): readonly MethodMember[] | undefined {
  const { receiver } = call;
  if (receiver?.kind !== 'member' || receiver.target?.kind !== 'sobject-field') return undefined;
  if (receiver.target.relationship !== undefined) return undefined;
  return [
    method(FIELD_ERROR, 'addError', [TYPE.string], TYPE.void, false),
    method(FIELD_ERROR, 'addError', [TYPE.string, TYPE.boolean], TYPE.void, false)
  ];
}
