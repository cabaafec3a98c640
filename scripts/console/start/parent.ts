const LOOK_EVERY_MS = 1_000;

/** npm runs a script through a shell. Told to end, that shell ends without a word to what it runs. */
export function whenParentEnds(end: () => void, lookEveryMs = LOOK_EVERY_MS): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, lookEveryMs);
  look.unref();
}
