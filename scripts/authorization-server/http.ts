import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import type { Clock } from '../local-org/contracts/clock';
import type { ServedResponse, WireRequest } from '../local-org/contracts/transport';
import { ADDRESS_HEADER } from './exchange';
import type { AuthorizationServer } from './server';
import { Waits } from './waits';

export interface HttpOptions {
  readonly server: AuthorizationServer;
  /** Must run, since answers take real time: with a clock that stands still a token in use stays in use. */
  readonly clock: Clock;
  /** By default one that is free. */
  readonly port?: number;
  /** Awaited when a request has been processed and its answer is about to leave: holds it for as long as it likes. */
  readonly beforeAnswer?: (request: WireRequest) => Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  /** Cuts what is still open. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const OWN_NAMES: ReadonlySet<string> = new Set([HOST, 'localhost']);
const LARGEST_BODY = 256 * 1024;

/** Puts the pure server on a real socket of this machine, faults included. */
export async function startAuthorizationServer(options: HttpOptions): Promise<RunningServer> {
  const { server, clock } = options;
  const app = createApp();
  const waits = new Waits();
  app.get('/journal', (_request, reply) => {
    server.flushLate(clock);
    return reply.header('cache-control', 'no-store').send({ entries: server.journal.entries() });
  });
  app.all('/*', async (request, reply) => {
    const wire = toWire(request);
    const served = server.handle(wire, clock);
    await waits.for(served.delayMs);
    if (options.beforeAnswer !== undefined) await waits.until(options.beforeAnswer(wire));
    return deliver(waits.over ? { ...served, connection: 'drop' } : served, reply);
  });
  const url = await app.listen({ host: HOST, port: options.port ?? 0 });
  return {
    url,
    async close() {
      waits.end();
      await app.close();
    }
  };
}

/** What never reaches the pure server is refused here, in the same shape. */
function createApp(): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, bodyLimit: LARGEST_BODY });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    // A foreign site can point a name of its own at this machine, and would speak as a page of this server.
    if (!OWN_NAMES.has(request.hostname)) await sendError(reply, 421, `this server answers at ${HOST} only`);
  });
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    sendError(reply, error.statusCode ?? 500, error.message)
  );
  return app;
}

function sendError(reply: FastifyReply, status: number, description: string): FastifyReply {
  const error = status < 500 ? 'invalid_request' : 'server_error';
  return reply.code(status).header('cache-control', 'no-store').send({ error, error_description: description });
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
    const body = response.body.length === 0 ? undefined : Buffer.from(response.body);
    return reply.code(response.status).headers(response.headers).send(body);
  }
  reply.hijack();
  if (connection === 'reset') reply.raw.socket?.resetAndDestroy();
  if (connection === 'truncate') {
    // Promises at least one byte more than it sends, also of an answer that has no body.
    const { length } = response.body;
    reply.raw.writeHead(response.status, { ...response.headers, 'content-length': Math.max(1, length) }).flushHeaders();
    reply.raw.write(response.body.subarray(0, length >> 1));
    reply.raw.socket?.end();
  }
  return reply;
}
