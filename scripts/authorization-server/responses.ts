import { STATUS_CODES } from 'node:http';

import type { WireResponse } from '../local-org/contracts/transport';
import type { Denial } from './denials';

/** RFC 6749 5.1 asks for both. */
const UNCACHED = { 'cache-control': 'no-store', pragma: 'no-cache' };
const JSON_HEADERS = { 'content-type': 'application/json;charset=UTF-8', ...UNCACHED };
/**
 * The policy names no form-action: browsers apply it to redirects too, and the decision's leads to the client. Forms
 * of the same origin keep their Origin header under this referrer policy, and no other site sees the request.
 */
const HTML_HEADERS = {
  'content-type': 'text/html;charset=UTF-8',
  ...UNCACHED,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff'
};
const encoder = new TextEncoder();

export function answer(status: number, headers: Readonly<Record<string, string>>, text: string): WireResponse {
  return { status, reason: STATUS_CODES[status] ?? '', headers, body: encoder.encode(text) };
}

export function json(status: number, value: object, headers?: Readonly<Record<string, string>>): WireResponse {
  return answer(status, headers ? { ...JSON_HEADERS, ...headers } : JSON_HEADERS, JSON.stringify(value));
}

export function html(status: number, page: string): WireResponse {
  return answer(status, HTML_HEADERS, page);
}

export function redirect(status: 302 | 303, location: string): WireResponse {
  return answer(status, { location, ...UNCACHED }, '');
}

/** The error body of RFC 6749 5.2, with the header that its status demands. */
export function refuse(denial: Denial): WireResponse {
  const body = { error: denial.error, error_description: denial.description };
  if (denial.status === 401) return json(401, body, { 'www-authenticate': 'Basic realm="oauth2"' });
  return json(denial.status, body, denial.allow === undefined ? undefined : { allow: denial.allow });
}
