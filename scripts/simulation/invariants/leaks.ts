import { TOKEN_PATTERN } from '../../authorization-server';
import type { Stage } from '../explore/stage';
import { CLIENT_SECRET } from '../world/world';
import type { Violation } from './violation';

/** Fields that hold sealed text: no token may be read in them either. */
const DEEPEST = 8;

/** I7: looks for a token or the client secret in every row, cache entry, event, log line and queued job. */
export function findLeaks({ base, watcher }: Stage): readonly Violation[] {
  const { org } = base.world;
  const secrets = new Set([CLIENT_SECRET]);
  for (const { token, said } of watcher.ledger.flights) {
    for (const text of [token, said.refreshToken, said.accessToken]) if (text) secrets.add(text);
  }
  const found: Violation[] = [];
  const look = (where: string, value: unknown): void => {
    if (holdsSecret(value, secrets, 0, new Set()))
      found.push({ rule: 'I7', text: `${where} holds the text of a token or secret.` });
  };
  for (const object of org.data.store.objects()) {
    for (const [id, row] of org.data.store.table(object).entries()) look(`${object} ${id}`, row);
  }
  for (const { key, value } of org.cache.contents()) look('the cache', [key, value]);
  for (const event of org.events.pending()) look(`an event ${event.objectName}`, event.row);
  for (const job of org.jobs.waiting()) look(`a queued ${job.className}`, job.target);
  for (const line of org.debugLog) look('the debug log', line.text);
  return found;
}

function holdsSecret(value: unknown, secrets: ReadonlySet<string>, depth: number, seen: Set<object>): boolean {
  if (typeof value === 'string') return isSecret(value, secrets);
  if (value === null || typeof value !== 'object' || depth > DEEPEST || seen.has(value)) return false;
  seen.add(value);
  const parts: Iterable<unknown> = value instanceof Map ? [...value].flat() : Object.values(value);
  for (const part of parts) if (holdsSecret(part, secrets, depth + 1, seen)) return true;
  return false;
}

function isSecret(text: string, secrets: ReadonlySet<string>): boolean {
  if (text.length < CLIENT_SECRET.length) return false;
  if (TOKEN_PATTERN.test(text)) return true;
  for (const secret of secrets) if (text.includes(secret)) return true;
  return false;
}
