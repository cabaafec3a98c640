import type { Transport, TransportFailure, TransportResult, WireRequest } from '../contracts/transport';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What Node says when it fails before the request was written, and when it may have been. */
const FAILURES: Readonly<Record<string, TransportFailure['kind']>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_HEADERS_TIMEOUT: 'read-timeout',
  UND_ERR_BODY_TIMEOUT: 'read-timeout',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls'
};

/** Real HTTP, to this machine only: a laptop's org must not reach out with anybody's tokens. */
export function loopbackTransport(): Transport {
  return {
    async send(request, timeoutMs): Promise<TransportResult> {
      const { hostname } = new URL(request.url);
      if (!LOOPBACK.test(hostname)) {
        return failed('unknown-host', `${hostname}: the local org calls loopback addresses only.`);
      }
      try {
        return { ok: true, response: await call(request, timeoutMs) };
      } catch (error) {
        return failureOf(error, timeoutMs);
      }
    }
  };
}

async function call(request: WireRequest, timeoutMs: number) {
  const body = request.body.length > 0 ? Buffer.from(request.body) : null;
  const response = await fetch(request.url, {
    method: request.method,
    headers: { ...request.headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs)
  });
  return {
    status: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer())
  };
}

function failureOf(error: unknown, timeoutMs: number): TransportResult {
  if (error instanceof Error && error.name === 'TimeoutError')
    return failed('read-timeout', `no answer within ${timeoutMs} ms`);
  const code = codeOf(error);
  const kind = code === undefined ? undefined : FAILURES[code];
  // Unknown failures count as "may have been sent": the safe reading for whoever must not send twice.
  return failed(kind ?? 'reset', code ?? String(error));
}

function codeOf(error: unknown): string | undefined {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return undefined;
}

function failed(kind: TransportFailure['kind'], detail: string): TransportResult {
  return { ok: false, failure: { kind, detail } };
}
