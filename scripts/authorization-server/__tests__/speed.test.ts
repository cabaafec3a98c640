import { Bench, pairOf } from './support';

/** The goal is above 20,000 a second; the bound only catches costs of another order, on whatever machine. */
const LEAST_PER_SECOND = 5_000;
const REFRESHES = 5_000;

it('refreshes thousands of times a second', () => {
  const bench = new Bench();
  let { refresh } = bench.grant();
  const started = performance.now();
  for (let i = 0; i < REFRESHES; i++) ({ refresh } = pairOf(bench.refresh(refresh)));
  const seconds = (performance.now() - started) / 1_000;

  expect(bench.families()[0]?.generation).toBe(REFRESHES + 1);
  expect(REFRESHES / seconds).toBeGreaterThan(LEAST_PER_SECOND);
});

it('is created in well under a millisecond', () => {
  const started = performance.now();
  for (let i = 0; i < 1_000; i++) new Bench();

  expect(performance.now() - started).toBeLessThan(500);
});
