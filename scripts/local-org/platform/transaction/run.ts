import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import { isApexFailure } from '../apex-failure';
import { strike } from '../faults';
import type { LocalOrg } from '../org';
import type { TransactionOptions } from './transaction';
import { ApexTransaction } from './transaction';

/** The engine as the platform needs it: it says which transaction runs now. */
export interface TransactionHost extends Omit<Runtime, 'tx' | 'org'> {
  tx: Runtime['tx'];
  readonly org: LocalOrg;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly tx: ApexTransaction }
  /** An uncaught Apex error or a limit or a kill: everything the transaction did is undone. */
  | { readonly ok: false; readonly error: unknown; readonly tx: ApexTransaction };

export type RunOptions = Omit<TransactionOptions, 'id' | 'session' | 'cache' | 'readOnly' | 'test' | 'coverage'> &
  Partial<Pick<TransactionOptions, 'session' | 'cache' | 'test' | 'coverage'>>;

/**
 * Runs one Apex transaction from start to commit or rollback. Failures of Apex code are an outcome; a call that the
 * local org does not support, and any error of the emulator itself, is thrown on and stops whoever runs this.
 */
export function* runTransaction<T>(
  host: TransactionHost,
  options: RunOptions,
  body: (tx: ApexTransaction) => Waiting<T>
): Waiting<Outcome<T>> {
  const outer = host.tx;
  const tx = host.org.begin(options);
  host.tx = tx;
  let committed = false;
  try {
    strike(host, 'transaction.start', tx.subject);
    const value = yield* body(tx);
    strike(host, 'commit.before', tx.subject);
    yield* perform({ kind: 'commit' });
    tx.commit();
    committed = true;
    host.org.watch?.ended?.(tx, true);
    strike(host, 'commit.after', tx.subject);
    return { ok: true, value, tx };
  } catch (error) {
    if (!committed) {
      tx.rollback();
      host.org.watch?.ended?.(tx, false);
    }
    if (!isApexFailure(error)) throw error;
    return { ok: false, error, tx };
  } finally {
    host.tx = outer;
  }
}
