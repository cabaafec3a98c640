import type { IndexedRows, Row } from './rows';
import type { StoreSession } from './session';
import type { OrgStore, RowChange } from './store';

/** The state of one record in a transaction before a change, so that a savepoint can bring it back. */
interface Undo {
  readonly object: string;
  readonly id: string;
  readonly overlay: Row | undefined;
  readonly removed: boolean;
}

interface Overlay {
  readonly rows: IndexedRows;
  readonly removed: Set<string>;
}

/** Read committed: sees what others have committed by now, under what this transaction has changed itself. */
export class DataSession implements StoreSession {
  readonly store: OrgStore;
  readonly transaction: number;
  readonly #overlays = new Map<string, Overlay>();
  readonly #undo: Undo[] = [];
  readonly #savepoints: { readonly id: number; readonly position: number }[] = [];
  #lastSavepoint = 0;

  constructor(store: OrgStore, transaction: number) {
    this.store = store;
    this.transaction = transaction;
  }

  get(object: string, id: string): Row | undefined {
    const overlay = this.#overlays.get(object);
    if (overlay?.removed.has(id) === true) return undefined;
    return overlay?.rows.get(id) ?? this.store.table(object).get(id);
  }

  put(object: string, id: string, row: Row): void {
    const overlay = this.#overlay(object);
    this.#remember(object, id, overlay);
    overlay.removed.delete(id);
    overlay.rows.set(id, row);
  }

  remove(object: string, id: string): void {
    const overlay = this.#overlay(object);
    this.#remember(object, id, overlay);
    overlay.rows.delete(id);
    overlay.removed.add(id);
  }

  /** All rows, deleted ones included: in order of ids. */
  rows(object: string): readonly Row[] {
    const overlay = this.#overlays.get(object);
    const committed = this.store.table(object);
    if (!overlay) return [...committed.entries()].map(([, row]) => row);
    const merged: Row[] = [];
    const fresh = [...overlay.rows.entries()].filter(([id]) => committed.get(id) === undefined);
    let next = 0;
    for (const [id, row] of committed.entries()) {
      while (next < fresh.length && (fresh[next]?.[0] ?? '') < id) merged.push(fresh[next++]?.[1] ?? {});
      if (!overlay.removed.has(id)) merged.push(overlay.rows.get(id) ?? row);
    }
    for (const [, row] of fresh.slice(next)) merged.push(row);
    return merged;
  }

  /** Rows by the value of a field, through an index. */
  find(object: string, field: string, value: unknown): readonly Row[] {
    const key = this.store.keyOf(value);
    if (key === undefined) return [];
    const overlay = this.#overlays.get(object);
    const committed = this.store.table(object);
    const ids: string[] = [];
    for (const id of committed.find(field, key)) {
      if (overlay === undefined || (!overlay.removed.has(id) && overlay.rows.get(id) === undefined)) ids.push(id);
    }
    if (overlay) ids.push(...overlay.rows.find(field, key));
    const found = ids.length > 1 ? ids.sort() : ids;
    return found.map((id) => this.get(object, id)).filter((row) => row !== undefined);
  }

  /** Takes all the locks, or none and says who holds one of them. */
  tryLock(keys: readonly string[]): number | undefined {
    const holder = this.store.locks.conflict(keys, this.transaction);
    if (holder === undefined) this.store.locks.take(keys, this.transaction);
    return holder;
  }

  get hasChanges(): boolean {
    return this.#undo.length > 0;
  }

  get holdsLocks(): boolean {
    return this.store.locks.holds(this.transaction);
  }

  releaseLocks(): void {
    this.store.locks.release(this.transaction);
  }

  savepoint(): number {
    this.#lastSavepoint += 1;
    this.#savepoints.push({ id: this.#lastSavepoint, position: this.#undo.length });
    return this.#lastSavepoint;
  }

  isActive(savepoint: number): boolean {
    return this.#savepoints.some(({ id }) => id === savepoint);
  }

  /** Undoes what came after; the savepoint itself stays usable, later ones do not. */
  rollbackTo(savepoint: number): void {
    const index = this.#indexOf(savepoint);
    const position = this.#savepoints[index]?.position ?? 0;
    this.#savepoints.length = index + 1;
    while (this.#undo.length > position) this.#revert(this.#undo.pop());
  }

  /** Forgets one savepoint and leaves later ones usable: what a DML statement does with its own. */
  forget(savepoint: number): void {
    this.#savepoints.splice(this.#indexOf(savepoint), 1);
  }

  /** Forgets a savepoint and all later ones. */
  release(savepoint: number): void {
    this.#savepoints.length = this.#indexOf(savepoint);
  }

  #indexOf(savepoint: number): number {
    const index = this.#savepoints.findIndex(({ id }) => id === savepoint);
    if (index < 0) throw new Error(`Savepoint ${savepoint} is no longer active in this transaction.`);
    return index;
  }

  commit(): void {
    this.store.apply(this.#changes());
    this.#end();
  }

  rollback(): void {
    this.#end();
  }

  #end(): void {
    this.#overlays.clear();
    this.#undo.length = 0;
    this.#savepoints.length = 0;
    this.releaseLocks();
  }

  *#changes(): IterableIterator<RowChange> {
    for (const [object, { rows, removed }] of this.#overlays) {
      for (const [id, row] of rows.entries()) yield { object, id, row };
      for (const id of removed) yield { object, id, row: undefined };
    }
  }

  #overlay(object: string): Overlay {
    const known = this.#overlays.get(object);
    if (known) return known;
    const fresh = { rows: this.store.emptyTable(), removed: new Set<string>() };
    this.#overlays.set(object, fresh);
    return fresh;
  }

  #remember(object: string, id: string, overlay: Overlay): void {
    this.#undo.push({ object, id, overlay: overlay.rows.get(id), removed: overlay.removed.has(id) });
  }

  #revert(undo: Undo | undefined): void {
    if (!undo) return;
    const overlay = this.#overlay(undo.object);
    if (undo.overlay) overlay.rows.set(undo.id, undo.overlay);
    else overlay.rows.delete(undo.id);
    if (undo.removed) overlay.removed.add(undo.id);
    else overlay.removed.delete(undo.id);
  }
}
