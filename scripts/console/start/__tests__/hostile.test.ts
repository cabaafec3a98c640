/** Some 200 answers that no honest provider sends to no honest page: none opens anything, each is refused in words. */
import * as fc from 'fast-check';
import type { Demo } from '../demo';
import { startDemo } from '../demo';

const START_MS = 60_000;
const SECRET = 'laptop-client-secret';
const CODE = 'aPrx-hostile-code';
const TYPES = /AuraHandledException|NoAccessException|InvalidRequest/;
const SEED = 20_260_501;

interface Answer {
  readonly status: number;
  readonly value?: unknown;
  readonly body?: { readonly message: string; readonly exceptionType: string };
}

let demo: Demo;
let uid: string;
let state: string;
let presentedBefore: number;

const presented = () =>
  demo.server.journal.presentations().filter(({ grantType }) => grantType === 'authorization_code').length;

async function call(className: string, method: string, parameters: object, cookie = ''): Promise<Answer> {
  const response = await fetch(`${demo.url}/apex/${className}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(parameters)
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const authorization = (method: string, parameters: object, cookie?: string) =>
  call('AuthorizationController', method, parameters, cookie);

async function begin(): Promise<string> {
  const { value } = await authorization('start', { uid, pageOrigin: demo.url, clientSecret: SECRET });
  return new URL(String(value)).searchParams.get('state') ?? '';
}

/** What is wrong with a refusal: it has to be a typed error that quotes neither secret, code nor state. */
function flaws(answer: Answer, what: string): string[] {
  const shown = JSON.stringify(answer);
  const refused = answer.status >= 400 && TYPES.test(answer.body?.exceptionType ?? '');
  const quoted = [SECRET, CODE, state].some((secret) => shown.includes(secret));
  return [...(refused ? [] : [`${what} was not refused`]), ...(quoted ? [`${what} was answered with a secret`] : [])];
}

/** Whether the honest authorization is still open and no code has been presented. */
async function untouched(): Promise<boolean> {
  const { value } = await authorization('look', { state });
  return (value as { status: string }).status === 'Open' && presented() === presentedBefore;
}

beforeAll(async () => {
  demo = await startDemo({ port: 0, progress: () => undefined, onFatal: () => undefined });
  const { value } = await call('ConnectionsController', 'getConnections', {});
  uid = (value as { uid: string }[])[0]?.uid ?? '';
  state = await begin();
  presentedBefore = presented();
}, START_MS);

afterAll(async () => {
  await demo?.close();
});

it('claims nothing for 120 states that were never issued', async () => {
  const found: string[] = [];
  const forged = fc.sample(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ minLength: 43, maxLength: 43 }),
      fc.constantFrom(null, '', ' ', '\u0000', '\ufffd\ufffd', "' OR Claimed__c = false", '%00', 'x'.repeat(5_000)),
      fc.nat(state.length - 1).map((length) => state.slice(0, length)),
      fc.constantFrom(state.toLowerCase(), state.toUpperCase(), `${state} `, `${state}=`, `${state}&state=x`)
    ),
    { numRuns: 120, seed: SEED }
  );
  for (const one of forged.filter((text) => text !== state)) {
    found.push(...flaws(await authorization('claim', { state: one, issuer: null }), `state ${JSON.stringify(one)}`));
  }
  expect(found).toEqual([]);
  expect(await untouched()).toBe(true);
});

it('takes no answer of 20 other issuers', async () => {
  const found: string[] = [];
  const issuers = fc.sample(fc.webUrl(), { numRuns: 16, seed: SEED });
  const twisted = [
    `${demo.providerUrl}.evil.example`,
    'javascript:alert(1)',
    '//evil.example',
    `${demo.providerUrl}@evil`
  ];
  for (const issuer of [...issuers, ...twisted]) {
    found.push(...flaws(await authorization('claim', { state, issuer }), `issuer ${issuer}`));
  }
  expect(found).toEqual([]);
  expect(await untouched()).toBe(true);
});

it('exchanges nothing for 30 authorizations that nobody claimed', async () => {
  const found: string[] = [];
  const ids = fc.sample(fc.stringMatching(/^a0[0-9][0-9A-Za-z]{12}$/), { numRuns: 26, seed: SEED });
  for (const authorizationId of [...ids, null, '', uid, 'not an id']) {
    const answer = await authorization('exchange', { state, authorizationId, code: CODE });
    found.push(...flaws(answer, `authorization ${authorizationId}`));
  }
  expect(found).toEqual([]);
  expect(await untouched()).toBe(true);
});

it('sends people to none of 24 foreign places', async () => {
  const found: string[] = [];
  const foreign = fc.sample(fc.webUrl({ withFragments: true }), { numRuns: 16, seed: SEED });
  const twisted = ['https://127.0.0.1', `${demo.url}/`, `${demo.url}@evil.example`, `${demo.url}.evil.example`];
  const odd = ['javascript:alert(1)', '//evil.example', null, ''];
  for (const pageOrigin of [...foreign, ...twisted, ...odd]) {
    found.push(
      ...flaws(await authorization('start', { uid, pageOrigin, clientSecret: SECRET }), `origin ${pageOrigin}`)
    );
  }
  expect(found).toEqual([]);
  expect(await untouched()).toBe(true);
});

it('changes nothing when the callback page is fetched, nor when its methods are', async () => {
  const query = new URLSearchParams({ state, code: CODE, iss: demo.providerUrl });
  const page = await fetch(`${demo.url}/page/Tokenward_Authorization?${query}`);
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).not.toContain(CODE);
  for (const method of ['claim', 'exchange', 'decline']) {
    expect((await fetch(`${demo.url}/apex/AuthorizationController/${method}?${query}`)).status).toBe(404);
  }
  expect(await untouched()).toBe(true);
});

it('opens nothing for somebody else', async () => {
  const found: string[] = [];
  const users = demo.live.engine.org.users.filter(({ alias }) => ['observer', 'integ'].includes(alias));
  expect(users).toHaveLength(2);
  for (const { id } of users) {
    const changed = await fetch(`${demo.url}/user`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ user: id })
    });
    const cookie = changed.headers.get('set-cookie')?.split(';')[0] ?? '';
    found.push(...flaws(await authorization('claim', { state, issuer: null }, cookie), `user ${id}`));
  }
  expect(found).toEqual([]);
  expect(await untouched()).toBe(true);
});

it('refuses a state that has served when it is replayed', async () => {
  const found: string[] = [];
  const own = await begin();
  expect((await authorization('claim', { state: own, issuer: null })).status).toBe(200);
  found.push(...flaws(await authorization('claim', { state: own, issuer: null }), 'replay'));
  const declined = await authorization('decline', { state: own, error: 'access_denied', description: CODE });
  found.push(...flaws(declined, 'declined afterwards'));
  expect(found).toEqual([]);
});
