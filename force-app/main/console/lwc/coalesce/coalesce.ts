export interface Coalesced {
  call(): void;
  cancel(): void;
}

/** Calls within the pause become one at its end: a sweep of hundreds must not mean hundreds of queries. */
export function coalesce(work: () => void, pauseMilliseconds: number): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    call: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, pauseMilliseconds);
    },
    cancel
  };
}
