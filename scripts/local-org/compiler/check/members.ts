import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { MemberExpression } from '../ast';
import { findInner, resolveParts, visible } from '../bind/resolve';
import { classNamed, objectName, TYPE } from '../bind/world';
import type { CheckContext, Denotation } from './context';
import { displayType } from './conversions';
import { denoteLabel, denoteLabelName, denotePage, denoteRowCause } from './named-things';
import { checkVisible, FIELD_DESCRIBE, fieldTarget, OBJECT_DESCRIBE, UNKNOWN_DENOTATION, value } from './names';
import { denoteRowMember } from './row-members';
import { singleRowType } from './single-row';

/** `receiver.name`, where the receiver may be a value, a type, a namespace, or part of a describe path. */
export function denoteMember(context: CheckContext, expression: MemberExpression): Denotation {
  const receiver = context.denote(expression.receiver);
  switch (receiver.kind) {
    case 'unknown':
      return UNKNOWN_DENOTATION;
    case 'namespace':
      return denoteInNamespace(context, expression, receiver.path);
    case 'type':
      return denoteStatic(context, expression, receiver);
    case 'describe-fields':
    case 'token-fields':
      return denoteField(context, expression, receiver);
    case 'value':
      return denoteOnValue(context, expression, receiver.type);
  }
}

function denoteOnValue(context: CheckContext, expression: MemberExpression, listed: TypeRef): Denotation {
  const { name, receiver } = expression;
  const described = denoteDescribed(expression) ?? denoteRowCause(context, expression);
  if (described) return described;
  const type = singleRowType(context, receiver, listed);
  const object = objectName(context.world, type);
  if (object !== undefined) return denoteRowMember(context, expression, object);
  const found = context.index.field(type, name);
  if (found?.kind === 'project' && found.symbol.kind !== 'enum-value') {
    const { symbol } = found;
    if (symbol.static) {
      context.report(
        expression.at,
        'static',
        `Static field cannot be referenced from a non static context: ${symbol.name} from the type ${displayType(type)}`
      );
      return UNKNOWN_DENOTATION;
    }
    if (!checkVisible(context, expression.at, symbol)) return UNKNOWN_DENOTATION;
    expression.target = fieldTarget(context, symbol);
    return value(symbol.type);
  }
  if (found?.kind === 'platform') {
    expression.target =
      found.owner === 'SObject'
        ? { kind: 'sobject-field', object: 'SObject', name: found.name, relationship: undefined }
        : { kind: 'platform-field', owner: found.owner, name: found.name, static: found.static };
    return value(found.type);
  }
  const field = receiver.kind === 'member' && receiver.target?.kind === 'sobject-field';
  if (field) {
    const text = `A non foreign key field cannot be referenced in a path expression: ${receiver.name}`;
    context.report(receiver.at, 'unknown-variable', text);
  } else context.report(expression.at, 'unknown-variable', `Variable does not exist: ${name}`);
  return UNKNOWN_DENOTATION;
}

function denoteStatic(
  context: CheckContext,
  expression: MemberExpression,
  receiver: Extract<Denotation, { kind: 'type' }>
): Denotation {
  const { type } = receiver;
  const found =
    denoteLabel(context, expression, type) ??
    denotePage(context, expression, type) ??
    denoteObjectMember(context, expression, type) ??
    denoteStaticField(context, expression, receiver) ??
    denoteNested(context, expression, receiver);
  if (found) return found;
  const rule = objectName(context.world, type) === undefined ? 'unknown-variable' : 'unknown-field';
  context.report(expression.at, rule, `Variable does not exist: ${expression.name}`);
  return UNKNOWN_DENOTATION;
}

function denoteStaticField(
  context: CheckContext,
  expression: MemberExpression,
  receiver: Extract<Denotation, { kind: 'type' }>
): Denotation | undefined {
  const { type } = receiver;
  const found = context.index.field(type, expression.name);
  if (!found) return undefined;
  if (found.kind === 'platform-enum-value') {
    expression.target = { kind: 'enum-value', owner: found.owner, name: found.name, platform: true };
    return value(found.type);
  }
  if (found.kind === 'platform') {
    if (!found.static) return undefined;
    expression.target = { kind: 'platform-field', owner: found.owner, name: found.name, static: true };
    return value(triggerRows(context, found.owner, found.type));
  }
  const { symbol } = found;
  if (!symbol.static) {
    // A field and an inner type may share a name: behind a type, the type is meant.
    const nested = denoteNested(context, expression, receiver);
    if (nested) return nested;
    context.report(expression.at, 'static', `Variable does not exist: ${symbol.name}`);
    return UNKNOWN_DENOTATION;
  }
  if (!checkVisible(context, expression.at, symbol)) return UNKNOWN_DENOTATION;
  expression.target = fieldTarget(context, symbol);
  return value(symbol.type);
}

