import type { Clock } from './clock';
import type { FaultHook } from './fault';
import type { Schema } from './schema';

/**
 * One emulated org. All mutable state of the emulation hangs here or on a transaction, never on a module.
 * platform/ implements it; what only platform/ needs (store, queue, cache, events) is typed there, on its own class.
 */
export interface Org {
  /** 18 characters, fixed per instance. */
  readonly id: string;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly schema: Schema;
  readonly isSandbox: boolean;
  /** Mutable: tests and simulation install and remove it. */
  faults: FaultHook | undefined;
}

/** Every random choice of the emulation, so that a seed replays it. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  next(): number;
  /** For keys, salts and IVs. */
  bytes(length: number): Uint8Array;
}

export interface OrgUser {
  /** 18 characters. */
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly alias: string;
  /** 'Standard', 'AutomatedProcess', 'Guest' ... */
  readonly userType: string;
  readonly profileName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}
