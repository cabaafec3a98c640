import type { WireResponse } from '../local-org/contracts/transport';
import { authenticateClient } from './clients';
import { exchangeCode } from './code-grant';
import { GRANT_TYPE_UNSUPPORTED, isDenial, POST_ONLY, REPEATED } from './denials';
import { repeats } from './exchange';
import { clientOf } from './grants';
import type { PresentationEntry } from './journal';
import { grantTypeOf, recordPresentation } from './recording';
import { refreshGrant } from './refresh-grant';
import { json, refuse } from './responses';
import type { Client, ServerContext } from './state';
import { sign } from './tokens';
import { type Decision, type Granted, refused, type Visit } from './visit';

type Grant = (context: ServerContext, visit: Visit, client: Client) => Decision;
type GrantType = Exclude<PresentationEntry['grantType'], 'other'>;

const GRANTS: Readonly<Record<GrantType, Grant>> = {
  authorization_code: exchangeCode,
  refresh_token: refreshGrant
};

export function tokenEndpoint(context: ServerContext, visit: Visit): WireResponse {
  const decision = decide(context, visit);
  recordPresentation(context, visit, decision);
  return decision.kind === 'refused' ? refuse(decision.denial) : success(context, visit, decision);
}

function decide(context: ServerContext, visit: Visit): Decision {
  if (visit.exchange.method !== 'POST') return refused(POST_ONLY);
  if (repeats(visit.exchange.form)) return refused(REPEATED);
  const grantType = grantTypeOf(visit.subject.grantType);
  if (grantType === 'other') return refused(GRANT_TYPE_UNSUPPORTED);
  const client = authenticateClient(context, visit.exchange);
  return isDenial(client) ? refused(client) : GRANTS[grantType](context, visit, client);
}

/** Salesforce's answer: no expires_in, the time as text, and a signature over identity and time. */
function success({ state }: ServerContext, visit: Visit, { access, refresh }: Granted): WireResponse {
  const { organization, users } = state;
  const { origin } = visit.exchange;
  const client = clientOf(state, access.family);
  const id = `${origin}/id/${organization.id}/${users.get(access.family.username)?.id ?? ''}`;
  const issuedAt = String(visit.at);
  return json(200, {
    access_token: access.text,
    ...(refresh === null ? {} : { refresh_token: refresh.text }),
    signature: sign(client.secret ?? client.id, id + issuedAt),
    scope: access.scope,
    instance_url: organization.instanceUrl ?? origin,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt
  });
}
