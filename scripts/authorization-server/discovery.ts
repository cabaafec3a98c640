import type { WireResponse } from '../local-org/contracts/transport';
import { GET_ONLY } from './denials';
import { json, refuse } from './responses';
import type { ServerContext } from './state';
import type { Visit } from './visit';

const AUTHENTICATION_METHODS = ['client_secret_post', 'client_secret_basic', 'none'];

/** Names what this server does, and nothing else: no id tokens, hence no keys. */
export function discoveryEndpoint({ state }: ServerContext, { exchange }: Visit): WireResponse {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return refuse(GET_ONLY);
  const issuer = exchange.origin;
  const scopes = new Set([...state.clients.values()].flatMap((client) => client.scopes));
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}/services/oauth2/authorize`,
    token_endpoint: `${issuer}/services/oauth2/token`,
    revocation_endpoint: `${issuer}/services/oauth2/revoke`,
    introspection_endpoint: `${issuer}/services/oauth2/introspect`,
    userinfo_endpoint: `${issuer}/services/oauth2/userinfo`,
    scopes_supported: [...scopes],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    revocation_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    introspection_endpoint_auth_methods_supported: AUTHENTICATION_METHODS
  });
}
