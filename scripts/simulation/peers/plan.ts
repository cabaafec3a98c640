import { seededRandom } from '../../local-org/drivers/choose';

export interface PlanOptions {
  readonly rounds: number;
  readonly workers: number;
  readonly seed: number;
  /** Which part of the rounds loses an answer: 0 in the rows without faults. */
  readonly lostShare: number;
}

/** 'processed' lets the server rotate before its answer is lost, 'unprocessed' loses the request itself. */
export type Loss = 'processed' | 'unprocessed';

export interface Round {
  /** When each worker comes, in parts of the time in which they all come. */
  readonly arrivals: readonly number[];
  /** What happens to the answer to the first presentation of the round. */
  readonly loss: Loss | null;
}

/** The rounds of one connection, which is authorized anew for them. */
export type Chapter = readonly Round[];

/** Short enough that a row can take its chapters side by side, long enough that what one round spoils shows later. */
export const ROUNDS_PER_CHAPTER = 10;

/** The same options give the same rounds to every row. Half of the losses are processed, and no chapter ends on one. */
export function planRounds({ rounds, workers, seed, lostShare }: PlanOptions): readonly Chapter[] {
  const random = seededRandom(seed);
  const eligible = Array.from({ length: rounds }, (_, round) => round).filter((round) => !endsChapter(round, rounds));
  const wanted = lostShare === 0 ? 0 : 2 * Math.max(1, Math.round((rounds * lostShare) / 2));
  const losses = new Map<number, Loss>();
  for (let i = 0; i < wanted && eligible.length > 0; i += 1) {
    const [round] = eligible.splice(Math.floor(random() * eligible.length), 1);
    if (round !== undefined) losses.set(round, i % 2 === 0 ? 'processed' : 'unprocessed');
  }
  // A stream of its own, so that workers come at the same times with and without losses.
  const coming = seededRandom(seed + 1);
  const all = Array.from({ length: rounds }, (_, round): Round => {
    return { arrivals: Array.from({ length: workers }, coming), loss: losses.get(round) ?? null };
  });
  return Array.from({ length: Math.ceil(rounds / ROUNDS_PER_CHAPTER) }, (_, chapter) =>
    all.slice(chapter * ROUNDS_PER_CHAPTER, (chapter + 1) * ROUNDS_PER_CHAPTER)
  );
}

function endsChapter(round: number, rounds: number): boolean {
  return (round + 1) % ROUNDS_PER_CHAPTER === 0 || round === rounds - 1;
}
