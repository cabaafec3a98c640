/** Who decides what runs next. */

/** Picks one of `count` possibilities, by index; `labels` describes them when asked. */
export type Choose = (count: number, labels: () => readonly string[]) => number;

/** The same seed makes the same choices. */
export function seededChoice(seed: number): Choose {
  const random = seededRandom(seed);
  return (count) => Math.floor(random() * count);
}

/** Makes the choices of a recorded schedule; more choices than were recorded are an error unless `beyond` makes them. */
export function replayedChoice(choices: readonly number[], beyond?: Choose): Choose {
  let position = 0;
  return (count, labels) => {
    const choice = choices[position];
    position += 1;
    if (choice === undefined) {
      if (beyond) return beyond(count, labels);
      throw new Error(
        `The schedule has ${choices.length} choices, but the run asks for more: it no longer fits the program.`
      );
    }
    if (choice >= count) {
      throw new Error(
        `Choice ${position} of the schedule is ${choice}, but there are only ${count}: ${labels().join(' | ')}.`
      );
    }
    return choice;
  };
}

/** Uniform in [0, 1): mulberry32, 32 bits of state, good enough to scatter schedules. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
