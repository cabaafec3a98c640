import { coalesce } from '../coalesce';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('makes one call of many within the pause, and another after it', () => {
  const work = jest.fn();
  const soon = coalesce(work, 100);
  soon.call();
  soon.call();
  jest.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);

  soon.call();
  jest.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
});

it('does nothing more once cancelled', () => {
  const work = jest.fn();
  const soon = coalesce(work, 100);
  soon.call();
  soon.cancel();
  jest.advanceTimersByTime(1000);
  expect(work).not.toHaveBeenCalled();
});
