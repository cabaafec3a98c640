import { runningClock } from '../clock';

it('runs on from where it was when the clock beneath it is set back', () => {
  let laptop = 10_000;
  const clock = runningClock(() => laptop);
  const seen = [10_000, 10_500, 4_000, 4_200].map((time) => {
    laptop = time;
    return clock.now();
  });
  clock.advance(50);

  expect([...seen, clock.now()]).toEqual([10_000, 10_500, 10_500, 10_700, 10_750]);
});
