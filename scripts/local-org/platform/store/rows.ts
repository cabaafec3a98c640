/** A stored record: Apex values by full field name, absent for null. Never changed once stored. */
export type Row = Readonly<Record<string, unknown>>;

/** What an index orders by: text ignores case, ids count by their 18 characters. Supplied by store/keys. */
export type KeyOf = (value: unknown) => string | undefined;

/**
 * The rows of one object by id, with an index for each field that was ever looked up. Iterates in order of ids, so that
 * results do not depend on who committed first.
 */
export class IndexedRows {
  readonly #rows = new Map<string, Row>();
  readonly #indexes = new Map<string, Map<string, Set<string>>>();
  readonly #keyOf: KeyOf;
  #lastId = '';
  #ordered = true;

  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  set(id: string, row: Row): void {
    const before = this.#rows.get(id);
    this.#rows.set(id, row);
    if (before === undefined) this.#noteOrder(id);
    for (const [field, index] of this.#indexes) this.#move(index, id, before?.[field], row[field]);
  }

  delete(id: string): void {
    const before = this.#rows.get(id);
    if (!before) return;
    this.#rows.delete(id);
    for (const [field, index] of this.#indexes) this.#move(index, id, before[field], null);
  }

  *entries(): IterableIterator<readonly [string, Row]> {
    if (!this.#ordered) this.#sort();
    yield* this.#rows;
  }

  /** Ids of the rows whose field has this key. */
  find(field: string, key: string): ReadonlySet<string> {
    return this.#index(field).get(key) ?? NONE;
  }

  #index(field: string): Map<string, Set<string>> {
    const known = this.#indexes.get(field);
    if (known) return known;
    const fresh = new Map<string, Set<string>>();
    for (const [id, row] of this.#rows) this.#move(fresh, id, null, row[field]);
    this.#indexes.set(field, fresh);
    return fresh;
  }

  #move(index: Map<string, Set<string>>, id: string, before: unknown, after: unknown): void {
    const from = this.#keyOf(before);
    const to = this.#keyOf(after);
    if (from === to) return;
    if (from !== undefined) {
      const ids = index.get(from);
      ids?.delete(id);
      if (ids?.size === 0) index.delete(from);
    }
    if (to === undefined) return;
    const ids = index.get(to);
    if (ids) ids.add(id);
    else index.set(to, new Set([id]));
  }

  #noteOrder(id: string): void {
    if (id < this.#lastId) this.#ordered = false;
    else this.#lastId = id;
  }

  #sort(): void {
    const sorted = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#rows.clear();
    for (const [id, row] of sorted) this.#rows.set(id, row);
    this.#ordered = true;
  }
}

const NONE: ReadonlySet<string> = new Set();
