/** The pure part. `./http` stands apart, so that simulation does not load a web server. */
export type {
  AuthorizationServerConfig,
  ClientConfig,
  OrganizationConfig,
  ReusePolicy,
  UserConfig,
  UserStatus
} from './config';
export { ADDRESS_HEADER, type Endpoint } from './exchange';
export type { FamilyView } from './families';
export type { FaultAction, FaultKind, FaultRule, Faults } from './faults';
export type { IntrospectionEntry, Journal, JournalEntry, Outcome, PresentationEntry, RevocationEntry } from './journal';
export { type AuthorizationServer, createAuthorizationServer, type ServerSnapshot } from './server';
export type { Ending } from './state';
export { challengeOf, digestOf, TOKEN_PATTERN } from './tokens';
