import { setTimeout as sleep } from 'node:timers/promises';
import type { Counts } from './counts';
import { addCounts, countChapter } from './counts';
import type { App, Instance, Library } from './library';
import type { Chapter, Round } from './plan';
import { PROCESSING_MS, Provider } from './provider';
import type { Measured } from './row';
import { createStore } from './store';

/** All workers of a round come within this time: so long that some meet the answer on its way, as in a real rush. */
const RUSH_MS = 2.5 * PROCESSING_MS;
/** Far above what any library takes; a worker that takes longer hangs. */
const LONGEST_WAIT_MS = 60_000;

export interface LibraryRowOptions {
  readonly instances: number;
  readonly seed: number;
  readonly tick: () => void;
}

/** All chapters of one library. Those that wait a lot run side by side, each with a server and a store of its own. */
export async function runLibrary(
  library: Library,
  chapters: readonly Chapter[],
  options: LibraryRowOptions
): Promise<Measured> {
  const around = library.around ?? ((run) => run());
  return around(async () => {
    const results: ChapterResult[] = [];
    const next = chapters.entries();
    const lane = async (): Promise<void> => {
      for (const [index, chapter] of next) results[index] = await runChapter(library, chapter, index, options);
    };
    await Promise.all(Array.from({ length: library.waits ? chapters.length : 1 }, lane));
    return {
      counts: addCounts(results.map(({ counts }) => counts)),
      served: results.reduce((sum, { served }) => sum + served, 0)
    };
  });
}

interface ChapterResult {
  readonly counts: Counts;
  readonly served: number;
}

async function runChapter(
  library: Library,
  chapter: Chapter,
  index: number,
  { instances, seed, tick }: LibraryRowOptions
): Promise<ChapterResult> {
  const provider = await Provider.start(`worker-${index}@peers.test`, seed + index);
  try {
    const app: App = { provider, store: createStore() };
    await library.authorize(app);
    const started: Instance[] = [];
    for (let i = 0; i < instances; i += 1) started.push(await library.start(app));
    let served = 0;
    for (const round of chapter) {
      served += await runRound(provider, started, round);
      if (provider.needsPerson) await library.authorize(app);
      tick();
    }
    return { counts: countChapter(provider.presentations), served };
  } finally {
    await provider.close();
  }
}

/** How many workers got a token that an API takes. */
async function runRound(
  provider: Provider,
  instances: readonly Instance[],
  { arrivals, loss }: Round
): Promise<number> {
  provider.expire();
  provider.lose(loss);
  const got = await Promise.all(
    arrivals.map(async (part, worker) => {
      await sleep(part * RUSH_MS);
      const token = await within(instances[worker % instances.length]?.token());
      return token !== null && provider.accepts(token);
    })
  );
  provider.lose(null);
  return got.filter(Boolean).length;
}

/** Null where the library failed with an error of its own. */
async function within(token: Promise<string> | undefined): Promise<string | null> {
  const hung = new AbortController();
  const limit = sleep(LONGEST_WAIT_MS, 'hung' as const, { signal: hung.signal, ref: false });
  try {
    const first = await Promise.race([
      Promise.resolve(token).then(
        (text) => ({ text: text ?? null }),
        () => null
      ),
      limit
    ]);
    if (first === 'hung') throw new Error(`A worker waited for more than ${LONGEST_WAIT_MS / 1000} s for a token.`);
    return first?.text ?? null;
  } finally {
    hung.abort();
    limit.catch(() => undefined);
  }
}
