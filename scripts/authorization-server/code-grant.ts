import {
  CODE_EXPIRED,
  CODE_INVALID,
  type Denial,
  missing,
  REDIRECT_MISMATCH,
  REDIRECT_MISSING,
  VERIFIER_INVALID
} from './denials';
import { barrier } from './gate';
import { endFamily, givesRefreshToken, issueAccessToken, issueRefreshToken, startFamily } from './grants';
import type { AuthorizationCode, Client, ServerContext } from './state';
import { challengeOf } from './tokens';
import { type Decision, refused, type Visit } from './visit';

const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

/** Exchanges an authorization code. A second use of a code revokes what the first one brought (RFC 6749 4.1.2). */
export function exchangeCode(context: ServerContext, visit: Visit, client: Client): Decision {
  const { form, address } = visit.exchange;
  const presented = form.get('code');
  if (presented === null) return refused(missing('code'));
  const code = context.state.codes.get(presented);
  if (code === undefined || code.clientId !== client.id) return refused(CODE_INVALID);
  if (code.family !== null) {
    endFamily(code.family, 'code-reuse', visit.at);
    return { ...refused(CODE_EXPIRED, 'reused'), family: code.family };
  }
  const denial = codeProblem(code, form, visit.at) ?? barrier(context, client, code.username, address);
  return denial === null ? issue(context, visit, client, code) : refused(denial);
}

function issue(context: ServerContext, visit: Visit, client: Client, code: AuthorizationCode): Decision {
  const { state } = context;
  const family = startFamily(context, client, code, visit.at);
  code.family = family;
  const refresh = givesRefreshToken(code.scope) ? issueRefreshToken(state, family, null, visit.at) : null;
  const access = issueAccessToken(context, family, refresh, code.scope, visit.at);
  return { kind: 'granted', outcome: 'issued', access, refresh, family, generation: refresh?.generation ?? null };
}

/** None of these uses the code up: whoever holds verifier and callback may still exchange it. */
function codeProblem(code: AuthorizationCode, form: URLSearchParams, at: number): Denial | null {
  if (at >= code.expiresAt) return CODE_EXPIRED;
  const redirectUri = form.get('redirect_uri');
  if (redirectUri === null) return REDIRECT_MISSING;
  if (redirectUri !== code.redirectUri) return REDIRECT_MISMATCH;
  return verifierMatches(code.challenge, form.get('code_verifier')) ? null : VERIFIER_INVALID;
}

/** A verifier for a code without a challenge is refused too: it shows that somebody stripped the challenge. */
function verifierMatches(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null || verifier === null) return challenge === verifier;
  return VERIFIER.test(verifier) && challengeOf(verifier) === challenge;
}
