import type { PlatformType, PlatformTypes, StandardObject } from '../contracts/platform-types';
import { canonicalName } from './names';
import { unpackObject, unpackType } from './pack';
import type { Entry, PackedTables } from './store';

/** Answers from the packed tables; what was asked for once stays unpacked. */
export class TypeLookup implements PlatformTypes {
  readonly #types: LazyTable<PlatformType>;
  readonly #objects: LazyTable<StandardObject>;
  readonly #namespaces: ReadonlyMap<string, string>;

  constructor(
    tables: PackedTables,
    readonly fingerprint?: string
  ) {
    const typeName = ([namespace, name]: Entry): string => canonicalName({ namespace, name });
    this.#types = new LazyTable(tables.types, tables.body, typeName, unpackType);
    this.#objects = new LazyTable(tables.objects, tables.body, ([, name]) => name, unpackObject);
    this.#namespaces = new Map(tables.types.map(([namespace]) => [namespace.toLowerCase(), namespace]));
  }

  type(namespace: string, name: string): PlatformType | undefined {
    const known = this.#namespaces.get(namespace.toLowerCase());
    if (known === undefined) return undefined;
    return this.#types.get(`${known}.${name}`) ?? (known === 'System' ? this.#types.get(name) : undefined);
  }

  byCanonicalName(name: string): PlatformType | undefined {
    return this.#types.get(name);
  }

  namespace(name: string): string | undefined {
    return this.#namespaces.get(name.toLowerCase());
  }

  sobject(name: string): StandardObject | undefined {
    return this.#objects.get(name);
  }

  typeNames(): readonly string[] {
    return this.#types.names;
  }

  sobjectNames(): readonly string[] {
    return this.#objects.names;
  }
}

class LazyTable<T> {
  readonly names: readonly string[];
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #unpacked = new Map<string, T>();

  constructor(
    entries: readonly Entry[],
    private readonly body: Buffer,
    nameOf: (entry: Entry) => string,
    private readonly unpack: (text: string) => T
  ) {
    this.names = entries.map(nameOf);
    this.#entries = new Map(entries.map((entry, i) => [this.names[i]!.toLowerCase(), entry]));
  }

  get(name: string): T | undefined {
    const key = name.toLowerCase();
    const known = this.#unpacked.get(key);
    if (known !== undefined) return known;
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const [, , start, length] = entry;
    const value = this.unpack(this.body.toString('utf8', start, start + length));
    this.#unpacked.set(key, value);
    return value;
  }
}
