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

type Steps<T> = Generator<AuthorizeStep, T, unknown>;

/** The real road: a record, PKCE, the provider's consent, claim, exchange. Returns the connection's id. */
export function* authorizeSteps(engine: OrgEngine, plan: ConnectionPlan): Steps<string> {
  const id = yield* createSteps(engine, plan);
  yield* grantSteps(engine, id, plan.clientSecret);
  return id;
}

/** The record alone, as an admin leaves it before anybody has authorized it. */
export function* createSteps(engine: OrgEngine, plan: ConnectionPlan): Steps<string> {
  const { developerName, label, provider, host, clientId } = plan;
  const args = [developerName, label, provider, host, clientId];
  const id = yield call(engine, 'SetupConnections', 'create(String,String,String,String,String)', args);
  if (!(id instanceof ApexId)) throw new Error(`The connection ${developerName} was not created.`);
  return id.value;
}

/** Takes a connection through the provider's consent, for the first time or again. */
export function* grantSteps(engine: OrgEngine, id: string, clientSecret: string | null): Steps<void> {
  const url = yield call(engine, 'Authorizations', 'start(Id,String,String)', [
    ApexId.parse(id),
    REDIRECT_URI,
    clientSecret
  ]);
  const visit = yield { kind: 'visit', request: approval(String(url)) };
  const { code, state } = answerOf(visit as WireResponse);
  const authorization = yield call(engine, 'Authorizations', 'claim(String,String)', [state, null]);
  yield call(engine, 'Authorizations', 'exchange(Id,String)', [authorization, code]);
}

function call(engine: OrgEngine, className: string, key: string, args: readonly unknown[]): AuthorizeStep {
  return {
    kind: 'transaction',
    subject: `${className}.${key.split('(')[0] ?? ''}`,
    body: () => engine.callStaticWaiting(`tokenward.${className}`, key, args)
  };
}

/** What the button Allow of the consent page sends. */
function approval(url: string): WireRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url, headers, body: new TextEncoder().encode('decision=allow') };
}

function answerOf(response: WireResponse): { code: string; state: string } {
  const location = response.headers['location'];
  const query = location === undefined ? undefined : new URL(location).searchParams;
  const code = query?.get('code');
  const state = query?.get('state');
  if (!code || !state) {
    throw new Error(
      `The authorization server answered ${response.status} instead of sending a code: ${query?.get('error') ?? ''}`
    );
  }
  return { code, state };
}
