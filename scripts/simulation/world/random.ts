import { seededBytes } from '../../local-org/boot/random';
import type { RandomSource } from '../../local-org/contracts/org';

/** Starts again whenever a schedule starts again, so that the same seed gives the same keys, salts and coin tosses. */
export class ReseededRandom implements RandomSource {
  #source: RandomSource;

  constructor(seed: number) {
    this.#source = seededBytes(seed);
  }

  reseed(seed: number): void {
    this.#source = seededBytes(seed);
  }

  next(): number {
    return this.#source.next();
  }

  bytes(length: number): Uint8Array {
    return this.#source.bytes(length);
  }
}
