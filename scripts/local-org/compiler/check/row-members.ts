import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { FieldSchema } from '../../contracts/schema';
import type { MemberExpression } from '../ast';
import { listOf, TYPE } from '../bind/world';
import type { CheckContext, Denotation } from './context';
import { UNKNOWN_DENOTATION, value } from './names';

/** A field, parent or children of a row of a known object. */
export function denoteRowMember(context: CheckContext, expression: MemberExpression, object: string): Denotation {
  const { name } = expression;
  const { namespace } = context;
  const schema = context.world.schema.object(object, namespace);
  const field = schema?.field(name, namespace);
  if (field) {
    expression.target = { kind: 'sobject-field', object, name: field.name, relationship: undefined };
    return value(field.type);
  }
  const parent = schema?.parentRelationship(name, namespace);
  if (parent) {
    const relationship = parent.relationshipName ?? name;
    expression.target = { kind: 'sobject-field', object, name: relationship, relationship: 'parent' };
    return value(parentType(context, parent));
  }
  const children = schema?.childRelationship(name, namespace);
  if (children) {
    expression.target = { kind: 'sobject-field', object, name, relationship: 'children' };
    return value(listOf(typeRef(`Schema.${children.object}`)));
  }
  context.report(expression.at, 'unknown-field', `Variable does not exist: ${name}`);
  return UNKNOWN_DENOTATION;
}

/** A lookup that may point at several objects is read through Name, which has what they share. */
export function parentType(context: CheckContext, lookup: FieldSchema): TypeRef {
  const [only, second] = lookup.referenceTo;
  if (only !== undefined && second === undefined) return typeRef(`Schema.${only}`);
  return context.world.schema.object('Name', '') ? typeRef('Schema.Name') : TYPE.sobject;
}
