import { idOf } from '../store/database';
import type { Row } from '../store/rows';
import type { QueryEnv } from './env';
import type { QueryPlan } from './plan-types';

/** More values than this, and a scan of the object is as quick as the look-ups. */
const MANY = 5000;

/** Rows that the conditions may hold for, in order of ids: through an index where one helps, else all rows. */
export function candidates(env: QueryEnv, plan: QueryPlan): readonly Row[] {
  const { name } = plan.object;
  for (const hint of plan.where?.hints ?? []) {
    const values = hint.values(env);
    if (values.length > MANY || values.includes(null)) continue;
    const found = new Map<string, Row>();
    for (const value of values) {
      for (const row of env.session.find(name, hint.field, value)) found.set(idOf(row), row);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
  return env.session.rows(name);
}
