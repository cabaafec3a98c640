import { isLiveAccess, isLiveRefresh } from './grants';
import type { Ending, ServerState } from './state';
import { digestOf } from './tokens';

/** What an observer may know of a token family: everything but its tokens. */
export interface FamilyView {
  readonly id: string;
  readonly clientId: string;
  readonly username: string;
  readonly scope: string;
  readonly createdAt: number;
  /** How many refresh tokens it has had. */
  readonly generation: number;
  readonly liveRefreshTokens: readonly string[];
  readonly liveAccessTokens: readonly string[];
  readonly ended: Ending | null;
  readonly endedAt: number | null;
}

/** Tokens are named by digest. Takes time in proportion to all tokens: for tests and checks, not for requests. */
export function viewFamilies(state: ServerState, at: number): readonly FamilyView[] {
  const access = new Map<string, string[]>(state.families.map((family) => [family.id, []]));
  for (const token of state.accessTokens.values()) {
    if (isLiveAccess(state, token, at)) access.get(token.family.id)?.push(digestOf(token.text));
  }
  return state.families.map((family) => ({
    id: family.id,
    clientId: family.clientId,
    username: family.username,
    scope: family.scope,
    createdAt: family.createdAt,
    generation: family.refreshTokens.length,
    liveRefreshTokens: family.refreshTokens
      .filter((token) => isLiveRefresh(state, token, at))
      .map((token) => digestOf(token.text)),
    liveAccessTokens: access.get(family.id) ?? [],
    ended: family.ended,
    endedAt: family.endedAt
  }));
}
