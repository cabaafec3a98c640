/** Connects generated code with the library: each function is looked up once per place of use, when a unit is loaded. */
import { isPlatformValue, neverWaits } from '../compiler/emit/waiting';
import type { Waiting } from '../contracts/effect';
import type { Library, LibraryEntry } from '../contracts/library';
import type { PlatformTypes } from '../contracts/platform-types';
import type { Runtime } from '../contracts/runtime';
import { platformEnumValue } from '../runtime/enum';
import { ApexException } from '../runtime/exceptions';
import { ApexObject, PlatformObject } from '../runtime/object';
import { UnsupportedCall } from '../runtime/unsupported';

export type Linked = (rt: Runtime, ...args: unknown[]) => unknown;

/** How generated code calls: an instance call may reach a method of the project instead. */
export type CallKind = 'static' | 'instance' | 'super';

export interface LinkOptions {
  readonly library: Library;
  /** What the engine itself implements, where the library does not. */
  readonly builtin: Library;
  readonly platform: PlatformTypes | undefined;
  /** Plain code cannot wait: waiting functions are driven to their end. */
  readonly drive: ((waiting: Waiting<unknown>) => unknown) | undefined;
  readonly methodOf: (target: object, key: string) => ((...args: unknown[]) => unknown) | undefined;
}

export class Linker {
  readonly #linked = new Map<string, Linked>();

  constructor(private readonly options: LinkOptions) {}

  link(owner: string, key: string, kind: CallKind): Linked {
    const id = `${kind} ${owner}.${key}`;
    const known = this.#linked.get(id);
    if (known) return known;
    const linked = this.#make(owner, key, kind);
    this.#linked.set(id, linked);
    return linked;
  }

  #make(owner: string, key: string, kind: CallKind): Linked {
    const direct = this.#direct(owner, key);
    return kind === 'instance' && !isPlatformValue(owner)
      ? this.#dispatching(owner, key, direct)
      : (direct ?? missing(owner, key));
  }

  #direct(owner: string, key: string): Linked | undefined {
    const entry = this.#find(owner, key);
    if (!entry) return this.#enumValue(owner, key);
    const call = entry.call as Linked;
    if (!entry.waiting) return call;
    if (neverWaits(owner)) {
      throw new Error(
        `${owner}.${key} is registered as waiting, but generated code takes ${owner} never to wait: register it as plain, or take the type off the emitter's list.`
      );
    }
    const { drive } = this.options;
    return drive ? (rt, ...args) => drive(call(rt, ...args) as Waiting<unknown>) : call;
  }

  /** The tables know the platform's enums: their values need no implementation. */
  #enumValue(owner: string, name: string): Linked | undefined {
    const type = this.options.platform?.byCanonicalName(owner);
    if (type?.kind !== 'enum' || !type.values.includes(name)) return undefined;
    const value = platformEnumValue(owner, name);
    return () => value;
  }

  /** Methods that a platform type inherits are registered with the type that declares them. */
  #find(owner: string, key: string): LibraryEntry | undefined {
    const { library, builtin, platform } = this.options;
    const own = library.find(owner, key) ?? builtin.find(owner, key);
    if (own || key.startsWith('<init>')) return own;
    const type = platform?.byCanonicalName(owner);
    for (const parent of [...(type?.superclass ? [type.superclass] : []), ...(type?.interfaces ?? [])]) {
      const inherited = this.#find(parent.name, key);
      if (inherited) return inherited;
    }
    return owner !== 'System.Exception' && owner.endsWith('Exception')
      ? library.find('System.Exception', key)
      : undefined;
  }

  /** The receiver may be an object of the project that implements or overrides the method. */
  #dispatching(owner: string, key: string, direct: Linked | undefined): Linked {
    return (rt, self, ...args) => {
      if (self instanceof ApexObject || self instanceof ApexException) {
        const method = this.options.methodOf(self, key);
        if (method) return method.apply(self, args);
      }
      return (this.#ownOf(self, owner, key) ?? direct ?? this.#byRuntimeType(rt, self, owner, key))(rt, self, ...args);
    };
  }

  /** What a platform type makes of a method that it inherits: Iterator.next() of a QueryLocatorIterator. */
  #ownOf(self: unknown, owner: string, key: string): Linked | undefined {
    if (!(self instanceof PlatformObject) || self.apexType.name === owner) return undefined;
    return this.#direct(self.apexType.name, key);
  }

  /** A method of an interface that only the value's own type implements: Iterable.iterator() of a List. */
  #byRuntimeType(rt: Runtime, self: unknown, owner: string, key: string): Linked {
    const { name } = rt.typeOf(self);
    return (name === owner ? undefined : this.#direct(name, key)) ?? missing(owner, key);
  }
}

function missing(owner: string, key: string): Linked {
  return () => {
    throw new UnsupportedCall(owner, key);
  };
}
