import { planRounds, ROUNDS_PER_CHAPTER } from '../plan';

const options = { rounds: 25, workers: 3, seed: 7, lostShare: 0.24 };
const rounds = planRounds(options).flat();

describe('the rounds of the peers', () => {
  it('lose as many processed answers as unprocessed ones', () => {
    const of = (loss: string) => rounds.filter((round) => round.loss === loss).length;

    expect([of('processed'), of('unprocessed')]).toEqual([3, 3]);
  });

  it('lose one answer of each kind however few they are, and none without faults', () => {
    const losses = (lostShare: number) =>
      planRounds({ ...options, rounds: 4, lostShare })
        .flat()
        .filter(({ loss }) => loss !== null).length;

    expect([losses(0.01), losses(0)]).toEqual([2, 0]);
  });

  it('never end a chapter on a loss, whose consequences nobody would see', () => {
    const heavy = planRounds({ ...options, lostShare: 0.9 });

    expect(heavy.map((chapter) => chapter.at(-1)?.loss)).toEqual([null, null, null]);
    expect(heavy.map((chapter) => chapter.length)).toEqual([ROUNDS_PER_CHAPTER, ROUNDS_PER_CHAPTER, 5]);
  });

  it('bring the workers at the same times with and without losses', () => {
    const times = (lostShare: number) =>
      planRounds({ ...options, lostShare })
        .flat()
        .map(({ arrivals }) => arrivals);

    expect(times(0.24)).toEqual(times(0));
    expect(times(0)[0]).not.toEqual(times(0)[1]);
  });

  it('depend on the seed', () => {
    const losses = (seed: number) =>
      planRounds({ ...options, seed })
        .flat()
        .map(({ loss }) => loss);

    expect(losses(8)).not.toEqual(losses(7));
    expect(losses(7)).toEqual(losses(7));
  });
});
