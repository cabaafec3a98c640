import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ConsoleBackend, InvokeResult } from '../backend';
import { createConsoleApp } from '../host';

const ADMIN = { id: '005000000000001AAA', name: 'Ada <Admin>', alias: 'ada' };
const OBSERVER = { id: '005000000000002AAA', name: 'Olu', alias: 'olu' };
const JSON_TYPE = { 'content-type': 'application/json' };

let folder: string;
let app: FastifyInstance;
let invoke: jest.Mock<Promise<InvokeResult>, Parameters<ConsoleBackend['invoke']>>;
let onFault: jest.Mock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-host-'));
  const bundle = join(folder, 'bundle');
  mkdirSync(bundle);
  const pages = [
    { name: 'Second_Page', label: 'Second' },
    { name: 'First_Page', label: 'First' }
  ];
  writeFileSync(join(bundle, 'shell.json'), JSON.stringify({ appLabel: 'The app', pages }));
  writeFileSync(join(bundle, 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  invoke = jest.fn((..._call: Parameters<ConsoleBackend['invoke']>) =>
    Promise.resolve<InvokeResult>({ ok: true, value: [1] })
  );
  onFault = jest.fn();
  const backend: ConsoleBackend = {
    users: () => [OBSERVER, ADMIN],
    invoke,
    onPlatformEvent: () => () => undefined,
    now: () => 1_234
  };
  app = createConsoleApp({ backend, bundle, namespace: 'ns', onFault });
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const call = (url: string, payload: string, headers: Record<string, string> = JSON_TYPE) =>
  app.inject({ method: 'POST', url, payload, headers: { host: '127.0.0.1:1', ...headers } });
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: '127.0.0.1:1', ...headers } });

it('runs Apex as the first user, with parameters by name', async () => {
  const response = await call('/apex/Some/method', '{"uid":"a"}');
  expect(response.json()).toEqual({ value: [1] });
  expect(invoke).toHaveBeenCalledWith(OBSERVER.id, 'Some', 'method', { uid: 'a' });
});

it('runs Apex as the user the cookie names', async () => {
  await call('/apex/Some/method', '{}', { ...JSON_TYPE, cookie: `other=1; tokenward_user=${ADMIN.id}` });
  expect(invoke).toHaveBeenCalledWith(ADMIN.id, 'Some', 'method', {});
});

it('reports what Apex threw, with what can be done', async () => {
  invoke.mockResolvedValue({ ok: false, message: 'No.', exceptionType: 'System.Broken', actionable: { step: 1 } });
  const response = await call('/apex/Some/method', '{}');
  expect(response.statusCode).toBe(500);
  expect(response.json()).toEqual({
    body: { message: 'No.', exceptionType: 'System.Broken', actionable: { step: 1 } }
  });
});

it.each([
  ['unknown-method', 404],
  ['no-access', 403],
  ['bad-parameters', 400]
] as const)('reports what the org refused to run: %s', async (refused, status) => {
  invoke.mockResolvedValue({ ok: false, message: 'No.', exceptionType: 'System.Refused', refused });
  expect((await call('/apex/Some/method', '{}')).statusCode).toBe(status);
});

it('tells both page and starter that the org itself failed', async () => {
  const fault = new Error('Unsupported call: Foo.bar');
  invoke.mockRejectedValue(fault);
  const response = await call('/apex/Some/method', '{}');
  expect(response.json()).toMatchObject({ body: { exceptionType: 'LocalOrgFault' } });
  expect(onFault).toHaveBeenCalledWith(fault);
});

