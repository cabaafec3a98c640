import type { TypeRef } from '../../contracts/type-ref';
import type { At, Expression, SwitchCase, SwitchStatement } from '../ast';
import { isUnknown } from '../bind/symbols';
import type { CheckContext } from './context';
import { assignable, castable, displayType } from './conversions';
import { checkIdentifier } from './identifiers';
import { fieldTarget, findVisibleField } from './names';

const SUBJECTS: ReadonlySet<string> = new Set(['Integer', 'Long', 'String', 'SObject']);

export function checkSwitch(context: CheckContext, statement: SwitchStatement): void {
  const subject = context.expression(statement.subject);
  if (!isUnknown(subject) && !canSwitch(context, subject)) {
    context.report(statement.subject.at, 'type', `${displayType(subject)} is not a valid switch expression type`);
    return;
  }
  if (statement.misplacedElse) context.report(statement.at, 'syntax', "'when else' must be the last when block");
  const cases: Cases = { at: statement.at, subject, seen: new Set() };
  for (const each of statement.cases) checkCase(context, each, cases);
  if (statement.otherwise) context.nested().statement(statement.otherwise);
}

function canSwitch(context: CheckContext, type: TypeRef): boolean {
  return SUBJECTS.has(type.name) || context.index.isEnum(type);
}

interface Cases {
  /** Where the switch stands: the platform reports its values there. */
  readonly at: At;
  readonly subject: TypeRef;
  readonly seen: Set<string>;
}

function once(context: CheckContext, at: At, seen: Set<string>, name: string, key = name.toLowerCase()): void {
  const text = `${name} occurs as more than one when branch for this switch statement`;
  if (seen.has(key)) context.report(at, 'duplicate', text);
  seen.add(key);
}

function convertible(from: TypeRef, to: TypeRef): string {
  const [one, other] = [displayType(from), displayType(to)];
  return `${one} value in when expression cannot be implicitly converted to the ${other} type in switch expression`;
}

function checkCase(context: CheckContext, each: SwitchCase, cases: Cases): void {
  const { subject, seen } = cases;
  const inner = context.nested();
  const { when } = each;
  if (when.kind === 'values') {
    for (const value of when.values) checkWhenValue(context, value, cases);
  } else {
    const type = context.type(when.type);
    if (!isUnknown(type) && !isUnknown(subject) && !castable(context.index, subject, type)) {
      context.report(each.at, 'type', convertible(type, subject));
    }
    if (!isUnknown(type)) once(context, each.at, seen, displayType(type));
    checkIdentifier(context, each.at, when.name);
    const variable = inner.scope.declare(when.name, type);
    if (!variable) context.report(each.at, 'duplicate', `Duplicate variable: ${when.name}`);
    when.variable = variable ?? { name: when.name, type };
  }
  inner.statement(each.body);
}

function checkWhenValue(context: CheckContext, value: Expression, { at, subject, seen }: Cases): void {
  if (value.kind === 'literal') once(context, at, seen, String(value.value), `'${String(value.value)}`);
  if (value.kind === 'name') once(context, at, seen, value.name);
  if (value.kind === 'member') {
    const text = context.index.isEnum(subject)
      ? "Enum value used in 'when expression' should be unqualified"
      : 'Field must be an enum reference';
    context.report(value.at, 'type', text);
    return;
  }
  if (value.kind === 'name' && context.index.isEnum(subject)) {
    const found = context.index.field(subject, value.name);
    if (found?.kind === 'project') value.target = fieldTarget(context, found.symbol);
    else if (found?.kind === 'platform-enum-value') {
      value.target = { kind: 'enum-value', owner: found.owner, name: found.name, platform: true };
    } else context.report(value.at, 'unknown-variable', `Variable does not exist: ${value.name}`);
    value.type = subject;
    return;
  }
  if (value.kind === 'name') {
    const field = context.scope.find(value.name) === undefined && findVisibleField(context, value.name) !== undefined;
    const text = field ? 'Field must be an enum reference' : `Variable does not exist: ${value.name}`;
    context.report(value.at, 'unknown-variable', text);
    return;
  }
  const type = context.expression(value);
  if (isUnknown(type) || isUnknown(subject) || assignable(context.index, type, subject)) return;
  context.report(at, 'type', convertible(type, subject));
}
