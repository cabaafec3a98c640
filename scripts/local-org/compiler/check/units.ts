import type { TypeRef } from '../../contracts/type-ref';
import { sobjectType, TYPE } from '../bind/world';
import type { AnonymousBlock, TriggerDeclaration, Unit } from '../ast';
import type { Report } from '../diagnostics';
import type { TypeIndex } from '../bind/members';
import type { ClassSymbol } from '../bind/symbols';
import { CheckContext, type CheckParts, type Frame } from './context';
import { checkClassBodies, checkFunction } from './declarations';
import { checkExpression, denoteExpression } from './expressions';
import { checkHierarchy } from './hierarchy';
import { checkModifiers } from './modifiers';
import { Scope } from './scope';
import { checkStatement } from './statements';

const PARTS: CheckParts = { expression: checkExpression, denote: denoteExpression, statement: checkStatement };

const BODY: Frame = { static: true, returns: TYPE.void, kind: 'trigger', property: undefined };

export function rootContext(index: TypeIndex, report: Report, namespace: string): CheckContext {
  return new CheckContext({
    index,
    report,
    parts: PARTS,
    namespace,
    symbol: undefined,
    frame: BODY,
    triggerObject: undefined,
    loop: false,
    scope: new Scope()
  });
}

/** `symbol` is the class of the unit; for anonymous Apex the class that stands for the block. */
export function checkUnit(context: CheckContext, unit: Unit, symbol: ClassSymbol | undefined): void {
  const { declaration } = unit;
  if (declaration.kind === 'trigger') checkTrigger(context, declaration);
  else if (declaration.kind === 'anonymous') checkAnonymous(context, declaration, symbol);
  else if (symbol) checkClass(context, symbol);
}

function checkClass(context: CheckContext, symbol: ClassSymbol): void {
  checkDeclared(context, symbol);
  checkClassBodies(context, symbol);
}

function checkDeclared(context: CheckContext, symbol: ClassSymbol): void {
  checkModifiers(context, symbol);
  checkHierarchy(context, symbol);
  for (const inner of symbol.inner.values()) checkDeclared(context, inner);
}

function checkTrigger(context: CheckContext, trigger: TriggerDeclaration): void {
  const type = objectOf(context, trigger);
  if (trigger.events.length === 0) context.report(trigger.at, 'syntax', `Trigger has no events: ${trigger.name}`);
  for (const event of new Set(trigger.events)) {
    if (event === 'before undelete') {
      context.report(trigger.at, 'syntax', 'Trigger Usage Before Undelete is not supported');
    }
    if (trigger.events.filter((other) => other === event).length > 1) {
      context.report(trigger.at, 'duplicate', `Duplicate Trigger Usage: ${event.toUpperCase()}`);
    }
  }
  checkFunction(context.with({ triggerObject: type }), BODY, [], trigger.body);
}

/** Always an object, even where a class has its name. */
function objectOf(context: CheckContext, trigger: TriggerDeclaration): TypeRef {
  const { object } = trigger;
  const type = sobjectType(context.world, object.parts.join('.'), context.namespace);
  if (!type) return context.type(object);
  object.type = type;
  return type;
}

function checkAnonymous(context: CheckContext, block: AnonymousBlock, symbol: ClassSymbol | undefined): void {
  if (symbol) checkClass(context, symbol);
  checkFunction(context.with({ symbol }), { ...BODY, kind: 'anonymous' }, [], block.body);
}
