import { STATUS_CODES } from 'node:http';

import type { WireResponse } from '../local-org/contracts/transport';
import type { Denial } from './denials';

const JSON_HEADERS = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' };
const HTML_HEADERS = {
  'content-type': 'text/html;charset=UTF-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
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
  return answer(status, { location, 'cache-control': 'no-store' }, '');
}

/** The error body of RFC 6749 5.2, with the header that its status demands. */
export function refuse(denial: Denial): WireResponse {
  const body = { error: denial.error, error_description: denial.description };
  if (denial.status === 401) return json(401, body, { 'www-authenticate': 'Basic realm="oauth2"' });
  return denial.status === 405 ? json(405, body, { allow: 'POST' }) : json(denial.status, body);
}
