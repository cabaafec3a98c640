import type { AuthorizationServer, PresentationEntry } from '../../authorization-server';

/** Presentations of refresh tokens, in order. */
export function refreshes(server: AuthorizationServer): readonly PresentationEntry[] {
  return server.journal.presentations().filter(({ grantType }) => grantType === 'refresh_token');
}

/**
 * Presentations of a token that had been presented before, without proof since then that it is unspent: a refusal that
 * reached the client, or an introspection that calls it active.
 */
export function unproven(server: AuthorizationServer): readonly PresentationEntry[] {
  const open = new Set<string>();
  const found: PresentationEntry[] = [];
  for (const entry of server.journal.entries()) {
    const token = entry.digest ?? '';
    if (entry.kind === 'introspection' && entry.outcome === 'active' && entry.fault === null) open.delete(token);
    if (entry.kind !== 'presentation' || entry.grantType !== 'refresh_token') continue;
    if (open.has(token)) found.push(entry);
    if (entry.outcome !== 'denied' || entry.fault !== null) open.add(token);
  }
  return found;
}
