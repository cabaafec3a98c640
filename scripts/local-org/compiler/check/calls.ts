import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { CallExpression } from '../ast';
import type { CallTarget } from '../bindings';
import type { MethodMember } from '../bind/members';
import { isUnknown, UNKNOWN } from '../bind/symbols';
import { mayUse } from './access';
import { chooseFor } from './arguments';
import type { CheckContext } from './context';
import { displaySignature, displayType } from './conversions';
import { bindableNames } from './dynamic-binds';
import { valueType } from './names';
import { singleRowType } from './single-row';
import { specialMethods } from './special-calls';

type Receiver = CallTarget['receiver'];

export function checkCall(context: CheckContext, call: CallExpression): TypeRef {
  const place = call.receiver ? receiverOf(context, call) : undefined;
  const args = call.args.map((arg) => context.expression(arg));
  if (call.receiver && !place) return UNKNOWN;
  const found = place ? onType(context, call, place, args) : unqualified(context, call, args);
  if (!found) return UNKNOWN;
  call.target = found;
  const bindable = bindableNames(context, found, call.at);
  if (bindable) call.bindable = bindable;
  return found.returns;
}

/** The type a call is made on, and how. */
interface CallPlace {
  readonly type: TypeRef;
  readonly receiver: Receiver;
  readonly static: boolean;
}

function receiverOf(context: CheckContext, call: CallExpression): CallPlace | undefined {
  const { receiver } = call;
  if (!receiver) return undefined;
  const denotation = context.denote(receiver);
  if (denotation.kind === 'type') return { type: denotation.type, receiver: 'none', static: true };
  const type = valueType(context, receiver.at, denotation);
  if (isUnknown(type) && type.name === UNKNOWN.name) return undefined;
  if (receiver.kind === 'super') return { type, receiver: 'super', static: false };
  if (receiver.kind === 'soql' && context.index.methods(type, call.name).length === 0) {
    return { type: singleRowType(context, receiver, type), receiver: 'explicit', static: false };
  }
  return { type, receiver: 'explicit', static: false };
}

/** Own and inherited methods, then the static methods of the classes around. */
function unqualified(context: CheckContext, call: CallExpression, args: readonly TypeRef[]): CallTarget | undefined {
  for (let owner = context.symbol; owner; owner = owner.outer) {
    const candidates = context.index.methods(owner.type, call.name);
    if (candidates.length === 0) continue;
    const method = choose(context, call, candidates, args, owner.type);
    if (!method) return undefined;
    const outside = owner !== context.symbol;
    if (!method.static && (outside || context.facts.frame.static)) {
      reportStatic(context, call, method);
      return undefined;
    }
    return visibleTarget(context, call, method, method.static ? 'none' : 'this');
  }
  const owner = context.symbol?.type;
  reportMissing(context, call, args, owner);
  return undefined;
}

function onType(
  context: CheckContext,
  call: CallExpression,
  place: CallPlace,
  args: readonly TypeRef[]
): CallTarget | undefined {
  const special = specialMethods(context, call, place.type, place.static);
  const candidates = special ?? candidatesOf(context, call, place, args);
  const method = choose(context, call, candidates, args, place.type);
  if (!method) return undefined;
  const wrong = misplaced(method, place);
  const target = visibleTarget(context, call, method, method.static ? 'none' : place.receiver);
  if (!target) return undefined;
  if (wrong !== undefined) {
    context.report(call.at, 'static', `${wrong}: ${signatureOf(method)}`);
    return undefined;
  }
  return narrowClone(target, method, place.type);
}

/** On a type, methods of instances only stand in for a better message where no static one fits. */
function candidatesOf(
  context: CheckContext,
  call: CallExpression,
  place: CallPlace,
  args: readonly TypeRef[]
): readonly MethodMember[] {
  const all = context.index.methods(place.type, call.name);
  if (!place.static) return all;
  const statics = all.filter((method) => method.static);
  return chooseFor(context, statics, call.args, args).kind === 'none' ? all : statics;
}

function misplaced(method: MethodMember, place: CallPlace): string | undefined {
  if (place.receiver === 'super' && method.abstract) return 'Abstract method cannot be called directly';
  if (place.static && !method.static) return 'Non static method cannot be referenced from a static context';
  if (!place.static && method.static && place.receiver === 'explicit') {
    return 'Static method cannot be referenced from a non static context';
  }
  return undefined;
}

/** 'Integer A.size()' */
function signatureOf(method: MethodMember): string {
  const { returns, owner, name, parameters } = method;
  return `${displayType(returns)} ${displayType(typeRef(owner))}.${displaySignature(name, parameters)}`;
}

/** `clone()` of a row is declared to give an SObject, but gives a row of the same object. */
function narrowClone(target: CallTarget, method: MethodMember, type: TypeRef): CallTarget {
  const clones = method.owner === 'SObject' && method.name.toLowerCase() === 'clone';
  return clones ? { ...target, returns: type } : target;
}

function choose(
  context: CheckContext,
  call: CallExpression,
  candidates: readonly MethodMember[],
  args: readonly TypeRef[],
  type: TypeRef
): MethodMember | undefined {
  if (args.some(isUnknown) && candidates.every((candidate) => candidate.parameters.length !== args.length)) {
    if (candidates.length > 0) return undefined;
  }
  const chosen = chooseFor(context, candidates, call.args, args);
  if (chosen.kind === 'one') return chosen.method;
  if (chosen.kind === 'ambiguous') {
    if (args.some(isUnknown)) return undefined;
    context.report(call.at, 'type', `Ambiguous method signature: void ${displaySignature(call.name, args)}`);
    return undefined;
  }
  if (!args.some(isUnknown) || candidates.length === 0) reportMissing(context, call, args, type);
  return undefined;
}

function visibleTarget(
  context: CheckContext,
  call: CallExpression,
  method: MethodMember,
  receiver: Receiver
): CallTarget | undefined {
  const { symbol, owner, key, parameters, returns } = method;
  if (!symbol) return { kind: 'platform', owner, key, static: method.static, receiver, parameters, returns };
  if (!mayUse(context.world, context.names, symbol, symbol.access)) {
    context.report(call.at, 'access', `Method is not visible: ${signatureOf(method)}`);
    return undefined;
  }
  const virtual = symbol.virtual && receiver !== 'super' && !method.static;
  return { kind: 'project', owner, key, static: method.static, virtual, receiver, parameters, returns };
}

function reportStatic(context: CheckContext, call: CallExpression, method: MethodMember): void {
  const text = signatureOf(method);
  context.report(call.at, 'static', `Non static method cannot be referenced from a static context: ${text}`);
}

function reportMissing(
  context: CheckContext,
  call: CallExpression,
  args: readonly TypeRef[],
  type: TypeRef | undefined
): void {
  const from = type ? ` from the type ${displayType(type)}` : '';
  const signature = displaySignature(call.name, args);
  context.report(call.at, 'unknown-method', `Method does not exist or incorrect signature: void ${signature}${from}`);
}
