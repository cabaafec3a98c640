import type { AuthorizationServer, PresentationEntry } from '../../authorization-server';

/** Presentations of refresh tokens, in order. */
export function refreshes(server: AuthorizationServer): readonly PresentationEntry[] {
  return server.journal.presentations().filter(({ grantType }) => grantType === 'refresh_token');
}

/**
 * Presentations of a token that had been presented before, unless the earlier one was answered with a refusal that
 * reached the client: only that proves the token unspent.
 */
export function unproven(server: AuthorizationServer): readonly PresentationEntry[] {
  const open = new Set<string>();
  const found: PresentationEntry[] = [];
  for (const entry of refreshes(server)) {
    const token = entry.digest ?? '';
    if (open.has(token)) found.push(entry);
    if (entry.outcome !== 'denied' || entry.fault !== null) open.add(token);
  }
  return found;
}
