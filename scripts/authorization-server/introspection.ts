import type { WireResponse } from '../local-org/contracts/transport';
import { authenticateClient } from './clients';
import { type Denial, isDenial, missing, POST_ONLY, REPEATED } from './denials';
import { repeats } from './exchange';
import { accessExpiry, isLiveAccess, isLiveRefresh, refreshExpiry } from './grants';
import { recordTokenUse } from './recording';
import { json, refuse } from './responses';
import type { AccessToken, Client, RefreshToken, ServerContext } from './state';
import type { Visit } from './visit';

/** RFC 7662. A token of another client is as inactive as one that never was. */
export function introspectionEndpoint(context: ServerContext, visit: Visit): WireResponse {
  const { exchange } = visit;
  if (exchange.method !== 'POST') return deny(context, visit, POST_ONLY);
  if (repeats(exchange.form)) return deny(context, visit, REPEATED);
  const caller = authenticateClient(context, exchange);
  if (isDenial(caller)) return deny(context, visit, caller);
  const text = exchange.form.get('token');
  if (text === null) return deny(context, visit, missing('token'));
  const found = caller.introspection === 'blind' ? null : describe(context, visit, caller, text);
  recordTokenUse(context, visit, 'introspection', found === null ? 'inactive' : 'active');
  return json(200, found === null ? { active: false } : { active: true, ...found });
}

function deny(context: ServerContext, visit: Visit, denial: Denial): WireResponse {
  recordTokenUse(context, visit, 'introspection', 'denied', denial);
  return refuse(denial);
}

/**
 * The claims of a live token of the caller. A frozen user's refresh token stays active, since unfreezing makes it
 * work again; the sessions are dead while it lasts.
 */
function describe(context: ServerContext, visit: Visit, caller: Client, text: string): object | null {
  const { state } = context;
  const refresh = state.refreshTokens.get(text);
  if (refresh !== undefined) {
    const live = refresh.family.clientId === caller.id && isLiveRefresh(state, refresh, visit.at);
    return live ? claims(context, visit, refresh, 'refresh_token', refreshExpiry(state, refresh)) : null;
  }
  const access = state.accessTokens.get(text);
  if (access?.family.clientId !== caller.id || !isLiveAccess(state, access, visit.at)) return null;
  return claims(context, visit, access, 'access_token', accessExpiry(state, access));
}

function claims(
  { state }: ServerContext,
  { exchange }: Visit,
  token: AccessToken | RefreshToken,
  type: 'access_token' | 'refresh_token',
  expiry: number
): object {
  const { family } = token;
  const issuedAt = seconds(token.issuedAt);
  return {
    scope: 'scope' in token ? token.scope : family.scope,
    client_id: family.clientId,
    username: family.username,
    sub: `${exchange.origin}/id/${state.organization.id}/${state.users.get(family.username)?.id ?? ''}`,
    token_type: type,
    iat: issuedAt,
    nbf: issuedAt,
    ...(expiry === Infinity ? {} : { exp: seconds(expiry) })
  };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
