import type { WireResponse } from '../local-org/contracts/transport';
import { isLiveAccess } from './grants';
import { answer, json } from './responses';
import type { AccessToken, ServerContext } from './state';
import type { Visit } from './visit';

const BEARER = /^(?:Bearer|OAuth) +(\S+)$/i;
const SOAP_FAULT = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope \
xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body>\
<soapenv:Fault><faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID found \
in SessionHeader</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;

/** Every API of Salesforce says in its own way that a session is over. */
const REFUSALS: readonly { readonly prefix: string; readonly refuse: () => WireResponse }[] = [
  { prefix: '/services/Soap', refuse: () => answer(500, { 'content-type': 'text/xml;charset=UTF-8' }, SOAP_FAULT) },
  {
    prefix: '/services/async',
    refuse: () => json(400, { exceptionCode: 'InvalidSessionId', exceptionMessage: 'Invalid session id' })
  },
  { prefix: '/services/oauth2/userinfo', refuse: badOAuthToken },
  { prefix: '/id', refuse: badOAuthToken }
];

/** Stands for all that a token gives access to. Salesforce prolongs sessions only from half of their timeout on. */
export function apiEndpoint(context: ServerContext, { exchange, at }: Visit): WireResponse {
  const bearer = BEARER.exec(exchange.authorization)?.[1] ?? '';
  const token = context.state.accessTokens.get(bearer);
  if (token === undefined || !isLiveAccess(context.state, token, at)) return refuseSession(exchange.path);
  prolong(context, token, at);
  const { organization, users } = context.state;
  const user = users.get(token.family.username);
  return json(200, {
    path: exchange.path,
    user_id: user?.id,
    organization_id: organization.id,
    preferred_username: token.family.username,
    active: true
  });
}

function prolong({ state, settings }: ServerContext, token: AccessToken, at: number): void {
  const timeout = (state.clients.get(token.family.clientId)?.sessionSeconds ?? 0) * 1_000;
  if (settings.sessionsSlide && at - token.lastActiveAt >= timeout / 2) token.lastActiveAt = at;
}

function refuseSession(path: string): WireResponse {
  const special = REFUSALS.find(({ prefix }) => path.startsWith(prefix));
  if (special !== undefined) return special.refuse();
  return json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], {
    'www-authenticate': 'Token'
  });
}

function badOAuthToken(): WireResponse {
  return answer(403, { 'content-type': 'text/html;charset=UTF-8' }, 'Bad_OAuth_Token');
}
