/** A refusal in the words of Salesforce. Never holds text from the request, so that journals may repeat it. */
export interface Denial {
  readonly kind: 'denial';
  readonly status: number;
  readonly error: string;
  readonly description: string;
  /** The methods that would do, where the method is the reason. */
  readonly allow?: string;
}

function denial(error: string, description: string, status = 400): Denial {
  return { kind: 'denial', status, error, description };
}

function wrongMethod(allow: string): Denial {
  return { ...denial('invalid_request', 'method not allowed', 405), allow };
}

/** Expired, idle, evicted, revoked and replayed refresh tokens all get the same answer, as at Salesforce. */
export const EXPIRED_TOKEN = denial('invalid_grant', 'expired access/refresh token');
export const CONTENDED = denial('invalid_grant', 'token request is already being processed');
export const AUTHENTICATION_FAILURE = denial('invalid_grant', 'authentication failure');
export const IP_RESTRICTED = denial('invalid_grant', 'ip restricted');
export const CODE_INVALID = denial('invalid_grant', 'invalid authorization code');
export const CODE_EXPIRED = denial('invalid_grant', 'expired authorization code');
export const VERIFIER_INVALID = denial('invalid_grant', 'invalid code verifier');
export const USER_INACTIVE = denial('inactive_user', 'user is inactive');
export const ORGANIZATION_INACTIVE = denial('inactive_org', 'organization is inactive, locked, or suspended');
export const CLIENT_UNKNOWN = denial('invalid_client_id', 'client identifier invalid');
export const CLIENT_REFUSED = denial('invalid_client', 'invalid client credentials');
/** RFC 6749 5.2 asks for 401 where the client used the Authorization header. */
export const CLIENT_REFUSED_BASIC = denial('invalid_client', 'invalid client credentials', 401);
export const CLIENT_AUTHENTICATES_TWICE = denial('invalid_request', 'client credentials must be sent only once');
export const CLIENT_AMBIGUOUS = denial('invalid_request', 'client_id must name the client that authenticates');
export const APP_MISSING = denial('invalid_client', 'app must be installed into org');
export const GRANT_TYPE_UNSUPPORTED = denial('unsupported_grant_type', 'grant type not supported');
export const RESPONSE_TYPE_UNSUPPORTED = denial('unsupported_response_type', 'response type not supported');
export const SCOPE_INVALID = denial('invalid_scope', 'the requested scope is not allowed');
export const REDIRECT_MISSING = denial('redirect_uri_missing', 'redirect_uri not provided');
export const REDIRECT_MISMATCH = denial('redirect_uri_mismatch', 'redirect_uri must match configuration');
export const CHALLENGE_MISSING = denial('invalid_request', 'missing required code challenge');
export const CHALLENGE_INVALID = denial('invalid_request', 'code_challenge must be an S256 hash: set its method');
export const ACCESS_DENIED = denial('access_denied', 'end-user denied authorization');
export const TOKEN_INVALID = denial('invalid_token', 'the token is unknown, expired or already revoked');
export const TOKEN_TYPE_UNSUPPORTED = denial('unsupported_token_type', 'this token type is not supported');
export const POST_ONLY = wrongMethod('POST');
export const GET_ONLY = wrongMethod('GET, HEAD');
export const GET_OR_POST = wrongMethod('GET, POST');
export const REPEATED = denial('invalid_request', 'parameters must be sent only once');
export const FOREIGN_FORM = denial('access_denied', 'only the consent page itself may send the decision', 403);
export const USER_UNKNOWN = denial('login_required', 'no such user: check login_hint');

export function missing(parameter: string): Denial {
  return denial('invalid_request', `missing required parameter: ${parameter}`);
}

export function isDenial(value: object): value is Denial {
  return 'kind' in value && value.kind === 'denial';
}
