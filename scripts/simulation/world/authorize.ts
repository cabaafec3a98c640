import type { Waiting } from '../../local-org/contracts/effect';
import type { WireRequest, WireResponse } from '../../local-org/contracts/transport';
import type { OrgEngine } from '../../local-org/boot/boot';
import { ApexId } from '../../local-org/runtime/id';

export interface ConnectionPlan {
  readonly developerName: string;
  readonly label: string;
  readonly provider: string;
  /** Origin of the authorization server. */
  readonly host: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** What creating and authorizing a connection asks of whoever runs it: transactions of the package, and a browser's visit. */
export type AuthorizeStep =
  | { readonly kind: 'transaction'; readonly subject: string; readonly body: () => Waiting<unknown> }
  | { readonly kind: 'visit'; readonly request: WireRequest };

export const REDIRECT_URI = 'https://tokenward.example/apex/callback';

/** The real road: a record, PKCE, the provider's consent, claim, exchange. Returns the connection's id. */
export function* authorizeSteps(engine: OrgEngine, plan: ConnectionPlan): Generator<AuthorizeStep, string, unknown> {
  const call = (className: string, key: string, args: readonly unknown[]): AuthorizeStep => ({
    kind: 'transaction',
    subject: `${className}.${key.split('(')[0] ?? ''}`,
    body: () => engine.callStaticWaiting(`tokenward.${className}`, key, args)
  });
  const { developerName, label, provider, host, clientId, clientSecret } = plan;
  const id = yield call('SetupConnections', 'create(String,String,String,String,String)', [
    developerName,
    label,
    provider,
    host,
    clientId
  ]);
  if (!(id instanceof ApexId)) throw new Error(`The connection ${developerName} was not created.`);
  const url = yield call('Authorizations', 'start(Id,String,String)', [id, REDIRECT_URI, clientSecret]);
  const visit = yield { kind: 'visit', request: get(`${String(url)}&consent=allow`) };
  const { code, state } = answerOf(visit as WireResponse);
  const authorization = yield call('Authorizations', 'claim(String)', [state]);
  yield call('Authorizations', 'exchange(Id,String)', [authorization, code]);
  return id.value;
}

function get(url: string): WireRequest {
  return { method: 'GET', url, headers: {}, body: new Uint8Array() };
}

function answerOf(response: WireResponse): { code: string; state: string } {
  const location = response.headers['location'];
  const query = location === undefined ? undefined : new URL(location).searchParams;
  const code = query?.get('code');
  const state = query?.get('state');
  if (!code || !state) {
    throw new Error(`The authorization server answered ${response.status} instead of sending a code: ${query?.get('error') ?? ''}`);
  }
  return { code, state };
}
