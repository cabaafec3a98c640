import type { Decide } from './decide';

/** So many steps of the first transaction whose name holds the text; then the next line. */
export interface ScriptLine {
  readonly who: string;
  readonly steps: number;
}

/**
 * Follows a script for as long as it fits: a line whose transaction cannot go on is left behind. After the script,
 * whoever it has left in the middle of something waits for everybody else.
 */
export function scripted(lines: readonly ScriptLine[]): Decide {
  let position = 0;
  let made = 0;
  return ({ labels }) => {
    const options = labels();
    for (; position < lines.length; position += 1, made = 0) {
      const line = lines[position];
      const found = line && made < line.steps ? options.findIndex((label) => label.includes(line.who)) : -1;
      if (found < 0) continue;
      made += 1;
      return found;
    }
    return Math.max(
      0,
      options.findIndex((label) => !label.startsWith('run job') && !label.startsWith('time'))
    );
  };
}
