import type { TypeRef } from '../../contracts/type-ref';
import type { Expression, SwitchCase, SwitchStatement } from '../ast';
import { isUnknown } from '../bind/symbols';
import type { CheckContext } from './context';
import { assignable, castable, displayType, isSObject } from './conversions';
import { fieldTarget } from './names';

const VALUE_SUBJECTS: ReadonlySet<string> = new Set(['Integer', 'Long', 'String', 'Id']);

export function checkSwitch(context: CheckContext, statement: SwitchStatement): void {
  const subject = context.expression(statement.subject);
  if (!isUnknown(subject) && !canSwitch(context, subject)) {
    context.report(statement.subject.at, 'type', `Switch expression may not be of type ${displayType(subject)}`);
  }
  const seen = new Set<string>();
  for (const each of statement.cases) checkCase(context, each, subject, seen);
  if (statement.otherwise) context.nested().statement(statement.otherwise);
}

function canSwitch(context: CheckContext, type: TypeRef): boolean {
  if (VALUE_SUBJECTS.has(type.name) || type.name === 'Object') return true;
  return context.index.isEnum(type) || isSObject(context.index, type);
}

function checkCase(context: CheckContext, each: SwitchCase, subject: TypeRef, seen: Set<string>): void {
  const inner = context.nested();
  const { when } = each;
  if (when.kind === 'values') {
    for (const value of when.values) checkWhenValue(context, value, subject, seen);
  } else {
    const type = context.type(when.type);
    if (!isUnknown(type) && !isUnknown(subject) && !castable(context.index, subject, type)) {
      context.report(each.at, 'type', `Incompatible types in switch: ${displayType(subject)}, ${displayType(type)}`);
    }
    const variable = inner.scope.declare(when.name, type);
    if (!variable) context.report(each.at, 'duplicate', `Duplicate variable: ${when.name}`);
    when.variable = variable ?? { name: when.name, type };
  }
  inner.statement(each.body);
}

function checkWhenValue(context: CheckContext, value: Expression, subject: TypeRef, seen: Set<string>): void {
  const key = keyOf(value);
  if (seen.has(key)) context.report(value.at, 'duplicate', `Duplicate when value: ${key}`);
  seen.add(key);
  if (value.kind === 'name' && context.index.isEnum(subject)) {
    const found = context.index.field(subject, value.name);
    if (found?.kind === 'project') value.target = fieldTarget(context, found.symbol);
    else if (found?.kind === 'platform-enum-value') {
      value.target = { kind: 'enum-value', owner: found.owner, name: found.name, platform: true };
    } else
      context.report(
        value.at,
        'unknown-variable',
        `Enum value does not exist: ${value.name} on ${displayType(subject)}`
      );
    value.type = subject;
    return;
  }
  const type = context.expression(value);
  if (isUnknown(type) || isUnknown(subject) || assignable(context.index, type, subject)) return;
  context.report(value.at, 'type', `When value of type ${displayType(type)} does not fit ${displayType(subject)}`);
}

function keyOf(value: Expression): string {
  if (value.kind === 'literal') return typeof value.value === 'string' ? `'${value.value}'` : String(value.value);
  if (value.kind === 'member') return `${keyOf(value.receiver)}.${value.name.toLowerCase()}`;
  return value.kind === 'name' ? value.name.toLowerCase() : value.kind;
}
