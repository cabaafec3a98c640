import { createHash, createHmac } from 'node:crypto';

import { type Random, randomText } from './random';

/** Finds any token or code of this server in a text: for tests that nothing leaks. */
export const TOKEN_PATTERN = /00D\w{12}!AQ[\w.]{96}|5Aep861[\w.]{80}|aPrx[\w.]{60}/;

export function accessTokenText(random: Random, organizationId: string): string {
  return `${organizationId.slice(0, 15)}!AQ${randomText(random, 96)}`;
}

export function refreshTokenText(random: Random): string {
  return `5Aep861${randomText(random, 80)}`;
}

export function codeText(random: Random): string {
  return `aPrx${randomText(random, 60)}`;
}

/** How the journal names a token: enough to recognise it, nothing to present. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16);
}

/** The S256 code challenge of a code verifier (RFC 7636). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
