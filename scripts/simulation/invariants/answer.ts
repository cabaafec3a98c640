import type { ServedResponse } from '../../local-org/contracts/transport';

/**
 * What an answer proves about the refresh token that was presented, judged here once more and not by the package's own
 * table: a simulator that asked the package would agree with its mistakes.
 */
export type Proof = 'open' | 'rotated' | 'kept' | 'unspent' | 'refused' | 'contended' | 'unclear';

export interface Heard {
  readonly proof: Proof;
  readonly refreshToken: string | undefined;
  readonly accessToken: string | undefined;
}

const UNCLEAR: Heard = { proof: 'unclear', refreshToken: undefined, accessToken: undefined };

const CONFIGURATION = new Set([
  'invalid_client', 'invalid_client_id', 'unauthorized_client', 'invalid_scope', 'unsupported_grant_type', 'inactive_user', 'inactive_org'
]); // prettier-ignore
const CONFIGURATION_TEXT = /ip restricted|app must be installed|inactive user|inactive organization/i;

export function hear(served: ServedResponse, presented: string): Heard {
  const { status, headers, body } = served.response;
  const fields = fieldsOf(body);
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  if (status === 200) return success(text('access_token'), text('refresh_token'), presented);
  const error = text('error') ?? '';
  const description = text('error_description') ?? '';
  return { ...UNCLEAR, proof: refusal(status, error, description, headers['retry-after']) };
}

function success(accessToken: string | undefined, refreshToken: string | undefined, presented: string): Heard {
  if (accessToken === undefined || accessToken === '') return UNCLEAR;
  const rotated = refreshToken !== undefined && refreshToken !== '' && refreshToken !== presented;
  return { proof: rotated ? 'rotated' : 'kept', refreshToken: rotated ? refreshToken : presented, accessToken };
}

function refusal(status: number, error: string, description: string, retryAfter: string | undefined): Proof {
  if (error === 'temporarily_unavailable' && status >= 400) return 'unspent';
  if (status === 503) return retryAfter === undefined || retryAfter.trim() === '' ? 'unclear' : 'unspent';
  if (status < 400 || status >= 500) return 'unclear';
  if (error === 'invalid_grant' && /already being processed/i.test(description)) return 'contended';
  if (CONFIGURATION.has(error) || CONFIGURATION_TEXT.test(description)) return 'unspent';
  if (error === 'invalid_grant') return 'refused';
  return status === 429 ? 'unspent' : 'unclear';
}

const decoder = new TextDecoder();

function fieldsOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(decoder.decode(body));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
