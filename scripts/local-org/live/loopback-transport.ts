import { request as sendHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as sendHttps } from 'node:https';
import type { Transport, TransportFailure, TransportResult, WireRequest, WireResponse } from '../contracts/transport';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** One byte more than any transaction may receive, so that it is refused there; what follows is not read. */
const MOST_BYTES = 12_000_001;
/** These say how the bytes travel, which is for whoever sends them to say. */
const FRAMING: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding'
]);

/** What Node says when it fails before the request was written. */
const UNSENT: Readonly<Record<string, TransportFailure['kind']>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  CERT_HAS_EXPIRED: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls'
};

/**
 * Real HTTP, to this machine only: a laptop's org must not reach out with anybody's tokens. No redirect is followed,
 * nothing is sent twice, and no connection is kept, since one that the server has just closed would lose a request.
 */
export function loopbackTransport(): Transport {
  return {
    async send(request, timeoutMs): Promise<TransportResult> {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url === undefined || !LOOPBACK.test(url.hostname) || !/^https?:$/.test(url.protocol)) {
        return failed('unknown-host', `${url?.hostname ?? request.url}: the local org calls loopback addresses only.`);
      }
      const patience = AbortSignal.timeout(timeoutMs);
      try {
        return { ok: true, response: await toResponse(await call(url, request, patience)) };
      } catch (error) {
        if (patience.aborted) return failed('read-timeout', `no answer within ${timeoutMs} ms`);
        // Unknown failures count as "may have been sent": the safe reading for whoever must not send twice.
        const code = (error as NodeJS.ErrnoException).code ?? String(error);
        return failed(UNSENT[code] ?? 'reset', code);
      }
    }
  };
}

function call(url: URL, { method, headers, body }: WireRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? sendHttps : sendHttp;
  const own = Object.entries(headers).filter(([name]) => !FRAMING.has(name.toLowerCase()));
  const framed = body.length > 0 || method === 'POST' || method === 'PUT' ? { 'content-length': body.length } : {};
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers: { ...Object.fromEntries(own), ...framed }, agent: false, signal });
    sent.on('error', reject).once('response', resolve);
    // The platform too waits for a server's consent where the request asks for it (Apex Developer Guide).
    if (/^100-continue$/i.test(headers['expect'] ?? '')) sent.once('continue', () => sent.end(body)).flushHeaders();
    else sent.end(body);
  });
}

async function toResponse(answer: IncomingMessage): Promise<WireResponse> {
  return {
    status: answer.statusCode ?? 0,
    reason: answer.statusMessage ?? '',
    headers: headersOf(answer.rawHeaders),
    body: await bytesOf(answer)
  };
}

/** Names as the server wrote them first, which code may list; what comes several times is joined. */
function headersOf(raw: readonly string[]): Record<string, string> {
  const found = new Map<string, readonly [string, string]>();
  for (let index = 0; index < raw.length; index += 2) {
    const [name = '', value = ''] = raw.slice(index, index + 2);
    const before = found.get(name.toLowerCase());
    found.set(name.toLowerCase(), before ? [before[0], `${before[1]}, ${value}`] : [name, value]);
  }
  return Object.fromEntries(found.values());
}

async function bytesOf(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= MOST_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, MOST_BYTES));
}

function failed(kind: TransportFailure['kind'], detail: string): TransportResult {
  return { ok: false, failure: { kind, detail } };
}
