import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import type { DmlContext } from './context';

/** Takes row locks or claims on unique values, waiting for their holders: false after the platform's ten seconds. */
export function* lock(context: DmlContext, object: string, keys: readonly string[]): Waiting<boolean> {
  const since = context.db.clock.now();
  for (;;) {
    const holder = context.session.tryLock(keys);
    if (holder === undefined) return true;
    const answer = yield* perform({ kind: 'lock', holder, object, ids: keys, since });
    if (answer === 'timeout') return false;
  }
}
