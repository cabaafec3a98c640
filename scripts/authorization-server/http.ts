import { setTimeout as sleep } from 'node:timers/promises';

import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

import type { Clock } from '../local-org/contracts/clock';
import type { ServedResponse, WireRequest } from '../local-org/contracts/transport';
import { ADDRESS_HEADER } from './exchange';
import type { AuthorizationServer } from './server';

export interface HttpOptions {
  readonly server: AuthorizationServer;
  /** Must run, since answers take real time: with a clock that stands still a token in use stays in use. */
  readonly clock: Clock;
  /** By default one that is free. */
  readonly port?: number;
  /** Awaited when a request has been processed and its answer is about to leave: holds it for as long as it likes. */
  readonly beforeAnswer?: (request: WireRequest) => Promise<void>;
  /** Opens POST /clock/advance {"milliseconds": n}, for browser tests. */
  readonly allowClock?: boolean;
}

export interface RunningServer {
  readonly url: string;
  /** Cuts what is still open. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const LARGEST_BODY = 256 * 1024;

/** Puts the pure server on a real socket of this machine, faults included. */
export async function startAuthorizationServer(options: HttpOptions): Promise<RunningServer> {
  const { server, clock } = options;
  const app = fastify({ forceCloseConnections: true, bodyLimit: LARGEST_BODY });
  const closing = new AbortController();
  const closed = new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.get('/journal', () => {
    server.flushLate(clock);
    return { entries: server.journal.entries() };
  });
  if (options.allowClock === true) app.post('/clock/advance', (request, reply) => advance(clock, request, reply));
  app.all('/*', async (request, reply) => {
    const wire = toWire(request);
    const served = server.handle(wire, clock);
    await sleep(served.delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
    await Promise.race([options.beforeAnswer?.(wire), closed]);
    return deliver(closing.signal.aborted ? { ...served, connection: 'drop' } : served, reply);
  });
  const url = await app.listen({ host: HOST, port: options.port ?? 0 });
  return {
    url,
    async close() {
      closing.abort();
      await app.close();
    }
  };
}

function toWire(request: FastifyRequest): WireRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? '';
  const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
  return { method: request.method, url: `http://${request.host}${request.url}`, headers, body };
}

function deliver({ response, connection }: ServedResponse, reply: FastifyReply): FastifyReply {
  if (connection === 'deliver') {
    return reply.code(response.status).headers(response.headers).send(Buffer.from(response.body));
  }
  reply.hijack();
  if (connection === 'reset') reply.raw.socket?.resetAndDestroy();
  if (connection === 'truncate') {
    reply.raw.writeHead(response.status, { ...response.headers, 'content-length': response.body.length });
    const half = response.body.subarray(0, response.body.length >> 1);
    reply.raw.write(half, () => reply.raw.socket?.destroy());
  }
  return reply;
}

function advance(clock: Clock, request: FastifyRequest, reply: FastifyReply): FastifyReply | { now: number } {
  const milliseconds = readMilliseconds(request.body);
  if (milliseconds === null) {
    return reply.code(400).send({ error: 'Send {"milliseconds": n}, n being a number of at least 0.' });
  }
  clock.advance(milliseconds);
  return { now: clock.now() };
}

function readMilliseconds(body: unknown): number | null {
  try {
    const parsed: unknown = JSON.parse(String(body));
    if (typeof parsed !== 'object' || parsed === null || !('milliseconds' in parsed)) return null;
    return typeof parsed.milliseconds === 'number' && parsed.milliseconds >= 0 ? parsed.milliseconds : null;
  } catch {
    return null;
  }
}
