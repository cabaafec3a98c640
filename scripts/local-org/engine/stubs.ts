/** Classes of stubs: anonymous subclasses, made when they are first asked for, whose methods ask a handler. */
import type { ClassInfo, MethodInfo } from '../contracts/class-info';
import { typeRef } from '../contracts/type-ref';
import type { ClassHandle } from './class-handle';

/** The platform's name for them; frameworks print it. */
const SUFFIX = '__sfdc_ApexStub';

export type Answer = (method: MethodInfo, args: readonly unknown[]) => unknown;

const ANSWER = Symbol('answers the calls of a stub');

export function stubInfo(info: ClassInfo): ClassInfo {
  return {
    ...info,
    name: `${info.name}${SUFFIX}`,
    displayName: `${info.displayName}${SUFFIX}`,
    kind: 'class',
    abstract: false,
    superclass: info.kind === 'interface' ? undefined : info.name,
    supertypes: [typeRef(info.name), ...info.supertypes],
    fields: [],
    methods: [],
    constructors: []
  };
}

/** Gives the class of a stub the methods of its hierarchy; what is private stays as it is. */
export function addAnswers(stub: ClassHandle, hierarchy: readonly ClassInfo[]): void {
  const prototype = stub.cls?.prototype;
  if (!prototype) throw new Error(`${stub.info.name} has no class: define it first.`);
  for (const info of [...hierarchy].reverse()) {
    for (const method of info.methods) {
      if (method.static || `${method.key} of ${info.name}` in prototype) continue;
      Object.defineProperty(prototype, method.key, {
        configurable: true,
        value(this: { readonly [ANSWER]: Answer }, ...args: unknown[]) {
          return this[ANSWER](method, args);
        }
      });
    }
  }
}

export function setAnswer(stub: object, answer: Answer): void {
  Object.defineProperty(stub, ANSWER, { value: answer });
}
