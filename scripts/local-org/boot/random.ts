import { randomBytes } from 'node:crypto';
import type { RandomSource } from '../contracts/org';
import { seededRandom } from '../drivers/choose';

/** The same seed gives the same keys, ids and coin tosses: for tests and simulation, never for real secrets. */
export function seededBytes(seed: number): RandomSource {
  const next = seededRandom(seed);
  return {
    next,
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256))
  };
}

/** Unpredictable: for an org that a person uses. */
export function systemRandom(): RandomSource {
  return {
    next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    bytes: (length) => new Uint8Array(randomBytes(length))
  };
}
