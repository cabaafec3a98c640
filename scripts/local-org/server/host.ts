import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ConsoleBackend, InvokeFailure } from './backend';
import { openEventStream } from './event-stream';
import { readBelow } from './files';
import { Refusal, sendFailure } from './refusal';
import { renderShell, SHELL_CSS, type ConsoleShell, type ShellPage } from './shell';
import { runningUser, userCookie, visitor } from './users';

const LOOPBACK = '127.0.0.1';
/** Nothing from elsewhere runs here, nobody frames or embeds the console, and no address of a page is told to others. */
const SHIELDS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff'
} as const;
/** More than any call of the console needs; the platform's own limit is of this order. */
const MOST_BODY_BYTES = 1_000_000;
const NAME = /^[A-Za-z]\w{0,79}$/;
const REFUSED_STATUS = { 'unknown-method': 404, 'no-access': 403, 'bad-parameters': 400 } as const;
const DESIGN_SYSTEM = resolve(__dirname, '../../../node_modules/@salesforce-ux/design-system/assets');

export interface ConsoleHostOptions {
  readonly backend: ConsoleBackend;
  /** The folder of the bundled pages. */
  readonly bundle: string;
  /** Namespace of the package, which browsers see in event names; empty for none. */
  readonly namespace: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Hears that the org itself failed, after the page was told. */
  readonly onFault?: (error: unknown) => void;
}

export interface ConsoleHost {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the console on the loopback interface until it is closed. */
export async function startConsoleHost(options: ConsoleHostOptions): Promise<ConsoleHost> {
  const app = createConsoleApp(options);
  const url = await app.listen({ host: LOOPBACK, port: options.port ?? 0 });
  return { url, close: () => app.close() };
}

/** The same without a socket, for tests. */
export function createConsoleApp(options: ConsoleHostOptions): FastifyInstance {
  const app = fastify({ bodyLimit: MOST_BODY_BYTES, forceCloseConnections: true });
  const events = openEventStream(options.backend, options.namespace);
  app.addHook('preClose', async () => events.close());
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SHIELDS);
    guardHost(request.hostname);
    guardOrigin(request);
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(reply, error));
  app.setNotFoundHandler((request, reply) =>
    sendFailure(reply, 404, { message: `The console has nothing at ${request.url}.`, exceptionType: 'NotFound' })
  );
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  );
  addPages(app, options);
  addApex(app, options);
  // A stream has no end, and an answer to HEAD would wait for it.
  app.get('/events', { exposeHeadRoute: false }, (_request, reply) => {
    events.add(reply.raw);
    reply.hijack();
  });
  return app;
}

/** A foreign web site can point a name of its own at this machine; it must not reach the org that way. */
function guardHost(hostname: string): void {
  if (hostname !== LOOPBACK && hostname !== 'localhost') {
    throw new Refusal(403, 'ForeignHost', `The console answers at ${LOOPBACK} only. Open the address it printed.`);
  }
}

/** Browsers say for which site they ask, except when somebody merely follows a link; what is no browser says nothing. */
function guardOrigin({ headers, host }: FastifyRequest): void {
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    throw new Refusal(403, 'ForeignOrigin', "Another site's page asked for this. Use the console's own pages.");
  }
}

function addPages(app: FastifyInstance, { backend, bundle }: ConsoleHostOptions): void {
  const shell = JSON.parse(readFileSync(join(bundle, 'shell.json'), 'utf8')) as ConsoleShell;
  const send = (reply: FastifyReply, page: ShellPage | undefined, cookies: string | undefined): FastifyReply => {
    if (!page) throw new Refusal(404, 'NotFound', 'The app has no such page. Choose one of its tabs.');
    const users = backend.users();
    const orgNow = backend.now?.() ?? Date.now();
    return reply
      .type('text/html; charset=utf-8')
      .send(renderShell({ shell, page, users, user: visitor(users, cookies), orgNow }));
  };
  const named = (name: unknown): ShellPage | undefined => shell.pages.find((page) => page.name === name);
  app.get('/', (request, reply) => send(reply, shell.pages[0], request.headers.cookie));
  app.get<{ Params: { name: string } }>('/page/:name', (request, reply) =>
    send(reply, named(request.params.name), request.headers.cookie)
  );
  app.post<{ Body: unknown }>('/user', (request, reply) => {
    const form = asObject(request.body);
    const cookie = userCookie(backend.users(), form?.['user']);
    return reply
      .header('set-cookie', cookie)
      .redirect(`/page/${named(form?.['page'])?.name ?? shell.pages[0]?.name}`, 303);
  });
  app.get('/assets/shell.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(SHELL_CSS));
  for (const [prefix, folder] of [
    ['bundle', bundle],
    ['slds', DESIGN_SYSTEM]
  ] as const) {
    app.get<{ Params: { '*': string } }>(`/assets/${prefix}/*`, async (request, reply) => {
      const { content, type } = await readBelow(folder, request.params['*']);
      return reply.type(type).send(content);
    });
  }
}

function addApex(app: FastifyInstance, { backend, onFault }: ConsoleHostOptions): void {
  app.post<{ Params: { className: string; methodName: string }; Body: unknown }>(
    '/apex/:className/:methodName',
    async (request, reply) => {
      const { className, methodName } = request.params;
      if (!NAME.test(className) || !NAME.test(methodName)) {
        throw new Refusal(404, 'UnknownMethod', 'That is no name of an Apex class and method.');
      }
      // Forms of foreign sites cannot send this type, so they cannot act as the visitor.
      if (!request.headers['content-type']?.startsWith('application/json')) {
        throw new Refusal(415, 'NotJson', 'Parameters travel as application/json.');
      }
      const params = asObject(request.body);
      if (!params) throw new Refusal(400, 'BadParameters', 'The parameters must be one JSON object, by name.');
      const user = runningUser(backend.users(), request.headers.cookie);
      try {
        const result = await backend.invoke(user.id, className, methodName, params);
        return result.ok ? reply.send({ value: result.value ?? null }) : sendFailure(reply, statusOf(result), result);
      } catch (error) {
        reply.raw.once('finish', () => onFault?.(error));
        const message = `The local org failed: ${error instanceof Error ? error.message : String(error)}`;
        return sendFailure(reply, 500, { message, exceptionType: 'LocalOrgFault' });
      }
    }
  );
}

function statusOf(failure: InvokeFailure): number {
  return failure.refused ? REFUSED_STATUS[failure.refused] : 500;
}

function sendError(reply: FastifyReply, error: FastifyError | Refusal): FastifyReply {
  if (error instanceof Refusal)
    return sendFailure(reply, error.status, { message: error.message, exceptionType: error.type });
  const status = error.statusCode ?? 500;
  return sendFailure(reply, status, { message: error.message, exceptionType: error.code ?? 'InternalError' });
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
