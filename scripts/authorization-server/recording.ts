import type { Denial } from './denials';
import type { Entry, JournalEntry, PresentationEntry, TokenUseOutcome } from './journal';
import type { Family, RefreshToken, ServerContext } from './state';
import { digestOf } from './tokens';
import type { Decision, Visit } from './visit';

type Common = Omit<Entry, 'error' | 'family' | 'generation'>;

/** The token endpoint's entry: what it decided, or that a fault kept it from deciding. */
export function recordPresentation(
  context: ServerContext,
  visit: Visit,
  decision: Decision | { readonly kind: 'undecided'; readonly outcome: 'unprocessed' | 'travelling' }
): number {
  const grantType = grantTypeOf(visit.subject.grantType);
  const presented = visit.exchange.form.get(grantType === 'authorization_code' ? 'code' : 'refresh_token');
  const known = decision.kind === 'undecided' ? lookUp(context, presented) : decision;
  const denial = decision.kind === 'refused' ? decision.denial : null;
  return append(context, {
    kind: 'presentation',
    ...common(context, visit, presented),
    family: known.family?.id ?? null,
    generation: known.generation,
    grantType,
    outcome: decision.outcome,
    error: denial?.error ?? null,
    description: denial?.description ?? null
  });
}

export function recordTokenUse(
  context: ServerContext,
  visit: Visit,
  kind: 'introspection' | 'revocation',
  outcome: TokenUseOutcome,
  denial: Denial | null = null
): number {
  const presented = visit.exchange.form.get('token');
  const known = lookUp(context, presented);
  return append(context, {
    kind,
    ...common(context, visit, presented),
    family: known.family?.id ?? null,
    generation: known.generation,
    outcome,
    error: denial?.error ?? null
  });
}

export function grantTypeOf(text: string | null): PresentationEntry['grantType'] {
  return text === 'authorization_code' || text === 'refresh_token' ? text : 'other';
}

function common({ state }: ServerContext, visit: Visit, presented: string | null): Common {
  const sequence = state.entries.length + 1;
  return {
    sequence,
    arrival: visit.arrival ?? sequence,
    at: visit.at,
    clientId: state.clients.has(visit.subject.clientId) ? visit.subject.clientId : null,
    digest: presented === null ? null : digestOf(presented),
    fault: visit.fault
  };
}

function lookUp({ state }: ServerContext, text: string | null): { family: Family | null; generation: number | null } {
  const refresh: RefreshToken | undefined = state.refreshTokens.get(text ?? '');
  const family = refresh?.family ?? state.accessTokens.get(text ?? '')?.family ?? null;
  return { family, generation: refresh?.generation ?? null };
}

function append({ state }: ServerContext, entry: JournalEntry): number {
  state.entries.push(entry);
  return entry.sequence;
}
