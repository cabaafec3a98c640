import type { WireResponse } from '../local-org/contracts/transport';
import { authenticateClient } from './clients';
import { type Denial, isDenial, missing, POST_ONLY, REPEATED, TOKEN_INVALID, TOKEN_TYPE_UNSUPPORTED } from './denials';
import { repeats } from './exchange';
import { endFamily, hasLiveRefresh, isLiveAccess, isLiveRefresh } from './grants';
import { recordTokenUse } from './recording';
import { answer, refuse } from './responses';
import type { AccessToken, RefreshToken, ServerContext } from './state';
import type { Visit } from './visit';

const TOKEN_TYPES = new Set(['access_token', 'refresh_token']);

/**
 * RFC 7009 with Salesforce's answers: 400 for what cannot be revoked, and no client authentication needed, since
 * whoever holds a token may give it up. Credentials that are sent must be right and own the token.
 */
export function revocationEndpoint(context: ServerContext, visit: Visit): WireResponse {
  const found = find(context, visit);
  if (isDenial(found)) {
    recordTokenUse(context, visit, 'revocation', 'denied', found);
    return refuse(found);
  }
  recordTokenUse(context, visit, 'revocation', 'revoked');
  revoke(context, found, visit.at);
  return answer(200, { 'cache-control': 'no-store' }, '');
}

type Found = { readonly refresh: RefreshToken } | { readonly access: AccessToken };

function find(context: ServerContext, visit: Visit): Found | Denial {
  const { state, settings } = context;
  const { exchange, at } = visit;
  if (exchange.method !== 'POST') return POST_ONLY;
  if (repeats(exchange.form)) return REPEATED;
  const anonymous = exchange.authorization === '' && !exchange.form.has('client_id');
  const caller = anonymous ? null : authenticateClient(context, exchange);
  if (caller !== null && isDenial(caller)) return caller;
  const text = exchange.form.get('token');
  if (text === null) return missing('token');
  if (!TOKEN_TYPES.has(exchange.form.get('token_type_hint') ?? 'access_token')) return TOKEN_TYPE_UNSUPPORTED;
  const refresh = state.refreshTokens.get(text);
  const access = state.accessTokens.get(text);
  const owner = (refresh ?? access)?.family.clientId;
  if (caller !== null && owner !== caller.id) return TOKEN_INVALID;
  if (refresh !== undefined) {
    const spentHandle = settings.revocationKills === 'grant' && refresh.family.ended === null;
    return spentHandle || isLiveRefresh(state, refresh, at) ? { refresh } : TOKEN_INVALID;
  }
  return access !== undefined && isLiveAccess(state, access, at) ? { access } : TOKEN_INVALID;
}

function revoke({ state, settings }: ServerContext, found: Found, at: number): void {
  const token = 'refresh' in found ? found.refresh : found.access;
  if (settings.revocationKills === 'grant') {
    endFamily(token.family, 'revoked', at);
    return;
  }
  token.revoked = true;
  if ('access' in found) return;
  // Without a living refresh token nothing is left of the grant; a grace may have left a sibling alive.
  if (!hasLiveRefresh(state, token.family, at)) endFamily(token.family, 'revoked', at);
}
