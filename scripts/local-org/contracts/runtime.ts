import type { ClassInfo, MethodInfo } from './class-info';
import type { DataAccess } from './data';
import type { Waiting } from './effect';
import type { TriggerInfo } from './program';
import type { Org } from './org';
import type { Transaction } from './transaction';
import type { TypeRef } from './type-ref';

/**
 * What library code and generated code see of the running system: one per org. `tx` is the transaction that runs now;
 * the driver sets it before each resume, so code reads it afresh after every wait.
 */
export interface Runtime {
  readonly org: Org;
  readonly tx: Transaction;
  readonly classes: ClassRegistry;
  readonly data: DataAccess;

  /**
   * Calls a method of a project's object from library code that cannot wait (compare, equals, hashCode, toString):
   * `key` as MethodInfo.key. If the callee yields, that is an error naming the method.
   */
  call(target: object, key: string, args: readonly unknown[]): unknown;
  /** The same from waiting library code: effects of the callee reach the driver. */
  callWaiting(target: object, key: string, args: readonly unknown[]): Waiting<unknown>;
  /** Whether the object's class declares or inherits the method. */
  hasMethod(target: object, key: string): boolean;
  callStaticWaiting(className: string, key: string, args: readonly unknown[]): Waiting<unknown>;
  /** Runs a constructor: `key` as '<init>(String)'. */
  constructWaiting(className: string, key: string, args: readonly unknown[]): Waiting<object>;

  /** An object of a subclass of the class or interface, made by no constructor, all of whose methods ask `answer`. */
  stub(className: string, answer: (method: MethodInfo, args: readonly unknown[]) => Waiting<unknown>): object;

  /** Says of an exception that was never thrown where it was made. */
  readonly locate?: (exception: object) => void;

  instanceOf(value: unknown, type: TypeRef): boolean;
  /** The run-time type of a value: Integer for a number, the class of an object, the object of an SObject row. */
  typeOf(value: unknown): TypeRef;
}

/** The classes of all packages of an org, by canonical name. */
export interface ClassRegistry {
  info(canonicalName: string): ClassInfo | undefined;
  /** As Type.forName resolves it: 'Foo', 'tokenward.Foo', 'Foo.Inner', from code in `namespace`. */
  resolve(name: string, namespace: string): ClassInfo | undefined;
  all(): readonly ClassInfo[];
  /** The class of a project's object; undefined for platform values. */
  classOf(value: unknown): ClassInfo | undefined;
  /** Reads and writes instance fields by declared name, for JSON, serialization of jobs and describe. */
  getField(target: object, field: string): unknown;
  setField(target: object, field: string, value: unknown): void;
  /** Carries over what serialization keeps, past all accessors: fields that are neither static nor transient. */
  copyStored(from: object, to: object, copy: (value: unknown) => unknown): void;
  /** Creates an instance without running any constructor, all fields null: for deserialization. */
  allocate(canonicalName: string): object;
  /** An enum's value by ordinal or name. */
  enumValue(canonicalName: string, name: string): object | undefined;
  enumValues(canonicalName: string): readonly object[];
  /** The triggers on an object, by its full API name. */
  triggers(objectName: string): readonly TriggerEntry[];
}

/** A trigger's body; its context variables (Trigger.new ...) are read from the transaction's trigger stack. */
export interface TriggerEntry {
  readonly info: TriggerInfo;
  run(rt: Runtime): Waiting<void>;
}
