import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import type { DataSession } from '../../platform/store/data-session';
import { asDataSession } from '../../platform/store/database';
import { platformTx } from '../../platform/current';
import { argument, throwApex } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';

class SavepointValue extends PlatformObject {
  readonly apexType = typeRef('System.Savepoint');

  constructor(
    readonly session: DataSession,
    readonly id: number
  ) {
    super();
  }
}

/** Savepoints of a transaction that are neither released nor undone: while there is one, no callout is possible. */
const open = new WeakMap<DataSession, Set<number>>();

function openOf(session: DataSession): Set<number> {
  const known = open.get(session) ?? new Set<number>();
  open.set(session, known);
  return known;
}

/** Setting a savepoint and rolling back to one each count as a DML statement; releasing does not. */
function spend(rt: Runtime): void {
  platformTx(rt).limits.spend('dmlStatements', 1);
}

function setSavepoint(rt: Runtime): SavepointValue {
  spend(rt);
  const tx = platformTx(rt);
  const session = asDataSession(tx.session);
  const savepoint = new SavepointValue(session, session.savepoint());
  openOf(session).add(savepoint.id);
  tx.markPending('savepoint');
  return savepoint;
}

function checked(rt: Runtime, savepoint: SavepointValue | null): SavepointValue {
  const { session, id } = argument(savepoint, 1);
  if (session !== platformTx(rt).session || !session.isActive(id)) {
    throwApex(
      'System.TypeException',
      'The savepoint is no longer valid: it was released, undone or belongs to another transaction.'
    );
  }
  return argument(savepoint, 1);
}

function rollback(rt: Runtime, savepoint: SavepointValue | null): void {
  spend(rt);
  const { session, id } = checked(rt, savepoint);
  session.rollbackTo(id);
  dropInactive(session);
  // What was done before the savepoint still waits for its commit.
  if (!session.hasChanges) platformTx(rt).clearPending('dml');
}

/** Keeps the changes; the savepoint and later ones are gone. */
function release(rt: Runtime, savepoint: SavepointValue | null): void {
  const { session, id } = checked(rt, savepoint);
  session.release(id);
  dropInactive(session);
  if (openOf(session).size === 0) platformTx(rt).clearPending('savepoint');
}

function dropInactive(session: DataSession): void {
  const ids = openOf(session);
  for (const id of ids) if (!session.isActive(id)) ids.delete(id);
}

export const savepoints = implement('System.Database', {
  'setSavepoint()': setSavepoint,
  'rollback(System.Savepoint)': rollback,
  'releaseSavepoint(System.Savepoint)': release
});
