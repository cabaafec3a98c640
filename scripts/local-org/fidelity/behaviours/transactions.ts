import type { Statement } from './statement';
import { exact, GUIDE } from './statement';

export const transactions: readonly Statement[] = [
  exact('tx.rollback', 'An uncaught error undoes everything the transaction did', `${GUIDE}, Transaction Control`),
  exact(
    'tx.read-committed',
    'Queries see what others have committed, under the own changes',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.for-update-waits',
    'FOR UPDATE waits for the holder and returns a fresh copy',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.for-update-timeout',
    'FOR UPDATE gives up after 10 seconds with a QueryException',
    `${GUIDE}, Locking Statements`
  ),
  exact('tx.callout-releases-locks', 'A callout releases the locks of FOR UPDATE', `${GUIDE}, Locking Statements`),
  exact('tx.savepoint', 'Rolling back to a savepoint keeps what came before it', `${GUIDE}, Transaction Control`),
  exact(
    'tx.update-waits',
    'A change of a row waits for whoever holds it, and fails with UNABLE_TO_LOCK_ROW after 10 seconds',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.locks-let-readers-pass',
    'A locked row can still be queried, as it was last committed',
    `${GUIDE}, Locking Statements`
  ),
  exact(
    'tx.savepoint-work',
    'Jobs and after-commit events behind a savepoint vanish with it; immediate events do not',
    `${GUIDE}, Transaction Control, and Platform Events Developer Guide`
  ),
  exact(
    'tx.unique',
    'A unique value is refused twice, also while the first insert is not committed yet',
    'Object Reference; the wait is how databases do it and is not documented'
  )
];
