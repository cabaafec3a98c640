import type { WireRequest } from '../../local-org/contracts/transport';

interface Held {
  /** Resolves when the provider has processed the refresh and would answer. */
  readonly held: Promise<void>;
  /** Lets the answer go. */
  release(): void;
}

interface Pending {
  readonly arrived: () => void;
  readonly released: Promise<void>;
}

/** Holds answers to refreshes for as long as a test needs a rotation to be in flight: by condition, not by time. */
export class HeldAnswers {
  private readonly pending: Pending[] = [];

  /** What the authorization server awaits before it answers. */
  async before({ body }: WireRequest): Promise<void> {
    if (new URLSearchParams(Buffer.from(body).toString()).get('grant_type') !== 'refresh_token') return;
    const next = this.pending.shift();
    next?.arrived();
    await next?.released;
  }

  /** Holds the answer to the next refresh. */
  holdRefresh(): Held {
    const handle: { arrived?: () => void; release?: () => void } = {};
    const held = new Promise<void>((resolve) => (handle.arrived = resolve));
    const released = new Promise<void>((resolve) => (handle.release = resolve));
    this.pending.push({ arrived: () => handle.arrived?.(), released });
    return { held, release: () => handle.release?.() };
  }
}
