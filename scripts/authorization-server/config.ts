/** How a client may prove who it is at the token endpoint. */
export type ClientAuthentication = 'basic' | 'post' | 'none';

/**
 * What a spent refresh token does when it is presented again. 'strict' revokes the whole family (Salesforce).
 * A grace lets the last spent one be exchanged again for so many seconds. 'parent-returns-active' hands the live
 * successor out again, as long as only its direct parent asks.
 */
export type ReusePolicy = 'strict' | 'parent-returns-active' | { readonly graceSeconds: number };

export interface ClientConfig {
  readonly id: string;
  readonly redirectUris: readonly string[];
  readonly name?: string;
  readonly secret?: string;
  readonly scopes?: readonly string[];
  readonly authentication?: readonly ClientAuthentication[];
  readonly pkce?: 'required' | 'optional';
  /** 'echo' does not rotate either, but repeats the refresh token in its answer, as some providers do. */
  readonly rotation?: 'on' | 'off' | 'echo';
  readonly reuse?: ReusePolicy;
  /** 'blind' answers active:false to everything, as a server does to a client that may not ask. */
  readonly introspection?: 'own' | 'blind';
  /** Approvals per user that may live side by side: the next one revokes the oldest. */
  readonly approvalsPerUser?: number;
  /** A refresh token dies after so long without a refresh; null means never. */
  readonly idleSeconds?: number | null;
  /** The grant dies so long after the approval, however busy; null means never. */
  readonly lifetimeSeconds?: number | null;
  readonly sessionSeconds?: number;
  /** Addresses and CIDR ranges that may exchange codes and refresh; empty means everywhere. */
  readonly addresses?: readonly string[];
  readonly installed?: boolean;
}

export type UserStatus = 'active' | 'frozen' | 'inactive';

export interface UserConfig {
  readonly username: string;
  readonly id?: string;
  readonly status?: UserStatus;
}

export interface OrganizationConfig {
  /** 18 characters. */
  readonly id?: string;
  readonly status?: 'active' | 'locked';
  /** Where API calls go; by default the host that was asked for the token. */
  readonly instanceUrl?: string;
}

export interface AuthorizationServerConfig {
  readonly clients: readonly ClientConfig[];
  /** The first is the one who approves when no login_hint says otherwise. */
  readonly users?: readonly UserConfig[];
  readonly organization?: OrganizationConfig;
  /** By default the origin of each request, since a laptop's port is not known beforehand. */
  readonly issuer?: string;
  /** Same seed, same requests, same tokens. */
  readonly seed?: number | string;
  /** 'ask' shows the consent page; the others decide at once. A posted decision wins. */
  readonly consent?: 'ask' | 'allow' | 'deny';
  readonly codeSeconds?: number;
  /** Salesforce prolongs a session that is used in the second half of its timeout. */
  readonly sessionsSlide?: boolean;
  /** What a revocation kills: the token (a refresh token takes its access tokens along), or the whole grant. */
  readonly revocationKills?: 'token' | 'grant';
  /** How long the token endpoint works on a request; the same refresh token is refused meanwhile. */
  readonly processingMs?: number;
}

const DAY_SECONDS = 86_400;

/** What holds for a client unless its configuration says otherwise: what Salesforce asks of partners' apps. */
export const CLIENT_DEFAULTS = {
  scopes: ['api', 'refresh_token'],
  pkce: 'required',
  rotation: 'on',
  reuse: 'strict',
  introspection: 'own',
  approvalsPerUser: 5,
  idleSeconds: 30 * DAY_SECONDS,
  lifetimeSeconds: null,
  sessionSeconds: 7_200,
  addresses: [],
  installed: true
} as const satisfies Partial<ClientConfig>;

export const SERVER_DEFAULTS = {
  seed: 1,
  consent: 'ask',
  codeSeconds: 900,
  sessionsSlide: true,
  revocationKills: 'token',
  processingMs: 0
} as const satisfies Partial<AuthorizationServerConfig>;

export const DEFAULT_USERNAME = 'admin@tokenward.test';
export const DEFAULT_ORGANIZATION_ID = '00D000000000001EAA';
