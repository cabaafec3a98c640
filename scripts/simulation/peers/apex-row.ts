import type { Outcome } from '../../local-org/platform/transaction/run';
import type { Choose } from '../../local-org/drivers/choose';
import type { CustodyView } from '../herd/custody';
import { custodyRow } from '../herd/custody';
import { inPassingTime } from '../world/passing-time';
import type { WorldProgram } from '../world/program';
import { HOST, World } from '../world/world';
import type { Counts } from './counts';
import { addCounts, countChapter } from './counts';
import type { Chapter, Round } from './plan';
import type { Measured } from './row';

export type Recipe = 'cache-lock' | 'shipped';

export const APEX_FIXTURES = ['SetupConnections', 'HerdRequests', 'CacheLockRefresh', 'EvidenceRequests'] as const;

export interface ApexRowOptions {
  readonly recipe: Recipe;
  readonly seed: number;
  readonly tick: () => void;
}

const CONNECTION = 'peer';
const RESOURCE = `${HOST}/services/data/v65.0/`;
const PAST_SESSION_MS = 3 * 60 * 60_000;
/** Workers come over some 500 ms, an answer takes 200. */
const PACE = { longestStepMs: 20 };
const SWEEP_INTERVAL_MS = 60 * 60_000;
/** So long a connection may help itself after a loss before a person is asked: a night. */
const SWEEPS_BEFORE_PERSON = 12;
/** States in which the package goes on without a person. */
const WORKING = new Set(['Leased', 'Waiting', 'InDoubt']);

/** All chapters of a recipe in Apex, each in an org of its own, on the clock of the simulation. */
export function runApex(program: WorldProgram, chapters: readonly Chapter[], options: ApexRowOptions): Measured {
  const results = chapters.map((chapter, index) => runChapter(program, chapter, index, options));
  return {
    counts: addCounts(results.map(({ counts }) => counts)),
    served: results.reduce((sum, { served }) => sum + served, 0)
  };
}

function runChapter(
  program: WorldProgram,
  chapter: Chapter,
  index: number,
  { recipe, seed, tick }: ApexRowOptions
): { readonly counts: Counts; readonly served: number } {
  const world = new World(program, { seed: seed + index });
  const uid = world.connect({ developerName: CONNECTION });
  const choose = inPassingTime(world, seed + index, PACE);
  let served = 0;
  for (const round of chapter) {
    world.clock.advance(PAST_SESSION_MS);
    served += runRound(world, uid, recipe, round, choose);
    if (recipe === 'shipped') waitForRecovery(world, uid);
    if (needsPerson(world, recipe, custodyRow(world, uid))) world.authorize(uid);
    tick();
  }
  return { counts: countChapter(world.server.journal.presentations()), served };
}

/** All workers at once. Those that were told to wait are served if the connection can send when all is quiet. */
function runRound(world: World, uid: string, recipe: Recipe, { arrivals, loss }: Round, choose: Choose): number {
  const { faults } = world.server;
  if (loss !== null) {
    faults.add({
      match: { endpoint: 'token', grantType: 'refresh_token' },
      occurrence: 1,
      action: { kind: 'reset', processed: loss === 'processed' }
    });
  }
  const { generation } = custodyRow(world, uid);
  const [className, key] =
    recipe === 'shipped' ? ['HerdRequests', 'ask(String,Integer)'] : ['CacheLockRefresh', 'refresh(String,Integer)'];
  const driver = world.schedule(choose);
  const workers = arrivals.map((_, worker) =>
    driver.add(`worker ${worker + 1}`, world.request(className, key, [uid, generation]))
  );
  driver.run();
  faults.clear();
  const answered = workers.filter(({ value }) => (value as Outcome<unknown>).ok).length;
  return canSend(world) ? answered : 0;
}

function canSend(world: World): boolean {
  return world.settle(world.request('HerdRequests', 'send(String,String)', [CONNECTION, RESOURCE])) === '200';
}

/** Hour after hour passes with its sweep and whatever follows from it, while the package is still at work. */
function waitForRecovery(world: World, uid: string): void {
  for (let sweep = 0; sweep < SWEEPS_BEFORE_PERSON && WORKING.has(custodyRow(world, uid).state); sweep += 1) {
    world.clock.advance(SWEEP_INTERVAL_MS);
    world.settle(world.request('EvidenceRequests', 'sweep()', []));
  }
}

/** A revoked grant, or a state that says that only a person can help; one that is still in doubt counts as such. */
function needsPerson(world: World, recipe: Recipe, row: CustodyView): boolean {
  const revoked = world.server.families(world.clock).at(-1)?.ended !== null;
  return revoked || (recipe === 'shipped' && row.state !== 'Idle');
}
