import type { Outcome } from '../../local-org/platform/transaction/run';
import { ApexException } from '../../local-org/runtime/exceptions';
import { ApexId } from '../../local-org/runtime/id';
import type { Waiting } from '../../local-org/contracts/effect';
import type { OrgWatch } from '../../local-org/platform/watch';
import { inPassingTime } from '../world/passing-time';
import type { WorldProgram } from '../world/program';
import { HOST, World } from '../world/world';
import { custodyRow } from './custody';

export type Variant = 'shipped' | 'cache-lock';

export interface HerdOptions {
  readonly workers: number;
  readonly connections: number;
  readonly seed: number;
  readonly variant: Variant;
  /** Measures the transactions from the first request on. */
  readonly watch?: OrgWatch;
}

export interface HerdReport {
  readonly workers: number;
  readonly connections: number;
  readonly presentations: number;
  readonly familiesRevoked: number;
  /** Requests that ended in nothing typed, plus connections that are not at rest at the next generation. */
  readonly unfinished: number;
  readonly ms: number;
}

/** Fixtures that are compiled into the package for a herd. */
export const HERD_FIXTURES = ['SetupConnections', 'HerdRequests', 'CacheLockRefresh'] as const;

interface Target {
  readonly uid: string;
  readonly name: string;
  readonly generation: number;
}

/** Long enough that every access token has ended. */
const UNTIL_DUE_MS = 3 * 60 * 60_000;
const PACE = { longestStepMs: 20, longestRoundMs: 2_000 };

/** N requests for each of M due connections, interleaved by the seed, until all is quiet. */
export function runHerd(program: WorldProgram, options: HerdOptions, now: () => number): HerdReport {
  const started = now();
  const world = new World(program, { seed: options.seed });
  const targets = Array.from({ length: options.connections }, (_, index) => connect(world, `c${index + 1}`));
  world.clock.advance(UNTIL_DUE_MS);
  world.org.watch = options.watch;
  const before = world.server.journal.presentations().length;
  const driver = world.schedule(inPassingTime(world, options.seed, PACE));
  const runners = targets.flatMap((target) =>
    Array.from({ length: options.workers }, (_, worker) =>
      driver.add(`${target.name} worker ${worker + 1}`, request(world, options.variant, target, worker))
    )
  );
  driver.run();
  const answers = runners.map((runner) => runner.value as Outcome<unknown>);
  const atRest = targets.filter((target) => isAtRest(world, target)).length;
  return {
    workers: options.workers,
    connections: options.connections,
    presentations: world.server.journal.presentations().length - before,
    familiesRevoked: world.server.families(world.clock).filter((family) => family.ended === 'reuse').length,
    unfinished: answers.filter((answer) => !isTyped(answer)).length + (targets.length - atRest),
    ms: Math.round(now() - started)
  };
}

function connect(world: World, name: string): Target {
  const uid = world.connect({ developerName: name });
  return { uid, name, generation: custodyRow(world, uid).generation };
}

/** On the shipped package every other request is a consumer's, which takes the road through the event. */
function request(world: World, variant: Variant, target: Target, worker: number): Waiting<Outcome<unknown>> {
  const args = [target.uid, target.generation];
  if (variant === 'cache-lock') return world.request('CacheLockRefresh', 'refresh(String,Integer)', args);
  if (worker % 2 === 0) return world.request('HerdRequests', 'ask(String,Integer)', args);
  return world.request('HerdRequests', 'send(String,String)', [target.name, `${HOST}/services/data/v65.0/`]);
}

const TYPED_ANSWERS = new Set(['Fresh', 'Pending', 'Busy']);

/** Fresh, Pending or a typed error; an HTTP status where the token was renewed in time. */
function isTyped(outcome: Outcome<unknown>): boolean {
  if (!outcome.ok) return outcome.error instanceof ApexException;
  const text = outcome.value instanceof ApexId ? '' : String(outcome.value);
  return TYPED_ANSWERS.has(text) || text.startsWith('tokenward.Tokenward.') || text === '200';
}

function isAtRest(world: World, target: Target): boolean {
  const row = custodyRow(world, target.uid);
  return row.state === 'Idle' && row.generation === target.generation + 1;
}
