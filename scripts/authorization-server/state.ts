import { checkClient } from './clients';
import {
  type AuthorizationServerConfig,
  CLIENT_DEFAULTS,
  type ClientConfig,
  DEFAULT_ORGANIZATION_ID,
  DEFAULT_USERNAME,
  SERVER_DEFAULTS,
  type UserConfig
} from './config';
import type { FaultRule, LateRequest } from './faults';
import type { JournalEntry } from './journal';
import { type Random, seedOf } from './random';

export type Client = Required<Omit<ClientConfig, 'secret'>> & { readonly secret: string | null };
export type User = Required<UserConfig>;

export interface Organization {
  readonly id: string;
  readonly status: 'active' | 'locked';
  readonly instanceUrl: string | null;
}

/** Why a family was ended. Mere expiry ends no family: its access tokens may outlive it. */
export type Ending = 'reuse' | 'code-reuse' | 'revoked' | 'evicted';

/** Everything that grew out of one approval. */
export interface Family {
  readonly id: string;
  readonly clientId: string;
  readonly username: string;
  readonly scope: string;
  readonly createdAt: number;
  readonly refreshTokens: RefreshToken[];
  ended: Ending | null;
  endedAt: number | null;
}

/** Names its relatives by text, not by reference: a chain of references overflows the stack of structuredClone. */
export interface RefreshToken {
  readonly text: string;
  readonly family: Family;
  readonly generation: number;
  readonly parent: string | null;
  readonly issuedAt: number;
  lastUsedAt: number;
  spentAt: number | null;
  revoked: boolean;
  /** Until then a presentation of it is being processed. */
  busyUntil: number;
  successor: string | null;
  /** A successor has been spent in turn, which proves that the successor arrived. */
  overtaken: boolean;
}

export interface AccessToken {
  readonly text: string;
  readonly family: Family;
  /** The refresh token it was handed out with. */
  readonly refreshToken: RefreshToken | null;
  readonly scope: string;
  readonly issuedAt: number;
  lastActiveAt: number;
  revoked: boolean;
}

export interface AuthorizationCode {
  readonly text: string;
  readonly clientId: string;
  readonly username: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string | null;
  readonly expiresAt: number;
  /** What it was exchanged for. */
  family: Family | null;
}

/** All that changes while the server runs, as plain data, so that a snapshot is a copy. */
export interface ServerState {
  readonly clients: Map<string, Client>;
  readonly users: Map<string, User>;
  organization: Organization;
  readonly codes: Map<string, AuthorizationCode>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly accessTokens: Map<string, AccessToken>;
  /** Dead access tokens are swept out when there are so many. */
  sweepAt: number;
  readonly families: Family[];
  /** Families with a refresh token by client and user, oldest first; dead ones leave when their place is needed. */
  readonly approvals: Map<string, Family[]>;
  readonly random: Random;
  readonly faultRules: { readonly rule: FaultRule; seen: number }[];
  readonly late: LateRequest[];
  readonly entries: JournalEntry[];
}

/** What never changes. */
export type Settings = Required<Pick<AuthorizationServerConfig, keyof typeof SERVER_DEFAULTS>> & {
  readonly issuer: string | null;
  readonly defaultUsername: string;
};

/** What every endpoint works on. */
export interface ServerContext {
  readonly settings: Settings;
  state: ServerState;
}

export const FIRST_SWEEP = 4_096;

export function createContext(config: AuthorizationServerConfig): ServerContext {
  const { clients, users: userConfigs, organization, issuer, ...chosen } = config;
  const users = (userConfigs ?? [{ username: DEFAULT_USERNAME }]).map(createUser);
  const first = users[0];
  if (first === undefined) throw new Error('The authorization server needs a user: leave `users` out or name one.');
  const settings: Settings = {
    ...SERVER_DEFAULTS,
    ...chosen,
    issuer: issuer ?? null,
    defaultUsername: first.username
  };
  const state: ServerState = {
    clients: new Map(clients.map((client) => [client.id, createClient(client)])),
    users: new Map(users.map((user) => [user.username, user])),
    organization: { id: DEFAULT_ORGANIZATION_ID, status: 'active', instanceUrl: null, ...organization },
    codes: new Map(),
    refreshTokens: new Map(),
    accessTokens: new Map(),
    sweepAt: FIRST_SWEEP,
    families: [],
    approvals: new Map(),
    random: seedOf(settings.seed),
    faultRules: [],
    late: [],
    entries: []
  };
  return { settings, state };
}

/** Entries of the journal never change, so that copies share them. */
export function copyState(state: ServerState): ServerState {
  return { ...structuredClone({ ...state, entries: [] }), entries: state.entries.slice() };
}

function createClient(config: ClientConfig): Client {
  const authentication = config.authentication ?? (config.secret === undefined ? ['none'] : ['basic', 'post']);
  const client: Client = {
    ...CLIENT_DEFAULTS,
    name: config.id,
    ...config,
    authentication,
    secret: config.secret ?? null
  };
  checkClient(client);
  return client;
}

function createUser(config: UserConfig, index: number): User {
  return { id: `005${String(index + 1).padStart(12, '0')}AAA`, status: 'active', ...config };
}
