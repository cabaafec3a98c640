import { LockTable } from './locks';
import { IndexedRows } from './rows';
import type { KeyOf, Row } from './rows';

/** A change that a commit makes: no row means that the record is gone. */
export interface RowChange {
  readonly object: string;
  readonly id: string;
  readonly row: Row | undefined;
}

/** A point to which the store can return. Taking a later one and returning to an earlier one ends the later one. */
export interface StoreSnapshot {
  readonly position: number;
  readonly counters: ReadonlyMap<string, number>;
}

/** The committed rows of an org. Transactions read and write through a DataSession. */
export class OrgStore {
  readonly locks = new LockTable();
  readonly #tables = new Map<string, IndexedRows>();
  readonly #keyOf: KeyOf;
  #counters = new Map<string, number>();
  /** What each change replaced, newest last; kept only while a snapshot may need it. */
  readonly #undo: RowChange[] = [];
  readonly #snapshots: StoreSnapshot[] = [];

  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf;
  }

  table(object: string): IndexedRows {
    const known = this.#tables.get(object);
    if (known) return known;
    const fresh = this.emptyTable();
    this.#tables.set(object, fresh);
    return fresh;
  }

  emptyTable(): IndexedRows {
    return new IndexedRows(this.#keyOf);
  }

  keyOf(value: unknown): string | undefined {
    return this.#keyOf(value);
  }

  /** Names of the objects that ever had a committed row. */
  objects(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** Record ids and auto-numbers: never reused, not even after a rollback. */
  next(counter: string): number {
    const value = (this.#counters.get(counter) ?? 0) + 1;
    this.#counters.set(counter, value);
    return value;
  }

  apply(changes: Iterable<RowChange>): void {
    for (const change of changes) {
      const table = this.table(change.object);
      if (this.#snapshots.length > 0) {
        this.#undo.push({ object: change.object, id: change.id, row: table.get(change.id) });
      }
      write(table, change);
    }
  }

  snapshot(): StoreSnapshot {
    const snapshot = { position: this.#undo.length, counters: new Map(this.#counters) };
    this.#snapshots.push(snapshot);
    return snapshot;
  }

  /** Costs as much as what has changed since. Running transactions lose their locks: they are over. */
  restore(snapshot: StoreSnapshot): void {
    const index = this.#snapshots.indexOf(snapshot);
    if (index < 0) throw new Error('This snapshot is over: an earlier one was restored. Take a new one.');
    this.#snapshots.length = index + 1;
    while (this.#undo.length > snapshot.position) {
      const change = this.#undo.pop();
      if (change) write(this.table(change.object), change);
    }
    this.#counters = new Map(snapshot.counters);
    this.locks.clear();
  }
}

function write(table: IndexedRows, change: RowChange): void {
  if (change.row) table.set(change.id, change.row);
  else table.delete(change.id);
}
