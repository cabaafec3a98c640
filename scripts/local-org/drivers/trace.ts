/** What a schedule did, as people read it and as a machine replays it. */

export type StepKind = 'start' | 'run' | 'serve' | 'deliver' | 'retry' | 'timeout' | 'end' | 'fail' | 'time';

export interface TraceStep {
  readonly kind: StepKind;
  /** Milliseconds since the schedule began. */
  readonly at: number;
  readonly task: string;
  readonly detail: string;
}

const WORDS: Readonly<Record<StepKind, string>> = {
  start: 'starts',
  run: 'goes on after',
  serve: 'the server answers',
  deliver: 'hears of',
  retry: 'tries again for',
  timeout: 'gives up waiting for',
  end: 'ends',
  fail: 'fails:',
  time: 'time passes'
};

export function traceText(steps: readonly TraceStep[]): string {
  return steps
    .map(
      ({ kind, at, task, detail }, i) =>
        `${String(i + 1).padStart(4)}  +${at} ms  ${[task, WORDS[kind], detail].filter(Boolean).join(' ')}`
    )
    .join('\n');
}
