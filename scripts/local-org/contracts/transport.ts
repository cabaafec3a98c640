import type { Clock } from './clock';

/** One HTTP request, as both the local org and the authorization server see it. Header names are lower case. */
export interface WireRequest {
  readonly method: string;
  /** Absolute, with scheme and host. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  readonly reason: string;
  /** Names as the server writes them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Why no answer arrived. Whether the request reached the server is part of the kind, since that decides everything. */
export type TransportFailure =
  | { readonly kind: 'unknown-host' | 'connection-refused' | 'tls'; readonly detail: string }
  | { readonly kind: 'read-timeout' | 'reset'; readonly detail: string };

export type TransportResult =
  { readonly ok: true; readonly response: WireResponse } | { readonly ok: false; readonly failure: TransportFailure };

/** Carries a request to a server over real HTTP. Never rejects: failures are values. */
export interface Transport {
  send(request: WireRequest, timeoutMs: number): Promise<TransportResult>;
}

/**
 * A server as a pure function of request and time, so that simulation opens no socket.
 * `delayMs` is how long the server takes; `connection` what happens to the answer on its way back.
 */
export interface ServedResponse {
  readonly response: WireResponse;
  readonly delayMs: number;
  /** 'deliver' sends the whole answer, 'drop' never answers, 'reset' cuts the connection, 'truncate' cuts the body. */
  readonly connection: 'deliver' | 'drop' | 'reset' | 'truncate';
}

export interface PureServer {
  handle(request: WireRequest, clock: Clock): ServedResponse;
}
