/** `a.b`, `a.b()`, `a[i]` and their safe forms: a null at `?.` ends the whole chain with null. */
import type { CallExpression, Expression, IndexExpression, MemberExpression, NameExpression } from '../ast';
import type { FieldTarget } from '../bindings';
import { callCode, fieldErrorArguments } from './calls';
import type { FunctionContext } from './context';
import { quote } from './names';
import { isNonNull } from './operators';
import { indexCode, indexPlace, memberPlace, needsReceiver, targetOf } from './places';

interface Chain {
  /** Tests that come before the code: `($1 = a) === null ? null : `. */
  readonly guards: string;
  readonly code: string;
}

export function chain(
  context: FunctionContext,
  expression: MemberExpression | CallExpression | IndexExpression | NameExpression
): string {
  const { guards, code } = link(context, expression);
  return guards === '' ? code : `(${guards}${code})`;
}

function link(context: FunctionContext, expression: Expression): Chain {
  switch (expression.kind) {
    case 'name':
      return plain(memberPlace(context, targetOf(expression), 'this').read);
    case 'member':
      return member(context, expression);
    case 'index': {
      const receiver = link(context, expression.receiver);
      return {
        guards: receiver.guards,
        code: indexPlace(context, nonNull(context, receiver.code, expression.receiver), indexCode(context, expression))
          .read
      };
    }
    case 'call':
      return call(context, expression);
    case 'super':
      return plain('super');
    default:
      return plain(context.expression(expression));
  }
}

function plain(code: string): Chain {
  return { guards: '', code };
}

function member(context: FunctionContext, expression: MemberExpression): Chain {
  const target = targetOf(expression);
  if (!needsReceiver(target)) return plain(memberPlace(context, target, '').read);
  const receiver = link(context, expression.receiver);
  if (!expression.safe && isThroughParent(target, expression.receiver)) {
    const name = target.kind === 'sobject-field' ? target.name : '';
    return { guards: receiver.guards, code: `${context.helper('fieldOfParent')}(${receiver.code}, ${quote(name)})` };
  }
  const { guards, code } = received(context, receiver, expression);
  return { guards, code: memberPlace(context, target, code).read };
}

/** Reading through an empty parent relationship gives null instead of a NullPointerException. */
function isThroughParent(target: FieldTarget, receiver: Expression): boolean {
  if (target.kind !== 'sobject-field' || receiver.kind !== 'member' || !receiver.target) return false;
  return receiver.target.kind === 'sobject-field' && receiver.target.relationship === 'parent';
}

function call(context: FunctionContext, expression: CallExpression): Chain {
  const { target } = expression;
  if (!target)
    throw new Error(
      `Call of ${expression.name} at line ${expression.at.line} is not bound: check the unit before emitting it.`
    );
  if (target.owner === 'System.FieldErrorMethods') return plain(fieldErrorArguments(context, expression, target));
  if (expression.single) {
    const { guards, code } = call(context, { ...expression, single: false });
    return { guards, code: `${context.helper('singleRow')}(${code})` };
  }
  if (target.static || target.receiver !== 'explicit' || !expression.receiver)
    return plain(callCode(context, expression, target, 'this'));
  const receiver = received(context, link(context, expression.receiver), {
    receiver: expression.receiver,
    safe: expression.safe
  });
  return { guards: receiver.guards, code: callCode(context, expression, target, receiver.code) };
}

function received(
  context: FunctionContext,
  receiver: Chain,
  { receiver: expression, safe }: { receiver: Expression; safe: boolean }
): Chain {
  if (!safe) return { guards: receiver.guards, code: nonNull(context, receiver.code, expression) };
  const kept = context.temporary();
  return { guards: `${receiver.guards}(${kept} = ${receiver.code}) === null ? null : `, code: kept };
}

function nonNull(context: FunctionContext, code: string, expression: Expression): string {
  return isNonNull(expression) ? code : `${context.helper('nn')}(${code})`;
}