/** In a trigger, Trigger.new and the like hold rows of the trigger's object. */
function triggerRows(context: CheckContext, owner: string, type: TypeRef): TypeRef {
  const { triggerObject } = context.facts;
  if (!triggerObject || owner !== 'System.Trigger') return type;
  return typeRef(
    type.name,
    type.args.map((arg) => (arg.name === 'SObject' ? triggerObject : arg))
  );
}

function denoteObjectMember(
  context: CheckContext,
  expression: MemberExpression,
  type: TypeRef
): Denotation | undefined {
  const { name } = expression;
  if (type.name === TYPE.sobjectType.name) {
    const described = context.world.schema.object(name, context.namespace);
    if (!described) return undefined;
    expression.target = { kind: 'sobject-describe', object: described.name, field: undefined };
    return value(OBJECT_DESCRIBE);
  }
  const object = objectName(context.world, type);
  if (object === undefined) return undefined;
  if (name.toLowerCase() === 'fields' && context.index.world.schema.object(object, context.namespace)) {
    expression.target = { kind: 'sobject-describe', object, field: undefined };
    return { kind: 'token-fields', object, type: typeRef('Schema.SObjectTypeFields') };
  }
  if (name.toLowerCase() === 'sobjecttype') {
    expression.target = { kind: 'sobject-type', object };
    return value(TYPE.sobjectType);
  }
  const field = context.world.schema.object(object, context.namespace)?.field(name, context.namespace);
  if (!field) return undefined;
  expression.target = { kind: 'sobject-field-token', object, field: field.name };
  return value(TYPE.sobjectField);
}

/** `fields` on a describe or an object's token, before the name of a field. */
function denoteDescribed(expression: MemberExpression): Denotation | undefined {
  const { receiver, name } = expression;
  const target = receiver.kind === 'member' || receiver.kind === 'name' ? receiver.target : undefined;
  if (name.toLowerCase() !== 'fields' || !target) return undefined;
  const type = typeRef('Schema.SObjectTypeFields');
  const owner = OBJECT_DESCRIBE.name;
  if (target.kind === 'sobject-describe' && target.field === undefined) {
    expression.target = { kind: 'platform-field', owner, name: 'Fields', static: false };
    return { kind: 'describe-fields', object: target.object, type };
  }
  if (target.kind !== 'sobject-type') return undefined;
  expression.target = { kind: 'sobject-describe', object: target.object, field: undefined };
  return { kind: 'token-fields', object: target.object, type };
}

function denoteField(
  context: CheckContext,
  expression: MemberExpression,
  receiver: Extract<Denotation, { kind: 'describe-fields' | 'token-fields' }>
): Denotation {
  const { object, kind } = receiver;
  const field = context.world.schema.object(object, context.namespace)?.field(expression.name, context.namespace);
  if (!field) {
    context.report(expression.at, 'unknown-field', `Variable does not exist: ${expression.name}`);
    return UNKNOWN_DENOTATION;
  }
  const token = kind === 'token-fields';
  expression.target = token
    ? { kind: 'sobject-field-token', object, field: field.name }
    : { kind: 'sobject-describe', object, field: field.name };
  return value(token ? TYPE.sobjectField : FIELD_DESCRIBE);
}

function denoteNested(
  context: CheckContext,
  expression: MemberExpression,
  receiver: Extract<Denotation, { kind: 'type' }>
): Denotation | undefined {
  const path = [...receiver.path, expression.name];
  const outer = classNamed(context.world, receiver.type.name);
  const inner = outer && findInner(context.world, outer, expression.name);
  const type = inner?.type ?? resolveParts(context.world, context.names, path);
  if (!type) return undefined;
  return denoteType(context, expression, type, path);
}

function denoteInNamespace(context: CheckContext, expression: MemberExpression, path: readonly string[]): Denotation {
  const full = [...path, expression.name];
  const last = path[path.length - 1] ?? '';
  if (path.length > 1) return denoteLabelName(context, expression, last);
  const type = resolveParts(context.world, context.names, full);
  if (type) return denoteType(context, expression, type, full);
  context.report(expression.at, 'unknown-variable', `Variable does not exist: ${full.join('.')}`);
  return UNKNOWN_DENOTATION;
}

function denoteType(
  context: CheckContext,
  expression: MemberExpression,
  type: TypeRef,
  path: readonly string[]
): Denotation {
  const symbol = classNamed(context.world, type.name);
  if (symbol && !visible(symbol, context.names)) {
    context.report(expression.at, 'access', `Type is not visible: ${path.join('.')}`);
    return UNKNOWN_DENOTATION;
  }
  expression.target = { kind: 'type', type };
  return { kind: 'type', type, path };
}
