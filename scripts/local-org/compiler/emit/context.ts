/** What is known while code is emitted: the links a unit needs, and the state of the function being written. */
import type { TypeRef } from '../../contracts/type-ref';
import { typeText } from '../../contracts/type-ref';
import type { Expression, Statement } from '../ast';
import type { LocalVariable } from '../bindings';
import type { EmitInput, EmitOptions } from './input';
import { quote } from './names';
import type { ProgramIndex } from './program-index';
import { neverWaits } from './waiting';
import type { Writer } from './writer';

/** The two mutually recursive halves of the emitter, handed in so that their parts need not import each other. */
export interface Emitters {
  readonly expression: (context: FunctionContext, expression: Expression) => string;
  readonly statement: (context: FunctionContext, writer: Writer, statement: Statement) => void;
}

/** Collects the constants at the head of a unit: class handles, library functions, queries, types. */
export class UnitContext {
  readonly generator: boolean;
  readonly coveredLines = new Set<number>();
  readonly #constants = new Map<string, string>();
  readonly #helpers = new Set<string>();
  readonly #counters = new Map<string, number>();

  constructor(
    readonly input: EmitInput,
    readonly index: ProgramIndex,
    readonly options: EmitOptions,
    readonly emitters: Emitters
  ) {
    this.generator = options.mode === 'generator';
  }

  get namespace(): string {
    return this.input.namespace;
  }

  /** A function of the engine's helpers, by its name. */
  helper(name: string): string {
    this.#helpers.add(name);
    return name;
  }

  constant(prefix: string, code: string): string {
    const known = this.#constants.get(code);
    if (known !== undefined) return known;
    const next = this.#counters.get(prefix) ?? 0;
    this.#counters.set(prefix, next + 1);
    const name = `${prefix}${next}`;
    this.#constants.set(code, name);
    return name;
  }

  handle(className: string): string {
    return this.constant('H', `$.handle(${quote(className)})`);
  }

  libraryFunction(owner: string, key: string, how: 'static' | 'instance' | 'super'): string {
    return this.constant('L', `$.library(${quote(owner)}, ${quote(key)}, ${quote(how)})`);
  }

  type(type: TypeRef): string {
    return this.constant('T', `$.type(${quote(typeText(type))}, ${JSON.stringify(type)})`);
  }

  json(prefix: string, value: unknown): string {
    return this.constant(prefix, JSON.stringify(value));
  }

  header(): readonly string[] {
    const helpers = ['rt', ...[...this.#helpers].sort()];
    const constants = [...this.#constants].map(([code, name]) => `const ${name} = ${code};`);
    return ["'use strict';", `const { ${helpers.join(', ')} } = $;`, ...constants];
  }
}

export interface FunctionOptions {
  readonly owner: string;
  readonly static: boolean;
  /** Runs as part of the class's static initialisation itself. */
  readonly initialiser?: boolean;
  readonly scope: string;
  readonly returns: TypeRef | undefined;
  /** Constant of the CodeContext of the class. */
  readonly codeContext: string;
}

/** One JavaScript function while its body is written. */
export class FunctionContext {
  /** Calls Apex code or something that can wait: then it counts as a level of the Apex stack. */
  calls = false;
  usesTransaction = false;
  usesProbe = false;
  readonly temporaries: string[] = [];
  readonly #locals = new Map<LocalVariable, string>();
  #names = 0;
  #usesResult = false;

  /** `counted`: the function is a level of the Apex stack; `$d` is its depth. */
  constructor(
    readonly unit: UnitContext,
    readonly options: FunctionOptions,
    readonly counted: boolean
  ) {}

  /** What every way out of a counted function says first. */
  leave(): string {
    return this.counted ? '$t.depth = $d - 1; ' : '';
  }

  resetDepth(): string {
    return this.counted ? '$t.depth = $d; ' : '';
  }

  get generator(): boolean {
    return this.unit.generator;
  }

  helper(name: string): string {
    return this.unit.helper(name);
  }

  expression(expression: Expression): string {
    return this.unit.emitters.expression(this, expression);
  }

  statement(writer: Writer, statement: Statement): void {
    this.unit.emitters.statement(this, writer, statement);
  }

  temporary(): string {
    const name = `$${this.temporaries.length + 1}`;
    this.temporaries.push(name);
    return name;
  }

  local(variable: LocalVariable): string {
    const known = this.#locals.get(variable);
    if (known !== undefined) return known;
    const name = this.fresh(variable.name);
    this.#locals.set(variable, name);
    return name;
  }

  /** A JavaScript name that no Apex name and no other local of the function has. */
  fresh(base: string): string {
    this.#names += 1;
    return `${base}$${this.#names}`;
  }

  /** Calls something that is a generator in generator mode and a function in plain mode. */
  wait(call: string): string {
    this.calls = true;
    return this.generator ? `(yield* ${call})` : call;
  }

  /** Runs a `Waiting` that the runtime made, in either mode. */
  drive(waiting: string): string {
    this.calls = true;
    return this.generator ? `(yield* ${waiting})` : `rt.drive(${waiting})`;
  }

  /** Calls a library function, which the linker found to wait or not to wait. */
  library(owner: string, key: string, how: 'static' | 'instance' | 'super', args: readonly string[]): string {
    const call = `${this.unit.libraryFunction(owner, key, how)}(${['rt', ...args].join(', ')})`;
    if (neverWaits(owner)) return call;
    this.calls = true;
    if (!this.generator) return call;
    return `(${this.helper('isWaiting')}(${this.result()} = ${call}) ? yield* ${this.result()} : ${this.result()})`;
  }

  /** The transaction of this activation: it cannot change while the function lives. */
  transaction(): string {
    this.usesTransaction = true;
    return '$t';
  }

  result(): string {
    if (!this.#usesResult) this.temporaries.push('$r');
    this.#usesResult = true;
    return '$r';
  }
}
