import type { Runner } from '../../local-org/drivers/runner';
import { digestOf } from '../../authorization-server';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { ApexException } from '../../local-org/runtime/exceptions';
import { failureText } from '../../local-org/platform/apex-failure';
import type { Ended, EndedConnection } from '../scenarios/ended';
import { custodyIn, EVENTS, textOf } from '../world/custody';
import type { Stage } from './stage';

/** What is left when all is quiet. */
export function endOf(stage: Stage, workers: readonly Runner[]): Ended {
  const { base, injector } = stage;
  const families = base.world.server.families(base.clock);
  const living = new Set(families.flatMap(({ liveRefreshTokens }) => liveRefreshTokens));
  const events = eventsByConnection(stage);
  return {
    connections: base.connections.map((connection): EndedConnection => {
      const row = custodyIn(base.world, connection.uid);
      const presented = stage.watcher.ledger.presentations(connection.uid);
      const held = stage.watcher.ledger.heldBy(connection.uid);
      return {
        uid: connection.uid,
        name: connection.name,
        state: row.state,
        reason: row.reason,
        generation: row.generation,
        began: connection.generation,
        states: stage.watcher.statesOf(connection.uid),
        presentations: presented.length,
        presentedAt: presented.map(({ at }) => at),
        grantLives: held !== undefined && living.has(digestOf(held)),
        sealed: row.sealed,
        dueAt: row.dueAt,
        events: events.get(connection.uid) ?? []
      };
    }),
    answers: workers.map((worker) => answerOf(worker)),
    hits: injector?.hits ?? new Map(),
    presentedReadOnly: presentedSince(stage, READ_ONLY, 'sweep'),
    presentedPaused: presentedSince(stage, PAUSE),
    familiesReused: families.filter(({ ended }) => ended === 'reuse').length,
    familiesAlive: families.filter(({ liveRefreshTokens }) => liveRefreshTokens.length > 0).length,
    asyncExecutions: base.world.org.asyncExecutions
  };
}

export function answerOf(worker: Runner): string {
  if (!worker.isDone) return 'unfinished';
  const outcome = worker.value as Outcome<unknown>;
  if (outcome.ok) return textOf(outcome.value);
  return outcome.error instanceof ApexException ? outcome.error.apexType : failureText(outcome.error);
}

export function eventsByConnection({ base }: Stage): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [, row] of base.world.org.data.store.table(EVENTS).entries()) {
    const uid = textOf(row['tokenward__Connection_Uid__c']);
    const kinds = found.get(uid) ?? [];
    kinds.push(textOf(row['tokenward__Kind__c']));
    found.set(uid, kinds);
  }
  return found;
}

/** By transactions that began after that event and before the first of those that mend it. */
function presentedSince({ driver, watcher }: Stage, event: string, mending?: string): number {
  const began = driver.trace.findIndex(({ kind, task }) => kind === 'end' && task.startsWith(event));
  if (began < 0) return 0;
  const mended = mending === undefined ? -1 : driver.trace.findIndex(({ task }) => task.startsWith(mending));
  const during = driver.trace.slice(began, mended < 0 ? undefined : mended);
  const begun = new Set(during.filter(({ kind }) => kind === 'start').map(({ task }) => task));
  return watcher.ledger.presentations().filter(({ sender }) => begun.has(sender)).length;
}

const READ_ONLY = 'event read-only begins';
const PAUSE = 'event pause';