it.each([
  ['broken JSON', '/apex/Some/method', '{"uid":', JSON_TYPE, 400],
  ['a list for parameters', '/apex/Some/method', '[1]', JSON_TYPE, 400],
  ['text for parameters', '/apex/Some/method', '"a"', JSON_TYPE, 400],
  ['a form', '/apex/Some/method', 'uid=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', '/apex/Some/method', '{}', { 'content-type': 'text/plain' }, 415],
  ['a huge body', '/apex/Some/method', `{"uid":"${'x'.repeat(1_000_001)}"}`, JSON_TYPE, 413],
  ['a class that is no name', '/apex/So-me/method', '{}', JSON_TYPE, 404],
  ['a method that is no name', '/apex/Some/__proto__', '{}', JSON_TYPE, 404],
  ['an unknown user', '/apex/Some/method', '{}', { ...JSON_TYPE, cookie: 'tokenward_user=005x' }, 401],
  ['a foreign host name', '/apex/Some/method', '{}', { ...JSON_TYPE, host: 'evil.example:1' }, 403],
  ['a page of a foreign site', '/apex/Some/method', '{}', { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
  ['a page of another port', '/apex/Some/method', '{}', { ...JSON_TYPE, origin: 'http://127.0.0.1:2' }, 403],
  ['a page without an address', '/user', '{}', { ...JSON_TYPE, origin: 'null' }, 403],
  ['an unknown address', '/elsewhere', '{}', JSON_TYPE, 404]
])('refuses %s before any Apex runs', async (_what, url, payload, headers, status) => {
  const response = await call(url, payload, headers);
  expect(response.statusCode).toBe(status);
  expect(response.json()).toEqual({
    body: { message: expect.stringMatching(/\w/) as string, exceptionType: expect.stringMatching(/\w/) as string }
  });
  expect(invoke).not.toHaveBeenCalled();
});

it('runs Apex for its own pages, by whichever name they were opened', async () => {
  for (const host of ['127.0.0.1:1', 'localhost:1']) {
    await call('/apex/Some/method', '{}', { ...JSON_TYPE, host, origin: `http://${host}` });
  }
  expect(invoke).toHaveBeenCalledTimes(2);
});

it('lets no other site frame it, embed it or learn its addresses, refusals included', async () => {
  for (const response of [await get('/'), await get('/', { host: 'evil.example' })]) {
    expect(response.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff'
    });
  }
});

it('opens no stream for who only looks', async () => {
  const response = await app.inject({ method: 'HEAD', url: '/events', headers: { host: '127.0.0.1:1' } });
  expect(response.statusCode).toBe(404);
});

it('shows the first page, in the time of the org, with the running user chosen', async () => {
  const { body } = await get('/');
  expect(body).toContain('data-page="Second_Page" data-org-now="1234"');
  expect(body).toContain(`value="${OBSERVER.id}" selected`);
});

it('shows a page by its name', async () => {
  expect((await get('/page/First_Page')).body).toContain('<title>First | The app</title>');
});

it('writes names as text, not as markup', async () => {
  expect((await get('/')).body).toContain('Ada &#60;Admin&#62;');
});

it('lets a visitor with the cookie of an earlier start in', async () => {
  expect((await get('/', { cookie: 'tokenward_user=gone' })).body).toContain(`value="${OBSERVER.id}" selected`);
});

it('changes the running user and returns to the page', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await call('/user', `user=${ADMIN.id}&page=First_Page`, form);
  expect(response.headers).toMatchObject({
    location: '/page/First_Page',
    'set-cookie': `tokenward_user=${ADMIN.id}; Path=/; HttpOnly; SameSite=Strict`
  });
});

it('sets no cookie for a user the org does not have', async () => {
  const response = await call('/user', 'user=005x', { 'content-type': 'application/x-www-form-urlencoded' });
  expect(response.statusCode).toBe(400);
  expect(response.headers['set-cookie']).toBeUndefined();
});

it('serves the bundle and the design system', async () => {
  expect((await get('/assets/bundle/main.js')).body).toBe('export {};');
  const style = await get('/assets/slds/styles/salesforce-lightning-design-system.min.css');
  expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
});

it.each(['/assets/bundle/..%2Fsecret.js', '/assets/bundle/gone.js', '/assets/bundle/shell.json', '/page/None'])(
  'has nothing at %s',
  async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  }
);
