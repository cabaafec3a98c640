/** One published event. `row` is the SObject as subscribers get it, ReplayId included. */
export interface PublishedEvent {
  readonly replayId: string;
  readonly objectName: string;
  readonly row: object;
  /** In a test, where nothing commits: false once the publishing was rolled back. */
  readonly stands?: () => boolean;
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
    return this.#all()
      .filter((c) => !c.busy && c.queue.length > 0)
      .map((c) => c.objectName);
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
    return this.#all().every((channel) => channel.queue.length === 0);
  }

  /** Only between deliveries: what a running one holds would be lost. */
  snapshot(): readonly PublishedEvent[] {
    if ([...this.#channels.values()].some(({ busy }) => busy)) {
      throw new Error('Events are being delivered: take the snapshot when the org is at rest.');
    }
    return this.pending();
  }

  /** Deliveries that run are over; the subscriptions start afresh. */
  restore(events: readonly PublishedEvent[]): void {
    this.#channels.clear();
    for (const event of events) this.publish(event);
  }

  pending(): readonly PublishedEvent[] {
    return this.#all().flatMap((channel) => channel.queue);
  }

  #all(): readonly Channel[] {
    const channels = [...this.#channels.values()];
    for (const channel of channels) channel.queue = channel.queue.filter((event) => event.stands?.() ?? true);
    return channels;
  }

  #channel(objectName: string): Channel {
    const known = this.#channels.get(objectName);
    if (known) return known;
    const fresh: Channel = { objectName, queue: [], busy: false, retries: 0, lastError: undefined };
    this.#channels.set(objectName, fresh);
    return fresh;
  }
}
