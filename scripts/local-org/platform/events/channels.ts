/** One published event. `row` is the SObject as subscribers get it, ReplayId included. */
export interface PublishedEvent {
  readonly replayId: string;
  readonly objectName: string;
  readonly row: object;
}

interface Channel {
  readonly objectName: string;
  queue: PublishedEvent[];
  /** A subscription processes its events one batch at a time. */
  busy: boolean;
  retries: number;
  lastError: string | undefined;
}

/** The most events that one trigger run gets (Platform Events Developer Guide). */
const BATCH = 2000;
/** A trigger that throws RetryableException runs again at most nine times; after that its subscription stops. */
export const MAX_RETRIES = 9;

export interface Delivery {
  readonly objectName: string;
  readonly events: readonly PublishedEvent[];
  readonly retries: number;
  readonly lastError: string | undefined;
}

/** How a delivery ended: events up to and including `resumeAfter` are done; the rest come again. */
export type DeliveryOutcome =
  | { readonly kind: 'done'; readonly resumeAfter: string | undefined }
  | { readonly kind: 'retry'; readonly message: string }
  | { readonly kind: 'failed'; readonly resumeAfter: string | undefined };

/** Published events that wait for their Apex triggers. One per org, and one per running test. */
export class EventChannels {
  readonly #channels = new Map<string, Channel>();

  publish(event: PublishedEvent): void {
    this.#channel(event.objectName).queue.push(event);
  }

  /** Objects with a delivery to make. */
  ready(): readonly string[] {
    return [...this.#channels.values()].filter((c) => !c.busy && c.queue.length > 0).map((c) => c.objectName);
  }

  begin(objectName: string): Delivery {
    const channel = this.#channel(objectName);
    channel.busy = true;
    const { retries, lastError } = channel;
    return { objectName, events: channel.queue.slice(0, BATCH), retries, lastError };
  }

  end(delivery: Delivery, outcome: DeliveryOutcome): void {
    const channel = this.#channel(delivery.objectName);
    channel.busy = false;
    if (outcome.kind === 'retry' && channel.retries < MAX_RETRIES) {
      channel.retries += 1;
      channel.lastError = outcome.message;
      return;
    }
    channel.retries = 0;
    channel.lastError = undefined;
    const after = outcome.kind === 'retry' ? undefined : outcome.resumeAfter;
    const position = delivery.events.findIndex((event) => event.replayId === after);
    channel.queue = channel.queue.slice(position >= 0 ? position + 1 : delivery.events.length);
  }

  isEmpty(): boolean {
    return [...this.#channels.values()].every((channel) => channel.queue.length === 0);
  }

  pending(): readonly PublishedEvent[] {
    return [...this.#channels.values()].flatMap((channel) => channel.queue);
  }

  #channel(objectName: string): Channel {
    const known = this.#channels.get(objectName);
    if (known) return known;
    const fresh: Channel = { objectName, queue: [], busy: false, retries: 0, lastError: undefined };
    this.#channels.set(objectName, fresh);
    return fresh;
  }
}
