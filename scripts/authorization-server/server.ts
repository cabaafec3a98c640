import type { Clock } from '../local-org/contracts/clock';
import type { PureServer } from '../local-org/contracts/transport';
import { checkClient } from './clients';
import type { AuthorizationServerConfig, ClientConfig, OrganizationConfig, UserConfig } from './config';
import { type FamilyView, viewFamilies } from './families';
import type { FaultRule, Faults } from './faults';
import { endFamily } from './grants';
import { type Journal, journalOf } from './journal';
import { serve, serveLate } from './serve';
import { copyState, createContext, type ServerContext, type ServerState } from './state';

/** A copy of everything that changes. May be restored any number of times. */
export interface ServerSnapshot {
  readonly state: ServerState;
}

export interface AuthorizationServer extends PureServer {
  readonly journal: Journal;
  readonly faults: Faults;
  families(clock: Clock): readonly FamilyView[];
  /**
   * Processes the late requests whose time has come, and says how many. Every request does so first; looking at
   * families and configuring do not.
   */
  flushLate(clock: Clock): number;
  /** Processes all late requests now, whatever their time, and says how many. */
  settle(clock: Clock): number;
  /** How many requests still travel. */
  travelling(): number;
  /** What an administrator changes while grants live: secret, policies, allowlist, installation. */
  configureClient(id: string, changes: Partial<Omit<ClientConfig, 'id'>>): void;
  configureUser(username: string, changes: Partial<Omit<UserConfig, 'username'>>): void;
  configureOrganization(changes: Partial<Omit<OrganizationConfig, 'id'>>): void;
  /** Revokes as Setup's "OAuth usage" does: for an app, and if named only for one user. Says how many families. */
  revokeGrants(clock: Clock, clientId: string, username?: string): number;
  snapshot(): ServerSnapshot;
  restore(snapshot: ServerSnapshot): void;
}

/** Salesforce's authorization server as a function of request and time. Cheap to create: simulations make thousands. */
export function createAuthorizationServer(config: AuthorizationServerConfig): AuthorizationServer {
  const context = createContext(config);
  return {
    handle(request, clock) {
      const at = clock.now();
      if (context.state.late.length > 0) processLate(context, at, at);
      return serve(context, request, at);
    },
    flushLate: (clock) => processLate(context, clock.now(), clock.now()),
    settle: (clock) => processLate(context, clock.now(), Infinity),
    travelling: () => context.state.late.length,
    journal: journalOf(() => context.state.entries),
    faults: faultsOf(context),
    families: (clock) => viewFamilies(context.state, clock.now()),
    ...administrationOf(context),
    snapshot: () => ({ state: copyState(context.state) }),
    restore(snapshot) {
      context.state = copyState(snapshot.state);
    }
  };
}

/** In the order in which they come due; each at its own time if that has passed, so that no late flush shifts it. */
function processLate(context: ServerContext, at: number, until: number): number {
  const { late } = context.state;
  const due = late.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt);
  for (const { request, dueAt, arrival } of due) serveLate(context, request, arrival, Math.min(dueAt, at));
  const rest = late.filter((request) => !due.includes(request));
  late.splice(0, late.length, ...rest);
  return due.length;
}

function faultsOf(context: ServerContext): Faults {
  return {
    add(rule: FaultRule) {
      context.state.faultRules.push({ rule, seen: 0 });
    },
    clear() {
      context.state.faultRules.length = 0;
    }
  };
}

type Administration = Pick<
  AuthorizationServer,
  'configureClient' | 'configureUser' | 'configureOrganization' | 'revokeGrants'
>;

function administrationOf(context: ServerContext): Administration {
  return {
    configureClient(id, changes) {
      const client = { ...known(context.state.clients, id, 'client'), ...changes };
      checkClient(client);
      context.state.clients.set(id, client);
    },
    configureUser(username, changes) {
      context.state.users.set(username, { ...known(context.state.users, username, 'user'), ...changes });
    },
    configureOrganization(changes) {
      context.state.organization = { ...context.state.organization, ...changes };
    },
    revokeGrants(clock, clientId, username) {
      const hit = context.state.families.filter(
        (family) =>
          family.ended === null && family.clientId === clientId && (username ?? family.username) === family.username
      );
      for (const family of hit) endFamily(family, 'revoked', clock.now());
      return hit.length;
    }
  };
}

function known<T>(values: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = values.get(key);
  if (value !== undefined) return value;
  throw new Error(`No ${what} "${key}" in this authorization server; there are: ${[...values.keys()].join(', ')}.`);
}
