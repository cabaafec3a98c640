import type { Problem } from '../contracts/program';
import type { At } from './ast';

/** Reports a problem of the file being worked on. */
export type Report = (at: At, rule: string, message: string) => void;

export interface ProblemList {
  readonly problems: readonly Problem[];
  reporter(file: string): Report;
}

/** Problems in the order found; the same message at the same place counts once. */
export function problemList(): ProblemList {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  return {
    problems,
    reporter: (file) => (at, rule, message) => {
      const id = `${file}:${at.line}:${at.column}:${message}`;
      if (seen.has(id)) return;
      seen.add(id);
      problems.push({ file, line: at.line, column: at.column, rule, message });
    }
  };
}

export function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
