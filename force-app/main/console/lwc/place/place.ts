const CALLBACK_PAGE = 'Tokenward_Authorization';
const HOME_PAGE = 'Tokenward_Connections';

/** What the provider put on the address of the callback page. */
export interface ProviderAnswer {
  readonly state: string | undefined;
  readonly code: string | undefined;
  readonly issuer: string | undefined;
  readonly error: string | undefined;
  readonly description: string | undefined;
}

export function pageOrigin(): string {
  return window.location.origin;
}

/** Leaves the console for an address that Apex has made. */
export function leaveFor(address: string): void {
  window.location.assign(address);
}

export function readAnswer(query: string = window.location.search): ProviderAnswer {
  const parameters = new URLSearchParams(query);
  const read = (name: string): string | undefined => parameters.get(name) ?? undefined;
  return {
    state: read('state'),
    code: read('code'),
    issuer: read('iss'),
    error: read('error'),
    description: read('error_description')
  };
}

/** Leaves only the state on the address: enough for a reload to show the outcome, useless to whoever reads it. */
export function forgetAnswer(state: string): void {
  window.history.replaceState(
    window.history.state,
    '',
    `${window.location.pathname}?${new URLSearchParams({ state })}`
  );
}

/** The page with the connections, beside the callback page. */
export function homeAddress(path: string = window.location.pathname): string {
  return path.replace(CALLBACK_PAGE, HOME_PAGE);
}
