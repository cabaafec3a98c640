/** Runs generated code for one org. */
import type { MethodInfo } from '../contracts/class-info';
import type { DataAccess } from '../contracts/data';
import type { Effect, Waiting } from '../contracts/effect';
import type { Library } from '../contracts/library';
import { assembleLibrary } from '../contracts/library';
import type { Org, OrgUser } from '../contracts/org';
import type { PlatformTypes } from '../contracts/platform-types';
import type { EmitMode, EntryPoint, Program } from '../contracts/program';
import type { Runtime } from '../contracts/runtime';
import type { Transaction } from '../contracts/transaction';
import type { TypeRef } from '../contracts/type-ref';
import { ApexException } from '../runtime/exceptions';
import { UnsupportedCall } from '../runtime/unsupported';
import { classMethods } from './class-methods';
import { enumMethods } from './enum-methods';
import { asLimit } from './errors';
import { helpers } from './helpers';
import { instantiate } from './instantiate';
import { Linker } from './linker';
import type { Method } from './methods';
import { Methods } from './methods';
import { noTransaction } from './no-transaction';
import { Registry } from './registry';
import type { ApexFrame } from './stack';
import { StackMapper } from './stack';
import { typeOf, TypeTests } from './types';
import { isWaiting } from './waiting';

export interface EngineOptions<O extends Org> {
  readonly org: O;
  readonly library: Library;
  readonly data: DataAccess;
  readonly mode: EmitMode;
  /** Supertypes of platform types; without it only a type itself is its instance. */
  readonly platform?: PlatformTypes;
  /** Which user a row of User stands for, in System.runAs. */
  readonly userOf?: (row: unknown) => OrgUser;
}

/** Answers effects where nobody can wait: the sync driver sets it. */
export type EffectHandler = (effect: Effect) => unknown;

/** Deep enough for traces of ordinary programs; V8's default of ten would cut them. */
const TRACE_DEPTH = 64;

export class Engine<O extends Org = Org> implements Runtime {
  readonly org: O;
  readonly data: DataAccess;
  readonly mode: EmitMode;
  readonly classes: Registry;
  tx: Transaction = noTransaction();
  effectHandler: EffectHandler = refuseEffect;
  /** Files of the loaded units by the number that coverage reports them under. */
  readonly files: string[] = [];
  readonly #tests: TypeTests;
  readonly #methods: Methods;
  readonly #linker: Linker;
  readonly #stacks = new StackMapper();
  readonly #helpers: object;
  readonly #types = new Map<string, TypeRef>();

  constructor(options: EngineOptions<O>) {
    this.org = options.org;
    this.data = options.data;
    this.mode = options.mode;
    this.classes = new Registry({
      get: (target, field) => this.call(target, `get ${field.toLowerCase()}`, []),
      set: (target, field, value) => void this.call(target, `set ${field.toLowerCase()}`, [value])
    });
    this.#tests = new TypeTests(this.classes, options.platform);
    this.#methods = new Methods(this);
    this.#linker = new Linker({
      library: options.library,
      builtin: assembleLibrary([enumMethods(options.platform), classMethods]),
      platform: options.platform,
      drive: options.mode === 'plain' ? (waiting) => this.drive(waiting) : undefined,
      methodOf: (target, key) => this.#methods.find(target, key)
    });
    this.#helpers = helpers(this, {
      userOf: options.userOf ?? refuseRunAs,
      prepare: (exception) => this.#stacks.prepare(exception)
    });
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, TRACE_DEPTH);
  }

  /** Loads a program beside what is loaded already: packages first, anonymous blocks later. */
  load(program: Program): void {
    if (program.mode !== this.mode) {
      throw new Error(
        `This engine runs ${this.mode} code, the program is ${program.mode}: compile it in the engine's mode.`
      );
    }
    const handles = program.units.flatMap((unit) => unit.classes.map((info) => this.classes.add(info)));
    for (const unit of program.units) {
      const host = { helpers: this.#helpers, registry: this.classes, linker: this.#linker, types: this.#types };
      const bodies = instantiate(host, unit, this.files.push(unit.file) - 1);
      this.#stacks.add(unit);
      const body = unit.trigger && bodies.get(unit.trigger.name);
      if (unit.trigger && body) this.classes.addTrigger({ info: unit.trigger, run: () => this.#entry(body) });
    }
    for (const handle of handles) this.classes.define(handle);
  }

  *#entry(body: () => unknown): Waiting<void> {
    const { depth } = this.tx;
    try {
      const result = body();
      if (isWaiting(result)) yield* result;
    } catch (error) {
      this.tx.depth = depth;
      throw asLimit(error);
    }
  }

  invoke(entry: EntryPoint): Waiting<unknown> {
    return this.callStaticWaiting(entry.className, entry.key, entry.args);
  }

  call(target: object, key: string, args: readonly unknown[]): unknown {
    return this.#methods.callNow(this.#methods.demand(target, key), target, args, key);
  }

  callWaiting(target: object, key: string, args: readonly unknown[]): Waiting<unknown> {
    return this.#methods.callWaiting(this.#methods.demand(target, key), target, args);
  }

  hasMethod(target: object, key: string): boolean {
    return this.#methods.find(target, key) !== undefined;
  }

  callStaticWaiting(className: string, key: string, args: readonly unknown[]): Waiting<unknown> {
    const { cls } = this.classes.handle(className);
    const method = cls && (cls as unknown as Record<string, Method | undefined>)[key];
    if (!cls || !method) throw new Error(`${className} has no static method ${key}.`);
    return this.#methods.callWaiting(method, cls, args);
  }

  constructWaiting(className: string, key: string, args: readonly unknown[]): Waiting<object> {
    return this.callStaticWaiting(className, key.replace('<init>', 'new'), args) as Waiting<object>;
  }

  stub(className: string, answer: (method: MethodInfo, args: readonly unknown[]) => Waiting<unknown>): object {
    if (this.mode === 'generator') return this.classes.stub(className, answer);
    return this.classes.stub(className, (method, args) => this.drive(answer(method, args)));
  }

  readonly locate = (exception: object): void => {
    if (exception instanceof ApexException) this.#stacks.prepare(exception);
  };

  instanceOf(value: unknown, type: TypeRef): boolean {
    return this.#tests.instanceOf(value, type);
  }

  typeOf(value: unknown): TypeRef {
    return typeOf(value);
  }

  /** Runs waiting code to its end without letting anything else run. */
  drive<T>(waiting: Waiting<T>): T {
    let step = waiting.next();
    while (step.done !== true) step = this.#answer(waiting, step.value);
    return step.value;
  }

  /** What the handler throws, such as a refused callout, is thrown where the code waits. */
  #answer<T>(waiting: Waiting<T>, effect: Effect): IteratorResult<Effect, T> {
    let answer: unknown;
    try {
      answer = this.effectHandler(effect);
    } catch (error) {
      return waiting.throw(error);
    }
    return waiting.next(answer);
  }

  /** The Apex frames of an error, the innermost first. */
  mapStack(error: unknown): readonly ApexFrame[] {
    return this.#stacks.frames(error);
  }

  /** As getStackTraceString() prints it: 'Class.Outer.method: line 3, column 1'. */
  stackText(error: unknown): string {
    return this.#stacks.text(error);
  }
}

function refuseEffect(effect: Effect): never {
  throw new Error(`Nothing answers a ${effect.kind} here: run the code through a driver.`);
}

function refuseRunAs(): never {
  throw new UnsupportedCall('System.System', 'runAs(User): this org was made without users');
}
