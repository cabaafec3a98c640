import type { Runner } from '../../local-org/drivers/runner';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { ApexException } from '../../local-org/runtime/exceptions';
import { KilledError } from '../../local-org/runtime/unsupported';
import type { Stage } from '../explore/stage';
import type { Ended, EndedConnection } from '../scenarios/ended';
import type { BaseWorld } from '../world/base';
import type { Violation } from './violation';

/** A row lock costs at most ten seconds, and a request may meet two; a consumer's own callout comes on top. */
const BUDGET_MS = 150_000;

/** Where the clock jumps, or passes over who could go on, it is no measure of how long anybody waited. */
const CLOCK_EVENTS: ReadonlySet<string> = new Set(['clock jumps', 'jobs are forgotten']);

/** States that the console shows; a lease or a closing at rest would be a job that nobody waits for any more. */
const RESTING: ReadonlySet<string> = new Set(['Empty', 'Idle', 'Waiting', 'InDoubt', 'Dead', 'Changed', 'Foreign']);
/** Those that something has gone wrong before. */
const TOLD: ReadonlySet<string> = new Set(['Waiting', 'InDoubt', 'Dead', 'Changed', 'Foreign']);

/** Kinds of events that tell of a state by telling how it ended. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  InDoubt: ['Asked', 'Unspent', 'AnswerLost'],
  Dead: ['AnswerLost']
};

/** I6, for the requests of a schedule. A fault that was put into the request itself excuses it. */
export function judgeAnswers({ watcher, hit, plan }: Stage, workers: readonly Runner[]): readonly Violation[] {
  const jumps = plan.injections.some((i) => i.kind === 'event' && CLOCK_EVENTS.has(i.event));
  return workers.flatMap((worker): Violation[] => {
    const { label } = worker.task;
    if (!worker.isDone) return [{ rule: 'I6', text: `${label} has not ended.` }];
    const outcome = worker.value as Outcome<unknown>;
    const lasted = watcher.lasted(label) ?? 0;
    if (!jumps && !plan.anyTime && lasted > BUDGET_MS) return [{ rule: 'I6', text: `${label} took ${lasted} ms.` }];
    if (outcome.ok || isTyped(outcome.error) || hit.has(label)) return [];
    return [{ rule: 'I6', text: `${label} ended in ${String(outcome.error)} instead of an answer.` }];
  });
}

/** What a consumer's own callout throws is the consumer's, as it is of Http.send. */
const CALLOUT = 'System.CalloutException';

function isTyped(error: unknown): boolean {
  if (error instanceof KilledError) return true;
  if (!(error instanceof ApexException)) return false;
  return error.apexType.startsWith('tokenward.') || error.apexType === CALLOUT;
}

/** I8 and I9, when all is quiet. */
export function judgeEnd(base: BaseWorld, ended: Ended): Violation[] {
  return ended.connections.flatMap((connection) => [
    ...judgeState(base, connection, ended),
    ...judgeEvents(connection)
  ]);
}

function judgeState(base: BaseWorld, connection: EndedConnection, ended: Ended): Violation[] {
  const { state, name } = connection;
  if (!RESTING.has(state)) return [{ rule: 'I8', text: `${name} is left ${state} when all is quiet.` }];
  const told = connection.events.some((kind) => kind !== 'Rotated' && kind !== 'Day' && kind !== 'Authorized');
  if (state === 'Empty' && ended.familiesAlive >= base.connections.length && !told) {
    return [{ rule: 'I8', text: `${name} is disconnected, but its grant lives and nobody is told.` }];
  }
  return [];
}

function judgeEvents({ name, states, events }: EndedConnection): Violation[] {
  return untold(states, events).map((state) => ({ rule: 'I9', text: `${name} was ${state}, and no event says so.` }));
}

/** The states among these that something has gone wrong before, and of which no event tells. */
export function untold(states: readonly string[], events: readonly string[]): readonly string[] {
  const tells = (state: string): boolean => [state, ...(ALSO[state] ?? [])].some((kind) => events.includes(kind));
  return states.filter((state) => TOLD.has(state) && !tells(state));
}
