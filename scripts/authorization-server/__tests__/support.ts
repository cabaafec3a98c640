import { type Clock, manualClock } from '../../local-org/contracts/clock';
import type { ServedResponse, WireRequest } from '../../local-org/contracts/transport';
import type { AuthorizationServerConfig, ClientConfig } from '../config';
import { ADDRESS_HEADER } from '../exchange';
import { type AuthorizationServer, createAuthorizationServer } from '../server';
import { challengeOf } from '../tokens';

export const ORIGIN = 'https://login.example.test';
export const CALLBACK = 'https://client.example.test/callback';
export const VERIFIER = 'verifier-verifier-verifier-verifier-verifier-0';
export const START = Date.UTC(2026, 0, 5);
export const DAY = 86_400_000;

type Parameters = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly served: ServedResponse;
  /** The JSON body's members as text; empty for another body. */
  readonly body: Record<string, string>;
}

export interface Pair {
  readonly access: string;
  readonly refresh: string;
}

/** A client of the server, with the manners of the tests: app "app", secret "s3cret", sent in the form. */
export class Bench {
  readonly clock: Clock = manualClock(START);
  readonly server: AuthorizationServer;
  address = '127.0.0.1';

  constructor(client: Partial<ClientConfig> = {}, config: Partial<AuthorizationServerConfig> = {}) {
    const clients = [
      { id: 'stranger', secret: 'other', redirectUris: [CALLBACK] },
      { id: 'app', name: 'App', secret: 's3cret', redirectUris: ['https://odd.example.test/', CALLBACK], ...client }
    ];
    this.server = createAuthorizationServer({ clients, ...config });
  }

  send(method: string, target: string, form: Parameters = {}, headers: Parameters = {}): Answer {
    return this.sendText(target, new URLSearchParams(form).toString(), { method, headers });
  }

  /** A body as it stands, which may be no proper form. */
  sendText(target: string, text: string, { method = 'POST', headers = {} as Parameters } = {}): Answer {
    const request: WireRequest = {
      method,
      url: ORIGIN + target,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        [ADDRESS_HEADER]: this.address,
        ...headers
      },
      body: new TextEncoder().encode(text)
    };
    const served = this.server.handle(request, this.clock);
    const { status, headers: answered, body } = served.response;
    const answer = new TextDecoder().decode(body);
    return { status, text: answer, headers: answered, served, body: parse(answer) };
  }

  /** Sees what the user sees first. */
  ask(changes: Readonly<Record<string, string | null>> = {}): Answer {
    return this.send('GET', authorizeTarget(changes));
  }

  /** As the user who clicks Allow. */
  authorize(changes: Readonly<Record<string, string | null>> = {}): Answer {
    return this.send('POST', authorizeTarget(changes), { decision: 'allow' });
  }

  /** The parameters that the client finds on its callback. */
  callback(answer: Answer): URLSearchParams {
    return new URL(answer.headers['location'] ?? 'about:blank').searchParams;
  }

  code(changes: Readonly<Record<string, string | null>> = {}): string {
    return this.callback(this.authorize(changes)).get('code') ?? '';
  }

  post(endpoint: 'token' | 'introspect' | 'revoke', form: Parameters, headers: Parameters = {}): Answer {
    const credentials: Parameters = headers['authorization'] ? {} : { client_id: 'app', client_secret: 's3cret' };
    return this.send('POST', `/services/oauth2/${endpoint}`, { ...credentials, ...form }, headers);
  }

  exchange(code: string, changes: Parameters = {}): Answer {
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER };
    return this.post('token', { ...form, ...changes });
  }

  refresh(token: string, changes: Parameters = {}): Answer {
    return this.post('token', { grant_type: 'refresh_token', refresh_token: token, ...changes });
  }

  grant(changes: Readonly<Record<string, string | null>> = {}): Pair {
    return pairOf(this.exchange(this.code(changes)));
  }

  api(access: string, path = '/services/data/v65.0/'): Answer {
    return this.send('GET', path, {}, { authorization: `Bearer ${access}` });
  }

  outcomes(): string[] {
    return this.server.journal.presentations().map(({ outcome }) => outcome);
  }

  families(): ReturnType<AuthorizationServer['families']> {
    return this.server.families(this.clock);
  }
}

export function pairOf({ body }: Answer): Pair {
  return { access: body['access_token'] ?? '', refresh: body['refresh_token'] ?? '' };
}

/** Null leaves a parameter out. */
export function authorizeTarget(changes: Readonly<Record<string, string | null>> = {}): string {
  const query = {
    response_type: 'code',
    client_id: 'app',
    redirect_uri: CALLBACK,
    state: 'st&te',
    code_challenge: challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    ...changes
  };
  const present = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  return `/services/oauth2/authorize?${new URLSearchParams(present).toString()}`;
}

function parse(text: string): Record<string, string> {
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : {};
}
