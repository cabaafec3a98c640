import { openRequest } from '../../authorization-server/exchange';
import type { ServedResponse, WireRequest } from '../../local-org/contracts/transport';
import { formsOf, PIECE } from './forms';

export type SecretKind = 'access token' | 'refresh token' | 'authorization code' | 'code verifier' | 'client secret';

const FORM_FIELDS: Readonly<Record<string, SecretKind>> = {
  code: 'authorization code',
  code_verifier: 'code verifier',
  client_secret: 'client secret',
  refresh_token: 'refresh token'
};
/** Also out of an answer that was cut off in the middle. */
const ISSUED = /"(access|refresh)_token"\s*:\s*"([^"]+)/g;
const BEARER = /^Bearer +(\S+)$/i;

/** Knows every secret that has travelled, and recognises a piece of any of them in a text. */
export class Secrets {
  readonly #kinds = new Map<string, SecretKind>();
  readonly #pieces = new Map<string, SecretKind>();

  /** For World's `watch`. */
  readonly watch = (request: WireRequest, { response }: ServedResponse): void => {
    const { form, authorization } = openRequest(request, null);
    for (const [name, kind] of Object.entries(FORM_FIELDS)) this.learn(kind, form.get(name));
    this.learn('access token', BEARER.exec(authorization)?.[1]);
    const text = new TextDecoder().decode(response.body);
    for (const [, which, token] of text.matchAll(ISSUED)) {
      this.learn(which === 'access' ? 'access token' : 'refresh token', token);
    }
    const location = response.headers['location'];
    if (location !== undefined) this.learn('authorization code', new URL(location).searchParams.get('code'));
  };

  learn(kind: SecretKind, secret: string | null | undefined): void {
    if (!secret || this.#kinds.has(secret)) return;
    if (secret.length < PIECE) throw new Error(`A ${kind} of ${secret.length} characters is too short to recognise.`);
    this.#kinds.set(secret, kind);
    for (const form of formsOf(secret)) {
      for (let i = 0; i + PIECE <= form.length; i += 1) this.#pieces.set(form.slice(i, i + PIECE), kind);
    }
  }

  count(kind: SecretKind): number {
    return [...this.#kinds.values()].filter((known) => known === kind).length;
  }

  /** The kind of the first secret of which a piece stands in the text, in whatever form. */
  in(text: string): SecretKind | undefined {
    for (let i = 0; i + PIECE <= text.length; i += 1) {
      const kind = this.#pieces.get(text.slice(i, i + PIECE));
      if (kind !== undefined) return kind;
    }
    return undefined;
  }
}
