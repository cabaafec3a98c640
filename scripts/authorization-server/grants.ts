import {
  type AccessToken,
  type AuthorizationCode,
  type Client,
  type Ending,
  type Family,
  FIRST_SWEEP,
  type RefreshToken,
  type ServerContext,
  type ServerState
} from './state';
import { accessTokenText, refreshTokenText } from './tokens';

const MS = 1_000;
const REFRESH_SCOPES = new Set(['refresh_token', 'offline_access']);

/** Opens the family of a fresh approval; at the limit of approvals the oldest one goes. */
export function startFamily(context: ServerContext, client: Client, code: AuthorizationCode, at: number): Family {
  const { state } = context;
  const family: Family = {
    id: `family-${state.families.length + 1}`,
    clientId: client.id,
    username: code.username,
    scope: code.scope,
    createdAt: at,
    refreshTokens: [],
    ended: null,
    endedAt: null
  };
  state.families.push(family);
  if (givesRefreshToken(code.scope)) countApproval(state, client, family, at);
  return family;
}

export function givesRefreshToken(scope: string): boolean {
  return scope.split(' ').some((name) => REFRESH_SCOPES.has(name));
}

function countApproval(state: ServerState, client: Client, family: Family, at: number): void {
  const key = JSON.stringify([client.id, family.username]);
  const known = state.approvals.get(key) ?? [];
  if (known.length < client.approvalsPerUser) {
    state.approvals.set(key, known);
    known.push(family);
    return;
  }
  const living = known.filter((other) => hasLiveRefresh(state, other, at));
  const surplus = Math.max(0, living.length + 1 - client.approvalsPerUser);
  for (const oldest of living.splice(0, surplus)) endFamily(oldest, 'evicted', at);
  state.approvals.set(key, [...living, family]);
}

/** Kills the family's refresh and access tokens. The first reason stays. */
export function endFamily(family: Family, reason: Ending, at: number): void {
  if (family.ended !== null) return;
  family.ended = reason;
  family.endedAt = at;
}

/** A refresh token of the next generation, as the successor of its parent if it has one. */
export function issueRefreshToken(
  state: ServerState,
  family: Family,
  parent: RefreshToken | null,
  at: number
): RefreshToken {
  const token: RefreshToken = {
    text: refreshTokenText(state.random),
    family,
    generation: family.refreshTokens.length + 1,
    parent: parent?.text ?? null,
    issuedAt: at,
    lastUsedAt: at,
    spentAt: null,
    revoked: false,
    busyUntil: 0,
    successor: null,
    overtaken: false
  };
  if (parent !== null) parent.successor = token.text;
  family.refreshTokens.push(token);
  state.refreshTokens.set(token.text, token);
  return token;
}

/** Spends a refresh token for good. Only the caller decides whether it had been spent before. */
export function spend(state: ServerState, token: RefreshToken, at: number): void {
  token.spentAt ??= at;
  const parent = token.parent === null ? undefined : state.refreshTokens.get(token.parent);
  if (parent !== undefined) parent.overtaken = true;
}

export function issueAccessToken(
  context: ServerContext,
  family: Family,
  refreshToken: RefreshToken | null,
  scope: string,
  at: number
): AccessToken {
  const { state } = context;
  const text = accessTokenText(state.random, state.organization.id);
  const token: AccessToken = { text, family, refreshToken, scope, issuedAt: at, lastActiveAt: at, revoked: false };
  state.accessTokens.set(text, token);
  if (state.accessTokens.size >= Math.max(state.sweepAt, FIRST_SWEEP)) sweep(context, at);
  return token;
}

/** A dead access token is answered like an unknown one, so that nothing is lost with it. */
function sweep({ state }: ServerContext, at: number): void {
  for (const token of state.accessTokens.values()) {
    if (!isLiveAccess(state, token, at)) state.accessTokens.delete(token.text);
  }
  state.sweepAt = state.accessTokens.size * 2;
}

/** Whether presenting it would be accepted as far as the token itself goes. */
export function isLiveRefresh(state: ServerState, token: RefreshToken, at: number): boolean {
  return token.spentAt === null && !token.revoked && token.family.ended === null && at < refreshExpiry(state, token);
}

/** Looks from the newest back, since the newest is nearly always the one that lives. */
export function hasLiveRefresh(state: ServerState, family: Family, at: number): boolean {
  for (let i = family.refreshTokens.length - 1; i >= 0; i--) {
    const token = family.refreshTokens[i];
    if (token !== undefined && isLiveRefresh(state, token, at)) return true;
  }
  return false;
}

/** In milliseconds; Infinity when nothing but use or revocation ends it. */
export function refreshExpiry(state: ServerState, token: RefreshToken): number {
  const client = clientOf(state, token.family);
  const idle = client.idleSeconds === null ? Infinity : token.lastUsedAt + client.idleSeconds * MS;
  const life = client.lifetimeSeconds === null ? Infinity : token.family.createdAt + client.lifetimeSeconds * MS;
  return Math.min(idle, life);
}

export function isLiveAccess(state: ServerState, token: AccessToken, at: number): boolean {
  return (
    !token.revoked &&
    token.family.ended === null &&
    token.refreshToken?.revoked !== true &&
    at < accessExpiry(state, token) &&
    state.users.get(token.family.username)?.status === 'active'
  );
}

export function accessExpiry(state: ServerState, token: AccessToken): number {
  return token.lastActiveAt + clientOf(state, token.family).sessionSeconds * MS;
}

export function clientOf(state: ServerState, family: Family): Client {
  const client = state.clients.get(family.clientId);
  if (client === undefined) throw new Error(`No client ${family.clientId}: a snapshot of another server was restored.`);
  return client;
}
