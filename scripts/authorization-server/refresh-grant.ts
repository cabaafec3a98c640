import { CONTENDED, type Denial, EXPIRED_TOKEN, missing, SCOPE_INVALID } from './denials';
import { barrier } from './gate';
import { endFamily, isLiveRefresh, issueAccessToken, issueRefreshToken, spend } from './grants';
import type { Client, RefreshToken, ServerContext } from './state';
import { type Decision, type Granted, refused, type Visit } from './visit';

/**
 * Presents a refresh token. The order is the law of this server: contention harms nothing, reuse is detected before
 * any circumstance is looked at, and circumstances bar without spending.
 */
export function refreshGrant(context: ServerContext, visit: Visit, client: Client): Decision {
  const presented = visit.exchange.form.get('refresh_token');
  if (presented === null) return refused(missing('refresh_token'));
  const token = context.state.refreshTokens.get(presented);
  if (token === undefined || token.family.clientId !== client.id) return refused(EXPIRED_TOKEN);
  if (visit.at < token.busyUntil) return refused(CONTENDED, 'contended', token);
  token.busyUntil = visit.busyUntil;
  return token.spentAt === null
    ? presentUnspent(context, visit, client, token)
    : presentSpent(context, visit, client, token, token.spentAt);
}

function presentUnspent(context: ServerContext, visit: Visit, client: Client, token: RefreshToken): Decision {
  if (!isLiveRefresh(context.state, token, visit.at)) return refused(EXPIRED_TOKEN, 'denied', token);
  const denial = bar(context, visit, client, token);
  if (denial !== null) return refused(denial, 'denied', token);
  token.lastUsedAt = visit.at;
  if (client.rotation === 'on') return rotate(context, visit, token, 'rotated');
  return grant(context, visit, token, client.rotation === 'echo' ? token : null, 'kept');
}

function presentSpent(
  context: ServerContext,
  visit: Visit,
  client: Client,
  token: RefreshToken,
  spentAt: number
): Decision {
  const { family } = token;
  const pardon = family.ended === null && !token.revoked ? pardonFor(context, visit.at, client, token, spentAt) : null;
  if (pardon === null) {
    endFamily(family, 'reuse', visit.at);
    return refused(EXPIRED_TOKEN, 'reused', token);
  }
  const denial = bar(context, visit, client, token);
  if (denial !== null) return refused(denial, 'denied', token);
  if (pardon === 'grace') return rotate(context, visit, token, 'graced');
  pardon.lastUsedAt = visit.at;
  return grant(context, visit, token, pardon, 'replayed');
}

/** What a lenient policy makes of a spent token: nothing, another exchange, or its living successor. */
function pardonFor(
  { state }: ServerContext,
  at: number,
  { reuse }: Client,
  token: RefreshToken,
  spentAt: number
): 'grace' | RefreshToken | null {
  if (reuse === 'strict' || token.overtaken) return null;
  if (reuse !== 'parent-returns-active') return at < spentAt + reuse.graceSeconds * 1_000 ? 'grace' : null;
  const successor = token.successor === null ? undefined : state.refreshTokens.get(token.successor);
  return successor !== undefined && isLiveRefresh(state, successor, at) ? successor : null;
}

function rotate(context: ServerContext, visit: Visit, token: RefreshToken, outcome: 'rotated' | 'graced'): Granted {
  spend(context.state, token, visit.at);
  const successor = issueRefreshToken(context.state, token.family, token, visit.at);
  return grant(context, visit, token, successor, outcome);
}

function grant(
  context: ServerContext,
  visit: Visit,
  token: RefreshToken,
  refresh: RefreshToken | null,
  outcome: Granted['outcome']
): Granted {
  const scope = visit.exchange.form.get('scope') ?? token.family.scope;
  const access = issueAccessToken(context, token.family, refresh ?? token, scope, visit.at);
  return { kind: 'granted', outcome, access, refresh, family: token.family, generation: token.generation };
}

/** A refresh may narrow the scope, never widen it (RFC 6749 6). */
function bar(context: ServerContext, visit: Visit, client: Client, token: RefreshToken): Denial | null {
  const wanted = visit.exchange.form.get('scope');
  const granted = token.family.scope.split(' ');
  if (wanted !== null && !wanted.split(' ').every((name) => granted.includes(name))) return SCOPE_INVALID;
  return barrier(context, client, token.family.username, visit.exchange.address);
}
