import type { CoverageSink } from '../../contracts/transaction';

/** A guess, but the same on every machine: real time would make a slow one fail where a fast one passes. */
const STATEMENTS_PER_MILLISECOND = 1000;

/**
 * Counts the statements of code that carries coverage probes, and passes the probes on. Of code compiled without them
 * only the turns of loops are counted, by the code itself, so that an endless loop ends with the CPU limit anyway.
 */
export class CpuMeter implements CoverageSink {
  readonly #recorder: CoverageSink | undefined;
  readonly #spend: (milliseconds: number) => void;
  #statements = 0;

  constructor(recorder: CoverageSink | undefined, spend: (milliseconds: number) => void) {
    this.#recorder = recorder;
    this.#spend = spend;
  }

  hit(file: number, line: number): void {
    this.#recorder?.hit(file, line);
    this.#statements += 1;
    if (this.#statements < STATEMENTS_PER_MILLISECOND) return;
    this.#statements = 0;
    this.#spend(1);
  }
}
