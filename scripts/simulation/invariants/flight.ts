import type { Exchanged } from '../world/wire-tap';
import type { Heard } from './answer';
import { hear } from './answer';

export type Endpoint = 'refresh' | 'code' | 'introspect' | 'revoke' | 'api' | 'other';

/** One request that reached the provider, and what its sender came to know. */
export interface Flight {
  readonly endpoint: Endpoint;
  /** The transaction that sent it, as schedules name it. */
  readonly sender: string;
  readonly at: number;
  /** Of the provider's journal when it had been served. */
  readonly sequence: number;
  /** The token in question, in clear: it never leaves the simulator's memory. */
  readonly token: string;
  readonly connectionUid: string | undefined;
  readonly arrivesAt: number;
  /** What the answer says if it arrives. */
  readonly said: Heard;
  heard: boolean;
  /** The sender is past the point where it could have heard. */
  closed: boolean;
  /** Something went wrong in the sender's transactions after the answer: whether it still holds the pair is open. */
  struck: boolean;
  superseded: boolean;
}

export interface Sending {
  readonly sender: string;
  readonly at: number;
  readonly sequence: number;
  readonly connectionUid: string | undefined;
}

const decoder = new TextDecoder();
const NOTHING: Heard = { proof: 'unclear', refreshToken: undefined, accessToken: undefined };

export function flightOf({ request, served }: Exchanged, sending: Sending): Flight {
  const { pathname } = new URL(request.url);
  const form = new URLSearchParams(request.method === 'POST' ? decoder.decode(request.body) : '');
  const endpoint = endpointOf(pathname, form);
  const token = tokenOf(endpoint, form, request.headers['authorization'] ?? '');
  const arrives = served.connection === 'deliver';
  return {
    ...sending,
    endpoint,
    token,
    arrivesAt: arrives ? sending.at + served.delayMs : Infinity,
    said: endpoint === 'refresh' || endpoint === 'code' ? hear(served, token) : NOTHING,
    heard: false,
    closed: false,
    struck: false,
    superseded: false
  };
}

function endpointOf(path: string, form: URLSearchParams): Endpoint {
  if (path.endsWith('/token')) return form.get('grant_type') === 'refresh_token' ? 'refresh' : 'code';
  if (path.endsWith('/introspect')) return 'introspect';
  if (path.endsWith('/revoke')) return 'revoke';
  return path.startsWith('/services/data') ? 'api' : 'other';
}

function tokenOf(endpoint: Endpoint, form: URLSearchParams, authorization: string): string {
  if (endpoint === 'api') return authorization.replace(/^Bearer /i, '');
  return form.get('refresh_token') ?? form.get('token') ?? form.get('code') ?? '';
}
