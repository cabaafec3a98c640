/**
 * oidc-provider in a process of its own: it ships as ES modules only, which jest's sandbox does not load, and its
 * clock can be moved here without moving that of the test.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FromProvider, ProviderPlan, ToProvider } from './messages';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** What an operator reads in the log of the server: counted by the test. */
const EVENTS = [
  'access_token.issued',
  'grant.success',
  'grant.error',
  'grant.revoked',
  'refresh_token.saved',
  'refresh_token.consumed',
  'refresh_token.destroyed',
  'introspection.error',
  'revocation.error',
  'authorization.error',
  'server_error'
];

const realNow = Date.now;
let ahead = 0;
Date.now = () => realNow() + ahead;

function report(message: FromProvider): void {
  // A parent that is gone misses nothing: the disconnection ends this process.
  process.send?.(message, undefined, undefined, () => undefined);
}

function errorOf(detail: unknown): string | undefined {
  if (!(detail instanceof Error)) return undefined;
  const described = 'error_detail' in detail ? detail.error_detail : detail.message;
  return `${detail.message}: ${String(described)}`;
}

async function start(plan: ProviderPlan): Promise<void> {
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(plan.issuer, {
    clients: [
      {
        client_id: plan.clientId,
        client_secret: plan.clientSecret,
        redirect_uris: [plan.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic'
      }
    ],
    rotateRefreshToken: true,
    pkce: { required: () => true },
    // Its own pages for login and consent; they take any name.
    features: {
      devInteractions: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true }
    },
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: 14 * DAY_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      RefreshToken: 14 * DAY_SECONDS,
      Session: 14 * DAY_SECONDS
    },
    cookies: { keys: ['one key for one run'] }
  });
  for (const name of EVENTS) {
    provider.on(name, (...details) => {
      const error = details.map(errorOf).find((text) => text !== undefined);
      report({ happening: error === undefined ? { name } : { name, error } });
    });
  }
  const handle = provider.callback();
  const server = createServer((request, response) => {
    // Node writes this header by a clock of its own, which cannot be moved.
    response.setHeader('Date', new Date(Date.now()).toUTCString());
    handle(request, response);
  });
  server.listen(0, '127.0.0.1', () => report({ listening: (server.address() as AddressInfo).port }));
}

process.once('disconnect', () => process.exit());
process.on('message', (message: ToProvider) => {
  if ('advance' in message) {
    ahead += message.advance;
    report({ advanced: ahead });
  } else {
    start(message.start).catch((error: unknown) =>
      report({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    );
  }
});
