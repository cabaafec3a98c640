import type { ClassInfo } from '../contracts/class-info';
import type { TriggerInfo } from '../contracts/program';
import type { ClassRegistry, TriggerEntry } from '../contracts/runtime';
import { ApexException } from '../runtime/exceptions';
import { ApexObject } from '../runtime/object';
import type { EmittedClass } from './class-handle';
import { ClassHandle, durableSlots, HANDLE, handleOf, storedFields } from './class-handle';
import type { Answer } from './stubs';
import { addAnswers, setAnswer, stubInfo } from './stubs';

/** Reads a property with accessor bodies, or writes it: only the engine can call Apex. */
export interface AccessorCalls {
  get(target: object, field: string): unknown;
  set(target: object, field: string, value: unknown): void;
}

/** Their superclass keeps the statics. */
const NO_STATICS = -1;

export class Registry implements ClassRegistry {
  readonly #handles = new Map<string, ClassHandle>();
  readonly #byLowerCase = new Map<string, ClassHandle>();
  readonly #stubs = new Map<string, ClassHandle>();
  readonly #triggers: TriggerEntry[] = [];

  constructor(private readonly accessors: AccessorCalls) {}

  add(info: ClassInfo): ClassHandle {
    const handle = new ClassHandle(info, this.#handles.get(info.name)?.slot ?? this.#handles.size);
    this.#handles.set(info.name, handle);
    this.#byLowerCase.set(info.name.toLowerCase(), handle);
    return handle;
  }

  addTrigger(entry: TriggerEntry): void {
    this.#triggers.push(entry);
  }

  handle(name: string): ClassHandle {
    const handle = this.#handles.get(name);
    if (!handle) throw new Error(`Class ${name} is not loaded: load the program that declares it first.`);
    return handle;
  }

  find(name: string): ClassHandle | undefined {
    return this.#handles.get(name);
  }

  /** The JavaScript class, made on first demand, after those it extends. */
  define(handle: ClassHandle): EmittedClass | undefined {
    if (handle.cls || !handle.definer) return handle.cls;
    const { info } = handle;
    const parent = info.superclass === undefined ? undefined : this.find(info.superclass);
    const base = parent ? this.define(parent) : baseClass(info);
    if (!base) throw new Error(`${info.name} extends ${info.superclass ?? 'a class'}, which generated no code.`);
    const cls = handle.definer(base);
    Object.defineProperty(cls.prototype, HANDLE, { value: handle });
    handle.cls = cls;
    const ancestors = this.#ancestors(info);
    handle.fields = storedFields(info, ancestors);
    handle.durable = durableSlots(info, ancestors);
    return cls;
  }

  /** Superclasses of the project, the outermost first. */
  #ancestors(info: ClassInfo): ClassInfo[] {
    const parent = info.superclass === undefined ? undefined : this.find(info.superclass)?.info;
    return parent ? [...this.#ancestors(parent), parent] : [];
  }

  info(canonicalName: string): ClassInfo | undefined {
    return (this.#handles.get(canonicalName) ?? this.#stubs.get(canonicalName))?.info;
  }

  /** The classes of stubs are nobody's source: they are known by their objects only. */
  stub(className: string, answer: Answer): object {
    const of = this.handle(className).info;
    const info = stubInfo(of);
    const handle = this.#stubs.get(info.name) ?? this.#addStub(of, info);
    if (!handle.cls) throw new Error(`${info.name} has no class.`);
    const stub = new handle.cls();
    setAnswer(stub, answer);
    return stub;
  }

  #addStub(of: ClassInfo, info: ClassInfo): ClassHandle {
    const handle = new ClassHandle(info, NO_STATICS);
    handle.definer = (base) => class extends base {};
    this.define(handle);
    addAnswers(handle, [of, ...of.supertypes.flatMap(({ name }) => this.find(name)?.info ?? [])]);
    this.#stubs.set(info.name, handle);
    return handle;
  }

  resolve(name: string, namespace: string): ClassInfo | undefined {
    const wanted = name.toLowerCase();
    const own = this.#byLowerCase.get(`${namespace === '' ? 'c' : namespace.toLowerCase()}.${wanted}`);
    if (own) return own.info;
    const full = this.#byLowerCase.get(wanted)?.info;
    return full && (full.namespace === namespace || full.access === 'global') ? full : undefined;
  }

  all(): readonly ClassInfo[] {
    return [...this.#handles.values()].map((handle) => handle.info);
  }

  classOf(value: unknown): ClassInfo | undefined {
    return handleOf(value)?.info;
  }

  getField(target: object, field: string): unknown {
    const { slot, property, name } = this.#field(target, field);
    return property ? this.accessors.get(target, name) : (target as Record<string, unknown>)[slot];
  }

  setField(target: object, field: string, value: unknown): void {
    const { slot, property, name } = this.#field(target, field);
    if (property) this.accessors.set(target, name, value);
    else (target as Record<string, unknown>)[slot] = value;
  }

  copyStored(from: object, to: object, copy: (value: unknown) => unknown): void {
    const source = from as Record<string, unknown>;
    const target = to as Record<string, unknown>;
    for (const slot of handleOf(from)?.durable ?? []) {
      if (slot in source) target[slot] = copy(source[slot]);
    }
  }

  #field(target: object, field: string) {
    const handle = handleOf(target);
    const found = handle?.fields.get(field.toLowerCase());
    if (!found) throw new Error(`${handle?.info.name ?? 'This value'} has no instance field ${field}.`);
    return found;
  }

  allocate(canonicalName: string): object {
    const cls = this.handle(canonicalName).cls;
    if (!cls) throw new Error(`${canonicalName} has no instances: it is an interface or an enum.`);
    return new cls();
  }

  enumValue(canonicalName: string, name: string): object | undefined {
    const wanted = name.toLowerCase();
    return this.find(canonicalName)?.values.find((value) => value.name.toLowerCase() === wanted);
  }

  enumValues(canonicalName: string): readonly object[] {
    return this.find(canonicalName)?.values ?? [];
  }

  triggers(objectName: string): readonly TriggerEntry[] {
    const wanted = objectName.toLowerCase();
    return this.#triggers.filter(({ info }: { info: TriggerInfo }) => info.object.toLowerCase() === wanted);
  }
}

/** Of platform classes only exceptions bring state with them; other superclasses are abstract. */
function baseClass(info: ClassInfo): EmittedClass {
  const isException = info.superclass?.endsWith('Exception') ?? false;
  return (isException ? ApexException : ApexObject) as unknown as EmittedClass;
}
