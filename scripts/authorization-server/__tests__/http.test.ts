import { get } from 'node:http';

import { runningClock } from '../../local-org/contracts/clock';
import type { FaultAction } from '../faults';
import { type HttpOptions, type RunningServer, startAuthorizationServer } from '../http';
import { type AuthorizationServer, createAuthorizationServer } from '../server';
import { TOKEN_PATTERN } from '../tokens';
import { authorizeTarget, CALLBACK, VERIFIER } from './support';

const clock = runningClock();
let running: RunningServer | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

async function start(action: FaultAction | null = null, options: Partial<HttpOptions> = {}): Promise<Client> {
  const clients = [{ id: 'app', redirectUris: [CALLBACK], addresses: ['::1', '127.0.0.1'] }];
  const server = createAuthorizationServer({ clients });
  if (action !== null) server.faults.add({ match: { grantType: 'refresh_token' }, occurrence: 1, action });
  running = await startAuthorizationServer({ server, clock, ...options });
  return new Client(running.url, server);
}

class Client {
  constructor(
    readonly url: string,
    readonly server: AuthorizationServer
  ) {}

  async post(form: Record<string, string>, signal: AbortSignal | null = null): Promise<Response> {
    const body = new URLSearchParams({ client_id: 'app', ...form });
    return fetch(`${this.url}/services/oauth2/token`, { method: 'POST', body, signal });
  }

  async refresh(token: string, signal: AbortSignal | null = null): Promise<Response> {
    return this.post({ grant_type: 'refresh_token', refresh_token: token }, signal);
  }

  async grant(): Promise<Record<string, string>> {
    const decision = new URLSearchParams({ decision: 'allow' });
    const target = this.url + authorizeTarget();
    const answer = await fetch(target, { method: 'POST', body: decision, redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER };
    return members(await this.post(form));
  }
}

async function members(response: Response): Promise<Record<string, string>> {
  return (await response.json()) as Record<string, string>;
}

describe('over HTTP', () => {
  it('goes from consent to rotation to reuse, after which the family is dead', async () => {
    const client = await start();
    const first = await client.grant();
    const second = await members(await client.refresh(first['refresh_token'] ?? ''));
    const api = { headers: { authorization: `Bearer ${second['access_token']}` } };

    expect(first['instance_url']).toBe(client.url);
    expect((await fetch(`${client.url}/services/data/v65.0/`, api)).status).toBe(200);
    expect((await client.refresh(first['refresh_token'] ?? '')).status).toBe(400);
    expect((await client.refresh(second['refresh_token'] ?? '')).status).toBe(400);
    expect((await fetch(`${client.url}/services/data/v65.0/`, api)).status).toBe(401);
  });

  it('shows the consent page under a policy that lets nothing run', async () => {
    const { url } = await start();
    const page = await fetch(url + authorizeTarget());

    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('asks for access');
  });

  it('shows the journal, without tokens', async () => {
    const client = await start();
    await client.refresh((await client.grant())['refresh_token'] ?? '');
    const text = await (await fetch(`${client.url}/journal`)).text();

    expect(JSON.parse(text)).toMatchObject({ entries: [{ outcome: 'issued' }, { outcome: 'rotated' }] });
    expect(text).not.toMatch(TOKEN_PATTERN);
  });

  it('believes the socket, not a header, about the address', async () => {
    const client = await start();
    const { refresh_token: token = '' } = await client.grant();
    const body = new URLSearchParams({ client_id: 'app', grant_type: 'refresh_token', refresh_token: token });
    const headers = { 'x-client-address': '192.0.2.7' };

    expect((await fetch(`${client.url}/services/oauth2/token`, { method: 'POST', body, headers })).status).toBe(200);
  });

  it('never answers a dropped request', async () => {
    const client = await start({ kind: 'drop', processed: true });
    const { refresh_token: token = '' } = await client.grant();

    await expect(client.refresh(token, AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await client.refresh(token)).status).toBe(400);
  });

  it('resets the connection', async () => {
    const client = await start({ kind: 'reset', processed: false });
    const { refresh_token: token = '' } = await client.grant();

    await expect(client.refresh(token)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await client.refresh(token)).status).toBe(200);
  });

  it('breaks off in the middle of a body whose head has arrived', async () => {
    const client = await start({ kind: 'truncate', how: 'connection' });
    const { refresh_token: token = '' } = await client.grant();
    const answer = await client.refresh(token);

    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('breaks off an answer that has no body too', async () => {
    const client = await start();
    const { refresh_token: token = '' } = await client.grant();
    client.server.faults.add({ action: { kind: 'truncate', how: 'connection' } });
    const answer = await fetch(`${client.url}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token })
    });

    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('takes the time of a delay, and calls the token in use meanwhile', async () => {
    const client = await start({ kind: 'delay', ms: 300 });
    const { refresh_token: token = '' } = await client.grant();
    const started = performance.now();
    const slow = client.refresh(token).then((answer) => [answer.status, performance.now() - started] as const);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const contended = await members(await client.refresh(token));
    const [status, took] = await slow;

    expect(contended['error_description']).toBe('token request is already being processed');
    expect(status).toBe(200);
    expect(took).toBeGreaterThanOrEqual(290);
  });

  it('closes at once although requests hang', async () => {
    const client = await start({ kind: 'delay', ms: 60_000 });
    const { refresh_token: token = '' } = await client.grant();
    const hanging = client.refresh(token).then(
      () => 'answered',
      () => 'cut'
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await running?.close();
    running = null;

    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await hanging).toBe('cut');
  });

  it('answers only to names of this machine', async () => {
    const { url } = await start();
    const { hostname, port } = new URL(url);
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        const asked = get({ hostname, port, path: '/journal', headers: { host } }, (answer) => {
          resolve(answer.resume().statusCode);
        });
        asked.once('error', reject);
      });

    expect(await Promise.all(['evil.example.test', '127.0.0.1.example.test', 'localhost'].map(status))).toEqual([
      421, 421, 200
    ]);
  });

  it('refuses a body that is too large in the shape of its other refusals, and records nothing', async () => {
    const client = await start();
    const answer = await client.refresh('x'.repeat(300_000));

    expect(answer.status).toBe(413);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await members(answer)).toMatchObject({ error: 'invalid_request' });
    expect(await (await fetch(`${client.url}/journal`)).json()).toEqual({ entries: [] });
  });

  it('lets many requests wait at once without piling up listeners', async () => {
    const warned = jest.fn();
    process.on('warning', warned);
    const client = await start({ kind: 'delay', ms: 50 });
    const { refresh_token: token = '' } = await client.grant();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.refresh(token)));
    process.off('warning', warned);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(warned).not.toHaveBeenCalled();
  });
});
