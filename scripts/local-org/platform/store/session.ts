/** A transaction's window on the store: committed rows under its own uncommitted changes. */
export interface StoreSession {
  /** Savepoints nest; rolling back to one drops what came after it. */
  savepoint(): number;
  rollbackTo(savepoint: number): void;
  /** Makes the changes visible to others and releases all row locks. */
  commit(): void;
  rollback(): void;
  /** What a callout does: FOR UPDATE locks are released although the transaction goes on. */
  releaseLocks(): void;
  readonly holdsLocks: boolean;
}
