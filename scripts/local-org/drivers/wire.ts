/** A callout on its way to a pure server and back, in phases between which other transactions may run. */
import type { Clock } from '../contracts/clock';
import type { CalloutEffect } from '../contracts/effect';
import type {
  PureServer,
  ServedResponse,
  TransportFailure,
  TransportResult,
  WireRequest
} from '../contracts/transport';

/** Lets a test cut the wire before the server sees the request. */
export type WireFault = (request: WireRequest) => TransportFailure | undefined;

export class Exchange {
  readonly deadline: number;
  #served: { readonly response: ServedResponse; readonly due: number } | undefined;
  #failure: TransportFailure | undefined;

  constructor(
    readonly effect: CalloutEffect,
    now: number
  ) {
    this.deadline = now + effect.timeoutMs;
  }

  get isServed(): boolean {
    return this.#served !== undefined || this.#failure !== undefined;
  }

  /** The server's own step: it sees the time at which it is reached, not that of the sending. */
  serve(server: PureServer, clock: Clock, fault: WireFault | undefined): void {
    const { request } = this.effect;
    this.#failure = fault?.(request);
    if (this.#failure) return;
    const response = server.handle(request, clock);
    this.#served = { response, due: clock.now() + response.delayMs };
  }

  /** When the sender hears something, or gives up. */
  get due(): number {
    if (this.#failure) return 0;
    const arrives = !this.#served || this.#served.response.connection === 'drop' ? Infinity : this.#served.due;
    return Math.min(arrives, this.deadline);
  }

  result(now: number): TransportResult {
    if (this.#failure) return { ok: false, failure: this.#failure };
    const served = this.#served;
    if (!served || served.response.connection === 'drop' || served.due > now) {
      return { ok: false, failure: { kind: 'read-timeout', detail: `no answer within ${this.effect.timeoutMs} ms` } };
    }
    const { connection, response } = served.response;
    if (connection === 'deliver') return { ok: true, response };
    const detail = connection === 'reset' ? 'the connection was cut' : 'the answer ended before its end';
    return { ok: false, failure: { kind: 'reset', detail } };
  }

  get title(): string {
    const { method, url } = this.effect.request;
    return `${method} ${new URL(url).pathname}`;
  }
}
