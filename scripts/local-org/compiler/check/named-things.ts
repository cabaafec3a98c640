import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { MemberExpression } from '../ast';
import { packageNamespace } from '../bind/resolve';
import { TYPE } from '../bind/world';
import type { CheckContext, Denotation } from './context';
import { LABEL_TYPE, UNKNOWN_DENOTATION, value } from './names';

/*
 * What code names behind a word of its own: labels, Visualforce pages, and the reasons of shares.
 */

/** `Label.name`, or `Label.ns` before another name. */
export function denoteLabel(
  context: CheckContext,
  expression: MemberExpression,
  type: TypeRef
): Denotation | undefined {
  if (type.name !== LABEL_TYPE) return undefined;
  const { labels } = context.world;
  const known = labels?.(context.namespace, expression.name) ?? true;
  const namespace = packageNamespace(context.world, expression.name);
  if (namespace !== undefined && !(labels && known)) {
    expression.target = { kind: 'namespace', name: namespace };
    return { kind: 'namespace', path: ['Label', namespace] };
  }
  return denoteLabelName(context, expression, context.namespace);
}

export function denoteLabelName(context: CheckContext, expression: MemberExpression, namespace: string): Denotation {
  if (context.world.labels && !context.world.labels(namespace, expression.name)) {
    context.report(expression.at, 'unknown-variable', `External string does not exist: ${expression.name}`);
    return UNKNOWN_DENOTATION;
  }
  expression.target = { kind: 'label', namespace, name: expression.name };
  return value(TYPE.string);
}

const PAGE_TYPE = 'System.Page';

export function denotePage(context: CheckContext, expression: MemberExpression, type: TypeRef): Denotation | undefined {
  if (type.name !== PAGE_TYPE) return undefined;
  const { pages } = context.world;
  const name = pages ? pages(expression.name) : expression.name;
  if (name === undefined) {
    context.report(expression.at, 'unknown-variable', `Page ${expression.name} does not exist`);
    return UNKNOWN_DENOTATION;
  }
  expression.target = { kind: 'page', name };
  return value(typeRef('System.PageReference'));
}

/** `Ticket__Share.RowCause.Manual` is a text: one of the reasons that the object's shares may have. */
export function denoteRowCause(context: CheckContext, expression: MemberExpression): Denotation | undefined {
  const { receiver } = expression;
  const target = receiver.kind === 'member' ? receiver.target : undefined;
  if (target?.kind !== 'sobject-field-token' || target.field !== 'RowCause') return undefined;
  const reasons = context.world.schema.object(target.object, context.namespace)?.field('RowCause', '')?.picklist ?? [];
  const wanted = expression.name.toLowerCase();
  const found = reasons.find(({ value: reason }) => reason.toLowerCase() === wanted);
  if (!found) return undefined;
  expression.target = { kind: 'text', text: found.value };
  return value(TYPE.string);
}
