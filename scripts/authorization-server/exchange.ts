import type { WireRequest } from '../local-org/contracts/transport';

export type Endpoint = 'authorize' | 'token' | 'introspect' | 'revoke' | 'discovery' | 'api' | 'unknown';

/** Where the client speaks from. The HTTP rim sets it from the socket; in pure mode the caller does. */
export const ADDRESS_HEADER = 'x-client-address';

/** A request, taken apart once for all stages. */
export interface Exchange {
  readonly method: string;
  /** The issuer: configured, or the host that was asked. */
  readonly origin: string;
  readonly path: string;
  readonly queryText: string;
  readonly form: URLSearchParams;
  readonly authorization: string;
  readonly address: string;
  readonly endpoint: Endpoint;
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/services/oauth2/authorize': 'authorize',
  '/services/oauth2/token': 'token',
  '/services/oauth2/introspect': 'introspect',
  '/services/oauth2/revoke': 'revoke',
  '/.well-known/openid-configuration': 'discovery'
};
const API_PATHS = /^\/(?:services\/data|services\/Soap|services\/async|services\/oauth2\/userinfo|api|id)(?:\/|$)/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;
const NO_FORM = new URLSearchParams();
const decoder = new TextDecoder();

/** Taken apart by hand, since `new URL` costs more than the rest of a refresh. */
export function openRequest(request: WireRequest, issuer: string | null): Exchange {
  const pathStart = request.url.indexOf('/', request.url.indexOf('://') + 3);
  const host = pathStart < 0 ? request.url : request.url.slice(0, pathStart);
  const target = pathStart < 0 ? '/' : request.url.slice(pathStart);
  const queryStart = target.indexOf('?');
  const path = queryStart < 0 ? target : target.slice(0, queryStart);
  return {
    method: request.method.toUpperCase(),
    origin: issuer ?? host,
    path,
    queryText: queryStart < 0 ? '' : target.slice(queryStart + 1),
    form: readForm(request),
    authorization: request.headers['authorization'] ?? '',
    address: request.headers[ADDRESS_HEADER] ?? '',
    endpoint: endpointOf(path)
  };
}

function endpointOf(path: string): Endpoint {
  if (Object.hasOwn(ENDPOINTS, path)) return ENDPOINTS[path] ?? 'unknown';
  return API_PATHS.test(path) ? 'api' : 'unknown';
}

/** A body of another type is no form: its parameters count as missing, as at Salesforce. */
function readForm(request: WireRequest): URLSearchParams {
  if (request.body.length === 0 || !FORM_TYPE.test(request.headers['content-type'] ?? '')) return NO_FORM;
  return new URLSearchParams(decoder.decode(request.body));
}
