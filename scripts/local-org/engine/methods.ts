import type { Waiting } from '../contracts/effect';
import type { Runtime } from '../contracts/runtime';
import { methodKey } from '../runtime/callbacks';
import { asLimit } from './errors';
import { handleOf } from './class-handle';
import { isWaiting } from './waiting';

export type Method = (...args: unknown[]) => unknown;

/** Finds and calls methods of the project's objects for the library. */
export class Methods {
  readonly #names = new Map<string, string>();

  constructor(private readonly rt: Runtime) {}

  /**
   * By key, in any spelling of the method's name. A generic interface of the platform knows only its own type
   * variables, so that compare(T,T) finds compare(Account,Account): by name and number of parameters.
   */
  find(target: object, key: string): Method | undefined {
    const members = target as Readonly<Record<string, unknown>>;
    const exact = members[this.#name(key)];
    if (typeof exact === 'function') return exact as Method;
    const generic = isGeneric(key) ? methodKey(this.rt, target, key.slice(0, key.indexOf('(')), arity(key)) : undefined;
    const found = generic === undefined ? this.#static(target, key) : members[generic];
    return typeof found === 'function' ? (found as Method) : undefined;
  }

  /** The compiler lets a static method stand for a method of an interface. */
  #static(target: object, key: string): unknown {
    return (handleOf(target)?.cls as Readonly<Record<string, unknown>> | undefined)?.[this.#name(key)];
  }

  demand(target: object, key: string): Method {
    const method = this.find(target, key);
    if (method) return method;
    const name = handleOf(target)?.info.displayName ?? this.rt.typeOf(target).name;
    throw new Error(`${name} has no method ${key}: the library must ask hasMethod first.`);
  }

  /** The method's name is in lower case, its parameter types are not. */
  #name(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const parenthesis = key.indexOf('(');
    const name = parenthesis < 0 ? key : key.slice(0, parenthesis).toLowerCase() + key.slice(parenthesis);
    this.#names.set(key, name);
    return name;
  }

  callNow(method: Method, target: object, args: readonly unknown[], key: string): unknown {
    const { tx } = this.rt;
    const { depth } = tx;
    try {
      const result = method.apply(target, args as unknown[]);
      if (!isWaiting(result)) return result;
      const step = result.next();
      if (step.done === true) return step.value;
      const name = handleOf(target)?.info.displayName ?? 'an object';
      throw new Error(
        `${key} of ${name} waits (${step.value.kind}) inside a callback that cannot: keep queries, DML and callouts out of it.`
      );
    } catch (error) {
      tx.depth = depth;
      throw asLimit(error);
    }
  }

  *callWaiting(method: Method, target: object, args: readonly unknown[]): Waiting<unknown> {
    const { tx } = this.rt;
    const { depth } = tx;
    try {
      const result = method.apply(target, args as unknown[]);
      return isWaiting(result) ? yield* result : result;
    } catch (error) {
      tx.depth = depth;
      throw asLimit(error);
    }
  }
}

/** Type variables are single capital letters. */
function isGeneric(key: string): boolean {
  return /[(,<][A-Z][,)>]/.test(key);
}

function arity(key: string): number {
  const parameters = key.slice(key.indexOf('(') + 1, -1).replace(/<[^()]*>/g, '');
  return parameters === '' ? 0 : parameters.split(',').length;
}
