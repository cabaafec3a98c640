import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireRequest } from '../../contracts/transport';
import { loopbackTransport } from '../loopback-transport';

interface Seen {
  readonly method: string;
  readonly headers: readonly string[];
  readonly body: string;
}

type Answer = (response: ServerResponse, seen: Seen) => void;

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/redirect': (response) => response.writeHead(302, { location: '/echo' }).end('moved'),
  '/names': (response) => response.writeHead(200, { 'X-OdD': 'a', 'set-cookie': ['b=1', 'c=2'] }).end(),
  '/bytes': (response) => response.end(Buffer.of(0, 255, 10)),
  '/echo': (response, seen) => response.end(JSON.stringify(seen)),
  '/half': (response) => response.write('half', () => response.destroy()),
  '/reset': (response) => response.socket?.resetAndDestroy(),
  '/slow': (response) => response.write('begun'),
  '/huge': (response) => response.end(Buffer.alloc(13_000_000))
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const seen = { method: request.method ?? '', headers: request.rawHeaders, body: Buffer.concat(chunks).toString() };
  ANSWERS[request.url ?? '']?.(response, seen);
}

const send = (path: string, request: Partial<WireRequest> = {}, timeoutMs = 2_000) =>
  loopbackTransport().send(
    { method: 'GET', url: origin + path, headers: {}, body: new Uint8Array(), ...request },
    timeoutMs
  );

async function echo(request: Partial<WireRequest>): Promise<Seen> {
  const result = await send('/echo', request);
  if (!result.ok) throw new Error(result.failure.detail);
  return JSON.parse(Buffer.from(result.response.body).toString()) as Seen;
}

it('returns a redirect instead of following it', async () => {
  expect(await send('/redirect')).toMatchObject({ ok: true, response: { status: 302, reason: 'Found' } });
});

it('keeps the spelling of header names, joins what comes twice, and touches no byte of the body', async () => {
  expect(await send('/names')).toMatchObject({ response: { headers: { 'X-OdD': 'a', 'set-cookie': 'b=1, c=2' } } });
  expect(await send('/bytes')).toMatchObject({ response: { body: Uint8Array.of(0, 255, 10) } });
});

it('sends what it was given, adds nothing of its own, and says itself how long it is', async () => {
  const headers = { 'x-odd': '1', 'content-length': '99', 'transfer-encoding': 'chunked', host: 'elsewhere.example' };
  const seen = await echo({ method: 'DELETE', headers, body: Buffer.from('text') });

  expect(seen).toMatchObject({ method: 'DELETE', body: 'text' });
  expect(seen.headers.map((text) => text.toLowerCase()).sort()).toEqual(
    ['x-odd', '1', 'content-length', '4', 'host', origin.slice(7), 'connection', 'close'].sort()
  );
});

it('waits for consent before the body where the request asks for it', async () => {
  expect(await echo({ method: 'POST', headers: { expect: '100-continue' }, body: Buffer.from('text') })).toMatchObject({
    body: 'text'
  });
});

it.each([
  ['/half', 'reset'],
  ['/reset', 'reset'],
  ['/slow', 'read-timeout']
])('tells how an answer was lost: %s', async (path, kind) => {
  expect(await send(path, {}, 200)).toMatchObject({ ok: false, failure: { kind } });
});

it.each([
  ['http://127.0.0.1:1/', 'connection-refused'],
  ['http://127.0.0.1:99999/', 'unknown-host'],
  ['http://127.0.0.1.example.com/', 'unknown-host'],
  ['http://127.0.0.1@example.com/', 'unknown-host'],
  ['ftp://127.0.0.1/', 'unknown-host'],
  ['no address', 'unknown-host']
])('knows that nothing was sent to %s', async (url, kind) => {
  expect(await send('', { url })).toMatchObject({ ok: false, failure: { kind } });
});

it('reads no more than the platform would take', async () => {
  const result = await send('/huge');
  expect(result.ok && result.response.body.length).toBe(12_000_001);
});

it('has many requests on their way at once', async () => {
  const results = await Promise.all(Array.from({ length: 120 }, () => send('/bytes')));
  expect(results.filter(({ ok }) => ok)).toHaveLength(120);
});
