import type { WireResponse } from '../local-org/contracts/transport';
import { consentPage, errorPage } from './consent-page';
import {
  ACCESS_DENIED,
  APP_MISSING,
  CHALLENGE_INVALID,
  CHALLENGE_MISSING,
  CLIENT_UNKNOWN,
  type Denial,
  FOREIGN_FORM,
  GET_OR_POST,
  isDenial,
  missing,
  REDIRECT_MISMATCH,
  REDIRECT_MISSING,
  REPEATED,
  RESPONSE_TYPE_UNSUPPORTED,
  SCOPE_INVALID,
  USER_UNKNOWN
} from './denials';
import { readParameters, repeats } from './exchange';
import { standing } from './gate';
import { html, redirect, refuse } from './responses';
import type { Client, ServerContext, User } from './state';
import { codeText } from './tokens';
import type { Visit } from './visit';

interface Wish {
  readonly client: Client;
  readonly user: User;
  readonly redirectUri: string;
}

const CHALLENGE = /^[A-Za-z0-9\-_]{43}$/;

/** Asks the user, or carries out the decision. The request travels in the URL, so nothing is kept meanwhile. */
export function authorizeEndpoint(context: ServerContext, visit: Visit): WireResponse {
  const { method, form, foreign, path, queryText } = visit.exchange;
  if (method !== 'GET' && method !== 'POST') return refuse(GET_OR_POST);
  const posted = method === 'POST';
  if (posted && foreign) return html(FOREIGN_FORM.status, errorPage(FOREIGN_FORM));
  const query = readParameters(queryText);
  const wish = readWish(context, query);
  if (isDenial(wish)) return html(wish.status, errorPage(wish));
  const status = posted ? 303 : 302;
  const problem = requestProblem(context, wish, query);
  if (problem !== null) return answerClient(status, wish, query, denialParameters(problem));
  const scope = query.get('scope') ?? wish.client.scopes.join(' ');
  const decision = (posted ? form.get('decision') : null) ?? context.settings.consent;
  if (decision === 'deny') return answerClient(status, wish, query, denialParameters(ACCESS_DENIED));
  if (decision === 'allow') {
    return answerClient(status, wish, query, { code: issueCode(context, visit, wish, query, scope) });
  }
  if (posted) return refuse(missing('decision'));
  const action = `${path}?${queryText}`;
  const { client, user } = wish;
  return html(200, consentPage({ appName: client.name, username: user.username, scopes: scope.split(' '), action }));
}

/** What must be right before anything may be sent to the redirect URI. */
function readWish(context: ServerContext, query: URLSearchParams): Wish | Denial {
  const { clients, users } = context.state;
  if (repeats(query, 'client_id', 'redirect_uri')) return REPEATED;
  const client = clients.get(query.get('client_id') ?? '');
  if (client === undefined) return CLIENT_UNKNOWN;
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null) return REDIRECT_MISSING;
  if (!client.redirectUris.includes(redirectUri)) return REDIRECT_MISMATCH;
  const user = users.get(query.get('login_hint') ?? context.settings.defaultUsername);
  return user === undefined ? USER_UNKNOWN : { client, user, redirectUri };
}

function requestProblem({ state }: ServerContext, { client, user }: Wish, query: URLSearchParams): Denial | null {
  if (repeats(query)) return REPEATED;
  if (query.get('response_type') !== 'code') return RESPONSE_TYPE_UNSUPPORTED;
  if (!client.installed) return APP_MISSING;
  const scope = query.get('scope');
  if (scope !== null && !scope.split(' ').every((name) => client.scopes.includes(name))) return SCOPE_INVALID;
  return challengeProblem(client, query) ?? standing(state.organization, user);
}

function challengeProblem(client: Client, query: URLSearchParams): Denial | null {
  const challenge = query.get('code_challenge');
  if (challenge === null) return client.pkce === 'required' ? CHALLENGE_MISSING : null;
  return query.get('code_challenge_method') === 'S256' && CHALLENGE.test(challenge) ? null : CHALLENGE_INVALID;
}

function issueCode(
  { state, settings }: ServerContext,
  visit: Visit,
  { client, user, redirectUri }: Wish,
  query: URLSearchParams,
  scope: string
): string {
  const text = codeText(state.random);
  state.codes.set(text, {
    text,
    clientId: client.id,
    username: user.username,
    redirectUri,
    scope,
    challenge: query.get('code_challenge'),
    expiresAt: visit.at + settings.codeSeconds * 1_000,
    family: null
  });
  return text;
}

function denialParameters({ error, description }: Denial): Record<string, string> {
  return { error, error_description: description };
}

function answerClient(
  status: 302 | 303,
  { redirectUri }: Wish,
  query: URLSearchParams,
  parameters: Record<string, string>
): WireResponse {
  const state = query.get('state');
  const answer = new URLSearchParams(state === null ? parameters : { ...parameters, state });
  return redirect(status, `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${answer.toString()}`);
}
