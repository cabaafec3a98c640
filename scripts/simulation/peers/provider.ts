import { randomBytes } from 'node:crypto';
import type { AuthorizationServer, PresentationEntry } from '../../authorization-server';
import { challengeOf, createAuthorizationServer } from '../../authorization-server';
import { startAuthorizationServer } from '../../authorization-server/http';
import type { Clock } from '../../local-org/contracts/clock';
import { runningClock } from '../../local-org/contracts/clock';
import type { WireRequest } from '../../local-org/contracts/transport';
import type { Loss } from './plan';
import type { TokenPair } from './store';

export const CLIENT_ID = 'peer-client';
export const CLIENT_SECRET = 'peer-client-secret';
export const REDIRECT_URI = 'http://127.0.0.1/callback';
export const RESOURCE = '/services/data/v65.0/';

const SESSION_SECONDS = 7_200;
const PAST_SESSION_MS = (SESSION_SECONDS + 60) * 1_000;
/** What takes Salesforce some 200 ms, compressed tenfold. The same token is refused meanwhile, and unharmed. */
export const PROCESSING_MS = 20;

/** An answer of the token endpoint, as far as apps keep it. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string | null | undefined;
  readonly issued_at?: string;
}

/** One authorization server on a socket of this machine, with one client, strict, with introspection. */
export class Provider {
  private constructor(
    readonly url: string,
    readonly username: string,
    readonly clock: Clock,
    private readonly server: AuthorizationServer,
    readonly close: () => Promise<void>
  ) {}

  static async start(username: string, seed: number): Promise<Provider> {
    const clock = runningClock();
    const server = createAuthorizationServer({
      clients: [
        {
          id: CLIENT_ID,
          secret: CLIENT_SECRET,
          redirectUris: [REDIRECT_URI],
          authentication: ['post'],
          reuse: 'strict',
          introspection: 'own',
          sessionSeconds: SESSION_SECONDS,
          approvalsPerUser: 100_000
        }
      ],
      users: [{ username }],
      seed,
      consent: 'allow',
      processingMs: PROCESSING_MS
    });
    const rim = await startAuthorizationServer({ server, clock });
    return new Provider(rim.url, username, clock, server, rim.close);
  }

  get presentations(): readonly PresentationEntry[] {
    return this.server.journal.presentations();
  }

  /** Whether the grant that was authorized last was ended, so that only a person can help. */
  get needsPerson(): boolean {
    return this.server.families(this.clock).at(-1)?.ended !== null;
  }

  /** Every access token ends. */
  expire(): void {
    this.clock.advance(PAST_SESSION_MS);
  }

  /** From now on the answer to the first presentation is lost: the connection is cut, which no library waits for. */
  lose(loss: Loss | null): void {
    this.server.faults.clear();
    if (loss === null) return;
    this.server.faults.add({
      match: { endpoint: 'token', grantType: 'refresh_token' },
      occurrence: 1,
      action: { kind: 'reset', processed: loss === 'processed' }
    });
  }

  /** Whether an API would take the token. Asked without a socket, since no library does this. */
  accepts(accessToken: string): boolean {
    return this.server.handle(bearerRequest(`${this.url}${RESOURCE}`, accessToken), this.clock).response.status === 200;
  }

  /** A person's visit to the consent page. Returns the code. */
  async #consent(authorizationUrl: string): Promise<string> {
    const answer = await fetch(authorizationUrl, { redirect: 'manual' });
    const { searchParams } = new URL(answer.headers.get('location') ?? authorizationUrl);
    const code = searchParams.get('code');
    if (code !== null) return code;
    const error = searchParams.get('error_description') ?? '';
    throw new Error(`The provider answered ${answer.status} instead of sending a code: ${error}`);
  }

  /** The authorization code grant with PKCE, for apps whose library leaves it to them. */
  async authorize(): Promise<TokenPair> {
    const verifier = randomBytes(48).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256'
    });
    const answer = await fetch(`${this.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: await this.#consent(`${this.url}/services/oauth2/authorize?${query.toString()}`),
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uri: REDIRECT_URI,
        code_verifier: verifier
      })
    });
    if (!answer.ok) throw new Error(`The code was not exchanged: ${await answer.text()}`);
    return this.pairOf((await answer.json()) as TokenAnswer);
  }

  /** What an app stores of an answer; the refresh token that it had stays where the answer brings none. */
  pairOf(answer: TokenAnswer, before?: TokenPair): TokenPair {
    const issuedAt = Number(answer.issued_at ?? this.clock.now());
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? '',
      issuedAt,
      expiresAt: issuedAt + SESSION_SECONDS * 1_000
    };
  }
}

function bearerRequest(url: string, accessToken: string): WireRequest {
  return { method: 'GET', url, headers: { authorization: `Bearer ${accessToken}` }, body: new Uint8Array() };
}
