import type { Waiting } from './effect';
import type { Runtime } from './runtime';

/** How near an implementation is to the platform; what is not registered is missing. Feeds the fidelity table. */
export type Fidelity = 'exact' | 'approximate';

/**
 * A platform method in TypeScript. Instance methods get the receiver as the second argument, static methods and
 * constructors only the arguments. Values are represented as in runtime/.
 */
export type PlainImplementation = (rt: Runtime, ...args: never[]) => unknown;
export type WaitingImplementation = (rt: Runtime, ...args: never[]) => Waiting<unknown>;

export interface LibraryEntry {
  /** Canonical type name: 'String', 'System.Http'. */
  readonly type: string;
  /** As PlatformMethod.key: 'indexOf(String,Integer)', '<init>()'. */
  readonly key: string;
  readonly fidelity: Fidelity;
  /** What is approximate, or where the truth was learned. */
  readonly note: string | undefined;
  /** Generated code says `yield*` to these (or drives them, in plain mode). */
  readonly waiting: boolean;
  readonly call: PlainImplementation;
}

export interface LibraryOptions {
  readonly fidelity?: Fidelity;
  readonly note?: string;
}

/** Pure data: modules export the result, library/index.ts lists them. */
export function implement(
  type: string,
  methods: Readonly<Record<string, PlainImplementation>>,
  options: LibraryOptions = {}
): readonly LibraryEntry[] {
  return entries(type, methods, options, false);
}

/** For methods during which another transaction may run: DML, locking queries, callouts, startTest/stopTest ... */
export function implementWaiting(
  type: string,
  methods: Readonly<Record<string, WaitingImplementation>>,
  options: LibraryOptions = {}
): readonly LibraryEntry[] {
  return entries(type, methods, options, true);
}

function entries(
  type: string,
  methods: Readonly<Record<string, PlainImplementation>>,
  options: LibraryOptions,
  waiting: boolean
): readonly LibraryEntry[] {
  return Object.entries(methods).map(([key, call]) => ({
    type,
    key,
    call,
    waiting,
    fidelity: options.fidelity ?? 'exact',
    note: options.note
  }));
}

/** All registrations, indexed. A key registered twice is an error. */
export interface Library {
  find(type: string, key: string): LibraryEntry | undefined;
  /** Static fields and properties of platform types, such as AccessLevel.USER_MODE; keys are field names. */
  readonly entries: readonly LibraryEntry[];
}

export function assembleLibrary(groups: readonly (readonly LibraryEntry[])[]): Library {
  const index = new Map<string, LibraryEntry>();
  for (const entry of groups.flat()) {
    const id = `${entry.type}.${entry.key}`;
    if (index.has(id)) throw new Error(`${id} is implemented twice in the library: remove one of the registrations.`);
    index.set(id, entry);
  }
  return { find: (type, key) => index.get(`${type}.${key}`), entries: [...index.values()] };
}
