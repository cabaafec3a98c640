/** A connection as far as somebody has filled in the form. */
export interface Draft {
  readonly name: string;
  readonly developerName: string;
  readonly provider: string;
  readonly loginHost: string;
  readonly clientId: string;
  readonly scopes: string;
  /** Whether the endpoints are read from the provider before anything is created. */
  readonly discover: boolean;
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  developerName: '',
  provider: '',
  loginHost: '',
  clientId: '',
  scopes: '',
  discover: false
};

const LONGEST_NAME = 38;

/** Suggests the host and scopes of the provider; what was typed for another one would mislead. */
export function withProvider(draft: Draft, provider: Apex.ProviderView): Draft {
  return {
    ...draft,
    provider: provider.developerName ?? '',
    loginHost: provider.loginHost ?? '',
    scopes: provider.scopes ?? '',
    discover: provider.discovers === true
  };
}

/** The developer name follows the name until somebody has chosen another one. */
export function withName(draft: Draft, name: string): Draft {
  const followed = draft.developerName === developerNameOf(draft.name);
  return { ...draft, name, developerName: followed ? developerNameOf(name) : draft.developerName };
}

export function isComplete({ name, developerName, provider, loginHost, clientId }: Draft): boolean {
  return [name, developerName, provider, loginHost, clientId].every((text) => text.trim() !== '');
}

function developerNameOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .replace(/^[0-9 ]+/, '')
    .replace(/ /g, '_')
    .slice(0, LONGEST_NAME);
}
