import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

const PATIENCE_MS = 5_000;

/** How an answer gets lost: after the provider has processed the request, or before it ever saw it. */
export type Loss = 'processed' | 'never arrived';

/** One request as it passed by. Bodies hold tokens: they stay in the memory of the test. */
export interface Passage {
  readonly method: string;
  readonly path: string;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
  readonly status: number | null;
  readonly answer: string;
  readonly lost: Loss | null;
}

/** A wire between clients and a server on this machine that can be told to lose answers. */
export class LossyProxy {
  readonly passages: Passage[] = [];
  readonly #server: Server;
  #target = 0;
  #loss: { readonly path: string; readonly how: Loss } | null = null;
  #hold: { readonly path: string; readonly until: Promise<void>; readonly held: () => void } | null = null;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#relay(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<LossyProxy> {
    const proxy = new LossyProxy();
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where requests go on to; known only once the server behind has started, which has to know our address. */
  forwardTo(port: number): void {
    this.#target = port;
  }

  /** The answer to the next request to that path is lost. */
  loseNext(path: string, how: Loss): void {
    this.#loss = { path, how };
  }

  /** The answer to the next request to that path waits here, processed, until it is released. */
  holdNext(path: string): { readonly held: Promise<void>; readonly release: () => void } {
    let release = (): void => undefined;
    let arrived = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    const held = new Promise<void>((resolve) => (arrived = resolve));
    this.#hold = { path, until, held: arrived };
    return { held, release };
  }

  /** The requests to that path so far. */
  to(path: string): readonly Passage[] {
    return this.passages.filter((passage) => passage.path === path);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? '/', this.url);
    const body = await bytesOf(request);
    const lost = this.#loss?.path === path ? this.#loss.how : null;
    if (lost !== null) this.#loss = null;
    const { authorization } = request.headers;
    const form = new URLSearchParams(body.toString());
    const passage = { method: request.method ?? 'GET', path, form, authorization, lost };
    if (lost === 'never arrived') {
      this.passages.push({ ...passage, status: null, answer: '' });
      response.destroy();
      return;
    }
    const hold = this.#hold?.path === path ? this.#hold : null;
    if (hold !== null) this.#hold = null;
    const answer = await this.#forward(request, body);
    const content = await bytesOf(answer);
    this.passages.push({ ...passage, status: answer.statusCode ?? null, answer: content.toString() });
    hold?.held();
    await hold?.until;
    if (lost === 'processed') {
      response.destroy();
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
  }

  /** With the Host header as it came: the server names its endpoints by it. */
  #forward(request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const { method, headers, url: path } = request;
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#target, method, path, headers, timeout: PATIENCE_MS };
      const onward = send({ ...options, agent: false }, resolve);
      onward.once('timeout', () => onward.destroy(new Error(`No answer within ${PATIENCE_MS} ms.`)));
      onward.once('error', reject);
      onward.end(body);
    });
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
