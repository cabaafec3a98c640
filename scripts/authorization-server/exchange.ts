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
  /** Whether a browser sends it for a page of another site. Clients that are no browsers do not say. */
  readonly foreign: boolean;
  readonly authorization: string;
  readonly address: string;
  readonly endpoint: Endpoint;
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/services/oauth2/authorize': 'authorize',
  '/services/oauth2/token': 'token',
  '/services/oauth2/introspect': 'introspect',
  '/services/oauth2/revoke': 'revoke',
  '/.well-known/openid-configuration': 'discovery',
  '/.well-known/oauth-authorization-server': 'discovery'
};
const API_PATHS = /^\/(?:services\/data|services\/Soap|services\/async|services\/oauth2\/userinfo|api|id)(?:\/|$)/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
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
    foreign: ![undefined, host, issuer].includes(request.headers['origin']),
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
  return readParameters(decoder.decode(request.body));
}

/** A parameter without a value counts as left out (RFC 6749 3.1 and 3.2). */
export function readParameters(text: string): URLSearchParams {
  const parameters = new URLSearchParams(text);
  const named = [...parameters].filter(([, value]) => value !== '');
  return named.length === parameters.size ? parameters : new URLSearchParams(named);
}

/** Whether one of these parameters, or if none is named any at all, was sent more than once. */
export function repeats(parameters: URLSearchParams, ...names: readonly string[]): boolean {
  if (names.length > 0) return names.some((name) => parameters.getAll(name).length > 1);
  return new Set(parameters.keys()).size < parameters.size;
}
