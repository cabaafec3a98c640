import { setTimeout as sleep } from 'node:timers/promises';

/** What an app keeps of a grant. Times are those of the app's clock. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly issuedAt: number;
  /** Salesforce names no lifetime, so apps count from the session timeout that they know of. */
  readonly expiresAt: number;
}

/** Where all instances of an app keep their tokens: a database or a cache, a network away. */
export interface TokenStore {
  read(): Promise<TokenPair>;
  write(pair: TokenPair): Promise<void>;
}

const LATENCY_MS = 1;

/** The same for every library. It locks nothing and compares nothing, as key-value stores come. */
export function createStore(): TokenStore {
  let kept: TokenPair | undefined;
  return {
    async read() {
      await sleep(LATENCY_MS);
      if (kept === undefined) throw new Error('Nothing is stored yet: authorize before the first round.');
      return kept;
    },
    async write(pair) {
      await sleep(LATENCY_MS);
      kept = pair;
    }
  };
}
